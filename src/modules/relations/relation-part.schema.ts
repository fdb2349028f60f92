import { partsOf } from '@/core/record-part'
import { relationFields } from '@/modules/relations/relation.schema'

/** The parts of a relation that a reader of changes chooses between, in the order of the form. */
export const relationParts = partsOf(relationFields, [
  ['type', 'direction'],
  ['state', 'started', 'ended', 'renewed'],
])

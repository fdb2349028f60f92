import { partsOf } from '@/core/record-part'
import { practiceFields } from '@/modules/practices/practice.schema'

/** The parts of a practice that a reader of changes chooses between, in the order of the form. */
export const practiceParts = partsOf(practiceFields, [
  ['country', 'nutsCode', 'placeId'],
  ['inChargeId', 'inChargeIsAuthor'],
  ['started', 'ended', 'ongoing'],
])

import { partsOf } from '@/core/record-part'
import { actorFields } from '@/modules/actors/actor.schema'

/** The parts of an actor that a reader of changes chooses between, in the order of the form. */
export const actorParts = partsOf(actorFields, [
  ['names', 'originalLanguage'],
  ['longitude', 'latitude', 'precision', 'geocodedFrom'],
  ['legalStatus', 'legalStatusSince', 'successorId'],
])

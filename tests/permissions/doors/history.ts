import type { Door } from '../door'
import { places, type Place } from '../matrix'
import { states } from '../world'

const people = '0XRECA'
const unseenBy = (place: Place) => (place === 'own' ? '0XR' : '0XREC')

/** Versions are read in the own territory, whatever the state of the record. */
const historyOf = (kind: 'actors' | 'relations' | 'practices'): Door[] =>
  places.flatMap((place) =>
    states.map((state): Door => ({
      door: `page /[locale]/desk/${kind}/[id]/history`,
      case: `${state}, ${place}`,
      may: place === 'own' ? 'ECA' : 'A',
      unseenBy: place === 'own' ? '' : 'EC',
      who: people,
      at: (world) => `/it/desk/${kind}/${world[kind][place][state].id}/history?a=1&b=2`,
    })),
  )

export const doors: readonly Door[] = [
  ...historyOf('actors'),
  ...historyOf('relations'),
  ...historyOf('practices'),
  ...places.map((place): Door => ({
    door: 'action curation/revision.actions#restoreOldVersion',
    case: place,
    may: place === 'own' ? 'CA' : 'A',
    unseenBy: unseenBy(place),
    who: people,
    sends: async (world) => {
      const { id, version } = await world.fresh('actor', place, 'public')
      return { kind: 'actor', id, version, to: 1 }
    },
  })),
]

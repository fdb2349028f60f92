import { readersOf, readingDoors } from '../curated-doors'
import type { Door } from '../door'
import { places, type Place } from '../matrix'
import type { PlantedFile, State, World } from '../world'

const everybody = '0XKWRECA'
const people = '0XRECA'
const kinds = ['actor', 'relation', 'practice'] as const

const addressOf = ({ id, name }: PlantedFile) => `/files/${id}/${name}`
// What waits is for who edits there; who works elsewhere, or nowhere, does not learn that it is there.
const editorsOf = (place: Place) => (place === 'own' ? 'WECA' : 'A')
const without = (all: string, some: string) => [...all].filter((letter) => !some.includes(letter)).join('')

/** Deeds on a file of a record nobody touched yet. */
const deeds = (name: string, state: State, own: string, more: Record<string, string> = {}): Door[] =>
  places.map((place) => ({
    door: `action files/file.actions#${name}`,
    case: `on a record that is ${state}, ${place}`,
    may: place === 'own' ? own : 'A',
    unseenBy: without(people, readersOf(place, state)),
    who: people,
    sends: async (world: World) => ({ id: (await world.fresh('actor', place, state)).file.id, ...more }),
  }))

/** A coordinator decides on what waits. */
const decisions = (name: string): Door[] =>
  places.map((place) => ({
    door: `action files/file.actions#${name}`,
    case: place,
    may: place === 'own' ? 'CA' : 'A',
    unseenBy: without(people, editorsOf(place)),
    who: people,
    sends: async (world: World) => ({ id: (await world.waiting(place)).id }),
  }))

export const doors: readonly Door[] = [
  ...kinds.flatMap((kind) =>
    readingDoors('route GET /files/:id/:name', kind, ({ file }) => addressOf(file)).map((door) => ({
      ...door,
      case: `of ${kind === 'actor' ? 'an actor' : `a ${kind}`}, ${door.case}`,
    })),
  ),
  ...places.map((place): Door => ({
    door: 'route GET /files/:id/:name',
    case: `waits for a coordinator, ${place}`,
    may: editorsOf(place),
    denied: 'hidden',
    at: ({ files }) => addressOf(files[place]),
  })),
  ...kinds.flatMap((kind) =>
    (['draft', 'public'] as const).flatMap((state) =>
      places.map((place): Door => ({
        door: 'route POST /api/files/:kind/:id',
        case: `${kind}, ${state}, ${place}`,
        // Of a key nobody knows here.
        may: place === 'own' ? 'ECA' : 'A',
        unseenBy: state === 'public' ? '' : without(everybody, place === 'own' ? 'ECA' : 'A'),
        at: ({ actors, relations, practices }) =>
          `/api/files/${kind}/${{ actor: actors, relation: relations, practice: practices }[kind][place][state].id}`,
        sends: () => ({ title: 'A file' }),
        as: 'form',
      })),
    ),
  ),
  ...deeds('changeFileHere', 'draft', 'ECA', { title: 'Another' }),
  ...deeds('changeFileHere', 'public', 'CA', { title: 'Another' }),
  ...deeds('removeFileHere', 'draft', 'ECA'),
  ...deeds('removeFileHere', 'public', 'CA'),
  ...deeds('moveFileHere', 'draft', 'ECA', { to: 'up' }),
  ...deeds('moveFileHere', 'public', 'CA', { to: 'up' }),
  ...decisions('takeFileHere'),
  ...decisions('refuseFileHere'),
]

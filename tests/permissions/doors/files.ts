import { systemViewer } from '@/core/viewer'
import { removeFile } from '@/modules/files/file-care.commands'
import { plantDocument } from '@tests/builders/group'
import { readersOf, readingDoors } from '../curated-doors'
import type { Door } from '../door'
import { places, type Place } from '../matrix'
import { groupCanary, type GroupPlace } from '../telling-words'
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

const groupPlaces = ['own', 'other'] as const
const papersOf = ['group', 'meeting'] as const
const paperOwner = ({ groups }: World, place: GroupPlace, kind: (typeof papersOf)[number]) => ({
  kind,
  id: kind === 'group' ? groups[place].id : groups[place].meetingId,
})

const paperDeeds = [
  ['changeFileHere', { title: 'Another' }],
  ['removeFileHere', {}],
  ['restoreFileHere', {}],
  ['moveFileHere', { to: 'up' }],
] as const

/** Documents of a group and of its meetings: read by whoever reads the group, kept by whoever keeps it. */
const papers: Door[] = groupPlaces.flatMap((place) =>
  papersOf.flatMap((kind): Door[] => [
    {
      door: 'route GET /files/:id/:name',
      case: `of a ${kind} of the ${place} territory`,
      may: place === 'own' ? 'RECA' : 'A',
      denied: 'hidden',
      at: ({ groups }) => addressOf(groups[place].files[kind]),
    },
    {
      door: 'route POST /api/files/:kind/:id',
      case: `to a ${kind} of the ${place} territory`,
      may: place === 'own' ? 'CA' : 'A',
      unseenBy: place === 'own' ? '0XKW' : '0XKWREC',
      at: (world) => `/api/files/${kind}/${paperOwner(world, place, kind).id}`,
      sends: () => ({ title: 'A file' }),
      as: 'form',
    },
    ...paperDeeds.map(([name, more]): Door => ({
      door: `action files/file.actions#${name}`,
      case: `of a ${kind} of the ${place} territory`,
      may: place === 'own' ? 'CA' : 'A',
      unseenBy: place === 'own' ? '0X' : '0XREC',
      who: people,
      sends: async (world) => {
        const { id } = await plantDocument(paperOwner(world, place, kind), groupCanary(place))
        if (name === 'restoreFileHere') await removeFile(systemViewer, { id })
        return { id, ...more }
      },
    })),
  ]),
)

/** A file of a record that was removed a moment ago. */
const restores = (state: State, own: string): Door[] =>
  deeds('restoreFileHere', state, own).map((door) => ({
    ...door,
    sends: async (world: World) => {
      const sent = await door.sends?.(world)
      await removeFile(systemViewer, { id: String(sent?.['id']) })
      return sent ?? {}
    },
  }))

export const doors: readonly Door[] = [
  ...papers,
  ...restores('draft', 'ECA'),
  ...restores('public', 'CA'),
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

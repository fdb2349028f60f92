// Writing through the API. The version that is sent was never one: whoever may is told 412, and nothing changes.
import { readersOf } from '../curated-doors'
import type { Door } from '../door'
import { places } from '../matrix'
import type { State, World } from '../world'

const everybody = '0XKWRECA'
const headers = { 'if-match': '"0"' }

const bodies = {
  actors: {
    ...{ kind: 'other', originalLanguage: 'it', country: 'IT' },
    names: [{ kind: 'label', language: 'it', value: 'Ditta' }],
  },
  relations: {
    ...{ type: 'twinning', originalLanguage: 'it' },
    parties: ['IT', 'ZA'].map((country) => ({ country, placeName: country, role: 'partner' })),
  },
  practices: { originalLanguage: 'it', title: { original: 'it', texts: { it: { value: 'Un tavolo' } } } },
}

type Kind = keyof typeof bodies

const rows = (kind: Kind, verb: string, deed: string, state: State, own: string): Door[] =>
  places.map((place) => {
    const readers = readersOf(place, state, kind === 'practices' ? 'practice' : undefined)
    return {
      door: `route ${verb} /api/v1/${kind}/:key${deed}`,
      case: `${state}, ${place}`,
      may: place === 'own' ? own : 'A',
      unseenBy: [...everybody].filter((letter) => !readers.includes(letter)).join(''),
      at: (world: World) => `/api/v1/${kind}/${world[kind][place][state].id}${deed}`,
      headers,
      ...(verb === 'PATCH' && { sends: () => ({ fictitious: 'no' }) }),
    }
  })

export const doors: readonly Door[] = (['actors', 'relations', 'practices'] as const).flatMap((kind) => [
  { door: `route POST /api/v1/${kind}`, may: 'WECA', sends: () => bodies[kind] },
  {
    door: `route POST /api/v1/${kind}`,
    case: 'for another territory',
    may: 'A',
    sends: ({ territoryOf }: World) => ({ ...bodies[kind], territoryId: territoryOf.other?.id ?? '' }),
  },
  ...rows(kind, 'PATCH', '', 'draft', 'WECA'),
  // An editor's change waits; a key touches nothing that is published.
  ...rows(kind, 'PATCH', '', 'public', 'ECA'),
  ...rows(kind, 'PATCH', '', 'partners', 'ECA'),
  ...rows(kind, 'DELETE', '', 'public', 'CA'),
  ...rows(kind, 'DELETE', '', 'draft', 'CA'),
  ...rows(kind, 'POST', '/submit', 'draft', 'WECA'),
  ...rows(kind, 'POST', '/publish', 'submitted', 'CA'),
])

// Rows that every curated record has, written once.
import type { Door } from './door'
import { places, type Place } from './matrix'
import { type Planted, type State, states, type World } from './world'

const people = '0XRECA'

type Kind = 'actor' | 'relation' | 'practice'

const recordOf = (world: World, kind: Kind, place: Place, state: State): Planted =>
  ({ actor: world.actors, relation: world.relations, practice: world.practices })[kind][place][state]

/**
 * Who reads a record (5-permissions, rows 1 to 5). A key that writes reads what its territory edits, and everything else
 * as a visitor.
 */
export const readersOf = (place: Place, state: State, kind?: Kind): string => {
  if (state === 'public') return '0XKWRECA'
  // A practice that was handed in, or is shown in its territory alone, is read by the groups of its territory, too.
  if ((state === 'submitted' || state === 'territory') && kind === 'practice' && place === 'own') return 'WRECA'
  if (state === 'partners') return place === 'own' ? 'WRECA' : 'RECA'
  return place === 'own' ? 'WECA' : 'A'
}

/** One row for each place and state of a record that is read at `address`. */
export const readingDoors = (
  door: string,
  kind: Kind,
  address: (record: Planted) => string,
  { who }: { who?: string } = {},
): Door[] =>
  places.flatMap((place) =>
    states.map((state) => ({
      door,
      case: `${state}, ${place}`,
      may: [...readersOf(place, state, kind)].filter((letter) => who?.includes(letter) ?? true).join(''),
      denied: state === 'archived' ? ('gone' as const) : ('hidden' as const),
      at: (world: World) => address(recordOf(world, kind, place, state)),
      ...(who && { who }),
    })),
  )

/** A deed on one record, in the own territory and elsewhere, each time on one nobody touched yet. */
export const deedDoors = (
  door: string,
  kind: Kind,
  state: State,
  may: { own: string; elsewhere: string },
  more: Record<string, string> = {},
): Door[] =>
  places.map((place) => ({
    door,
    case: `${state}, ${place}`,
    may: place === 'own' ? may.own : may.elsewhere,
    unseenBy: [...people].filter((letter) => !readersOf(place, state, kind).includes(letter)).join(''),
    who: people,
    sends: async (world: World) => {
      const { id, version } = await world.fresh(kind, place, state)
      return { id, version, ...more }
    },
  }))

import type { Door } from '../door'
import { places, type Place } from '../matrix'
import type { World } from '../world'

const people = '0XRECA'
// Who works elsewhere, or nowhere, does not learn that there is a change.
const unseenBy = (place: Place) => (place === 'own' ? '0XR' : '0XREC')

/** Deeds on a proposal, in the own territory and elsewhere. */
const answers = (
  name: string,
  sends: (world: World, place: Place) => Promise<Record<string, string | number>>,
): Door[] =>
  places.map((place) => ({
    door: `action curation/proposal.actions#${name}`,
    case: place,
    may: place === 'own' ? 'CA' : 'A',
    unseenBy: unseenBy(place),
    who: people,
    sends: (world) => sends(world, place),
  }))

export const doors: readonly Door[] = [
  ...places.map((place): Door => ({
    door: 'page /[locale]/desk/changes/[id]',
    case: place,
    may: place === 'own' ? 'ECA' : 'A',
    unseenBy: place === 'own' ? '' : 'EC',
    who: people,
    at: ({ proposals }) => `/it/desk/changes/${proposals[place].id}`,
  })),
  ...answers('takeProposal', async (world, place) => {
    const { id, version } = await world.propose(place)
    return { id, version }
  }),
  ...answers('refuseProposal', async (world, place) => ({ id: (await world.propose(place)).id, reason: 'Not so' })),
  ...places.map((place): Door => ({
    door: 'action curation/proposal.actions#takeBackProposal',
    case: `somebody else’s, ${place}`,
    may: '',
    unseenBy: unseenBy(place),
    who: people,
    sends: async (world) => ({ id: (await world.propose(place)).id }),
  })),
]

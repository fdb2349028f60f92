import { systemViewer } from '@/core/viewer'
import { openContest } from '@/modules/curation/contest.commands'
import { saveRelations } from '@/modules/relations/relation.commands'
import { aRelation, party } from '@tests/builders/relation'
import type { Door } from '../door'
import type { World } from '../world'

const who = '0XRECA'
type Curator = 'own' | 'other'

/** A public relation between both territories that one of them curates. */
async function relationOf({ actors, territoryOf }: World, curator: Curator): Promise<string> {
  const parties = [party(actors.own.public), party(actors.other.public)]
  const relation = aRelation({ type: 'supply', parties })
  const territoryId = territoryOf[curator]?.id ?? null
  const [saved] = await saveRelations(systemViewer, [{ territoryId, status: 'published', relation }])
  return saved?.id ?? ''
}

/** The form with which the territory at the other end contests it. */
async function contestForm(world: World, curator: Curator) {
  const territory = world.territoryOf[curator === 'own' ? 'other' : 'own']
  return { relationId: await relationOf(world, curator), territoryId: territory?.id ?? '', reason: 'It ended.' }
}

const freshContest = async (world: World, curator: Curator): Promise<string> =>
  openContest(systemViewer, await contestForm(world, curator), 'it')

const answer = { answer: 'reject', words: 'It goes on.' }

export const doors: readonly Door[] = [
  {
    door: 'page /[locale]/desk/relations/[id]/contest',
    case: 'own',
    ...{ may: '', who, at: ({ relations }: World) => `/it/desk/relations/${relations.own.public.id}/contest` },
    why: 'Nobody contests what they curate, and no other territory stands at its end.',
  },
  {
    door: 'page /[locale]/desk/relations/[id]/contest',
    case: 'draft of another territory',
    ...{ may: '', unseenBy: 'EC', who },
    at: ({ relations }) => `/it/desk/relations/${relations.other.draft.id}/contest`,
  },
  {
    door: 'action curation/contest.actions#contestRelation',
    case: 'of another territory, for the own one',
    ...{ may: 'CA', who, sends: (world) => contestForm(world, 'other') },
  },
  {
    door: 'action curation/contest.actions#contestRelation',
    case: 'own, for another territory',
    ...{ may: 'A', who, sends: (world) => contestForm(world, 'own') },
  },
  {
    door: 'page /[locale]/desk/contests/[id]',
    ...{ may: '', unseenBy: 'ECA', who, at: ({ relations }: World) => `/it/desk/contests/${relations.own.public.id}` },
    why: 'Not there: what is there is tried by the actions.',
  },
  {
    door: 'action curation/contest.actions#sendContestAnswer',
    case: 'of an own relation',
    ...{ may: 'CA', unseenBy: 'R', who },
    sends: async (world) => ({ ...answer, id: await freshContest(world, 'own') }),
  },
  {
    door: 'action curation/contest.actions#sendContestAnswer',
    case: 'of a relation of another territory',
    ...{ may: 'A', unseenBy: 'R', who },
    sends: async (world) => ({ ...answer, id: await freshContest(world, 'other') }),
  },
  {
    door: 'action curation/contest.actions#takeContestBack',
    case: 'of the own territory',
    ...{ may: 'CA', unseenBy: 'R', who, sends: async (world) => ({ id: await freshContest(world, 'other') }) },
  },
  {
    door: 'action curation/contest.actions#takeContestBack',
    case: 'of another territory',
    ...{ may: 'A', unseenBy: 'R', who, sends: async (world) => ({ id: await freshContest(world, 'own') }) },
  },
]

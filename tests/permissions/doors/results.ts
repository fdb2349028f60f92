import { db } from '@/platform/db'
import { plantJudgement } from '@tests/builders/planted-judgement'
import type { Door } from '../door'
import type { GroupPlace } from '../telling-words'
import type { World } from '../world'

const people = '0XRECA'
const placesOfGroups = ['own', 'other'] as const

/** What the group reads of a round that is over, and of one that is open; in another territory administrators alone. */
const page = (door: string, at: (world: World, place: GroupPlace) => string): Door[] =>
  placesOfGroups.map((place) => ({
    ...{ door, case: `${place} territory`, who: people },
    may: place === 'own' ? 'RECA' : 'A',
    ...(place === 'other' && { unseenBy: 'REC' }),
    at: (world) => at(world, place),
  }))

/** A judgement made for one knock. */
const judged = (world: World, place: GroupPlace) =>
  plantJudgement({ groupId: world.groups[place].id, practiceId: world.practices[place].public.id, isAnswered: true })

type Judged = Awaited<ReturnType<typeof judged>>

/** A deed of whoever keeps the group. */
const deed = (name: string, more: (at: Judged) => Record<string, string> | Promise<Record<string, string>>): Door[] =>
  placesOfGroups.map((place) => ({
    door: `action rounds/result.actions#${name}`,
    case: `${place} territory`,
    may: place === 'own' ? 'CA' : 'A',
    unseenBy: place === 'own' ? '0X' : '0XREC',
    who: people,
    sends: async (world) => {
      const at = await judged(world, place)
      return { roundId: at.roundId, practiceId: at.practiceId, version: '1', ...(await more(at)) }
    },
  }))

/** The same as a file: of a round that is over for the group, of an open one for whoever keeps it. A key reads as a visitor. */
const file = (ending: string): Door[] =>
  placesOfGroups.flatMap((place): Door[] => [
    {
      door: `route GET /api/rounds/:id/results.${ending}`,
      case: `a round that is over, ${place} territory`,
      may: place === 'own' ? 'RECA' : 'A',
      unseenBy: place === 'own' ? '0XKW' : '0XKWREC',
      at: ({ judgements }) => `/api/rounds/${judgements[place].roundId}/results.${ending}?lang=it`,
    },
    {
      door: `route GET /api/rounds/:id/results.${ending}`,
      case: `a round that is over, names asked for, ${place} territory`,
      may: place === 'own' ? 'RECA' : 'A',
      unseenBy: place === 'own' ? '0XKW' : '0XKWREC',
      at: ({ judgements }) => `/api/rounds/${judgements[place].roundId}/results.${ending}?lang=it&names=yes`,
    },
    {
      door: `route GET /api/rounds/:id/results.${ending}`,
      case: `an open round, ${place} territory`,
      may: place === 'own' ? 'CA' : 'A',
      unseenBy: place === 'own' ? '0XKW' : '0XKWREC',
      at: ({ rounds }) => `/api/rounds/${rounds[place].id}/results.${ending}?lang=it`,
    },
  ])

export const doors: readonly Door[] = [
  ...file('xlsx'),
  ...file('pdf'),
  ...page(
    'page /[locale]/desk/group/[slug]/rounds/[id]/results',
    ({ groups, judgements }, place) =>
      `/it/desk/group/${groups[place].slug}/rounds/${judgements[place].roundId}/results`,
  ),
  ...page(
    'page /[locale]/desk/group/[slug]/rounds/[id]/results/[practice]',
    ({ groups, judgements }, place) =>
      `/it/desk/group/${groups[place].slug}/rounds/${judgements[place].roundId}/results/${judgements[place].practiceId}`,
  ),
  ...placesOfGroups.map((place): Door => ({
    door: 'page /[locale]/desk/practices/[id]/remarks',
    case: `${place} territory`,
    may: place === 'own' ? 'ECA' : 'A',
    ...(place === 'other' && { unseenBy: 'EC' }),
    who: people,
    at: ({ practices }) => `/it/desk/practices/${practices[place].public.id}/remarks`,
  })),
  ...deed('sendDiscussion', ({ meetingId }) => ({ meetingId })),
  ...deed('sendOpinion', () => ({ language: 'it', text: 'Serve un ufficio che risponda.' })),
  ...deed('publishResultHere', () => ({})),
  ...deed('takeBackResultHere', async ({ roundId, practiceId }) => {
    const spread = { median: 16, lowest: 16, highest: 16, count: 1 }
    const criteria = {
      evidence: spread,
      transferability: spread,
      relevance: spread,
      clarity: spread,
      resources: spread,
    }
    await db.roundPractice.update({
      where: { roundId_practiceId: { roundId, practiceId } },
      data: { result: { points: spread, criteria, resultClass: 'sufficient' }, resultPublishedAt: new Date() },
    })
    return {}
  }),
  // Of whose side the practice is: the group that judged it has no say here.
  ...placesOfGroups.map((place): Door => ({
    door: 'action rounds/result.actions#sendAnswer',
    case: `${place} territory`,
    may: place === 'own' ? 'ECA' : 'A',
    denied: 'hidden',
    who: people,
    sends: async (world) => {
      const groupId = world.groups[place].id
      const { reviewId } = await plantJudgement({ groupId, practiceId: world.practices[place].public.id })
      return { reviewId, subject: 'evidence', state: 'accepted', language: 'it', text: 'Grazie.' }
    },
  })),
  { door: 'mail rounds.answered', may: '', why: 'To whoever wrote the remarks that were answered, alone.' },
]

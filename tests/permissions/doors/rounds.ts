import { newId } from '@/core/id'
import { db } from '@/platform/db'
import { dayAfter, plantRound, submittedColumns } from '@tests/builders/round'
import type { Door } from '../door'
import type { GroupPlace } from '../telling-words'
import type { World } from '../world'

const people = '0XRECA'
const places = ['own', 'other'] as const

/** A page of a round: in the own territory for `may`, in another one for administrators alone, and nobody else knows of it. */
const page = (rest: string, may: string, id: (world: World, place: GroupPlace) => string): Door[] =>
  places.map((place) => ({
    door: `page /[locale]/desk/group/[slug]/rounds${rest}`,
    case: `${place} territory`,
    may: place === 'own' ? may : 'A',
    ...(place === 'other' && { unseenBy: 'REC' }),
    who: people,
    at: (world) => `/it/desk/group/gruppo-${place}/rounds${rest.replace('[id]', id(world, place))}`,
  }))

type Sent = Record<string, string>

/** A deed on a round: for whoever keeps the group. Who may not read it is told that it is not there. */
const deed = (name: string, sends: (world: World, place: GroupPlace) => Promise<Sent>): Door[] =>
  places.map((place) => ({
    door: `action rounds/round.actions#${name}`,
    case: `${place} territory`,
    may: place === 'own' ? 'CA' : 'A',
    unseenBy: place === 'own' ? '0X' : '0XREC',
    who: people,
    sends: (world) => sends(world, place),
  }))

/** A round made for one knock. */
const roundIn = ({ groups, practices }: World, place: GroupPlace) =>
  plantRound({
    ...{ groupId: groups[place].id, practiceId: practices[place].public.id, reviewerId: groups[place].memberId },
    ...{ word: 'di prova', reason: 'Prova' },
  })
const reason = 'Una ragione'

const openSent = ({ groups, practices }: World, place: GroupPlace): Sent => ({
  ...{ groupId: groups[place].id, id: newId(), language: 'it', title: 'Giro nuovo', closesOn: dayAfter(9) },
  ...{ 'practices[]': practices[place].public.id, quorum: '1', perPractice: '1', step: 'preview' },
  ...{ 'weights.evidence': '1', 'weights.transferability': '1', 'weights.relevance': '1' },
  ...{ 'weights.clarity': '1', 'weights.resources': '1' },
  ...{ 'thresholds.excellent': '21', 'thresholds.good': '18', 'thresholds.sufficient': '13' },
})

const mails = ['asked', 'reminder', 'extended', 'annulled', 'closedEarly', 'late', 'withdrawn', 'removed'] as const

export const doors: readonly Door[] = [
  ...page('/new', 'CA', () => ''),
  ...page('/[id]', 'RECA', ({ rounds }, place) => rounds[place].id),
  ...page('/[id]/assignment', 'CA', ({ rounds }, place) => rounds[place].id),
  ...deed('sendNewRound', (world, place) => Promise.resolve(openSent(world, place))),
  ...deed('extendRoundHere', async (world, place) => ({
    ...{ id: (await roundIn(world, place)).id, version: '1', closesOn: dayAfter(30) },
  })),
  ...deed('closeRoundHere', async (world, place) => ({ id: (await roundIn(world, place)).id, version: '1' })),
  ...deed('annulRoundHere', async (world, place) => ({ id: (await roundIn(world, place)).id, version: '1', reason })),
  ...deed('remindHere', async (world, place) => ({ id: (await roundIn(world, place)).id })),
  ...deed('assignHere', async (world, place) => {
    const { id, practiceId, reviewerId } = await roundIn(world, place)
    return { id, 'cells[]': `${practiceId}.${reviewerId}` }
  }),
  ...deed('removeReviewerHere', async (world, place) => {
    const { id, reviewerId } = await roundIn(world, place)
    return { id, reviewerId, reason }
  }),
  ...deed('annulReviewHere', async (world, place) => {
    const { reviewId: id } = await roundIn(world, place)
    await db.review.update({ where: { id }, data: submittedColumns(4) })
    return { id, reason }
  }),
  ...deed('takeOutHere', async (world, place) => {
    const { id, practiceId } = await roundIn(world, place)
    const second = world.practices[place].partners.id
    await db.roundPractice.create({ data: { roundId: id, practiceId: second, practiceVersion: 1 } })
    return { id, practiceId, reason }
  }),
  ...mails.map((name) => ({
    door: `mail rounds.${name}`,
    may: '',
    why: 'To members of the group who were asked to judge, alone.',
  })),
  { door: 'mail rounds.closed', may: '', why: 'To the coordinators of the group’s territory: numbers, no marks.' },
]

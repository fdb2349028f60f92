import { newId } from '@/core/id'
import { db } from '@/platform/db'
import { issueToken } from '@/platform/mailed-token'
import type { Door } from '../door'
import type { GroupPlace } from '../telling-words'
import type { World } from '../world'

const people = '0XRECA'
const everybody = '0XKWRECA'

const fields = {
  ...{ evidence: 4, transferability: 4, relevance: 4, clarity: 4, resources: 4 },
} as const
const typed = Object.fromEntries(Object.entries(fields).map(([name, mark]) => [`${name}Mark`, String(mark)]))

let asked = { id: '', version: 1 }

/** Gives a review, whole and not sent, to whoever joined the group last: whoever knocks, if they are a reviewer. */
async function assign({ groupId, rounds }: World, more: { submittedAt?: Date } = {}): Promise<void> {
  const last = await db.membership.findFirstOrThrow({ where: { groupId, role: 'reviewer' }, orderBy: { id: 'desc' } })
  const { id: roundId, practiceId } = rounds.own
  const draft = { writer: 'page', turn: 1, fields: { ...typed, recommendation: 'publish' } }
  const own = { roundId, practiceId, reviewerId: last.userId }
  await db.review.deleteMany({ where: own })
  const { id } = await db.review.create({
    data: {
      ...{ ...own, id: newId(), draft, marks: more.submittedAt ? fields : {} },
      ...(more.submittedAt && { submittedAt: more.submittedAt, recommendation: 'publish' as const }),
    },
  })
  asked = { id, version: 1 }
}

/** A page of one's own review: to everybody else it does not exist. */
const page = (rest: string, more: { submittedAt?: Date } = {}): Door[] => [
  {
    door: `page /[locale]/desk/reviews/[id]${rest}`,
    case: 'of the last who joined the group',
    may: 'R',
    unseenBy: 'ECA',
    who: people,
    before: (world) => assign(world, more),
    at: () => `/it/desk/reviews/${asked.id}${rest}`,
  },
  ...(['own', 'other'] as const).map((place): Door => ({
    door: `page /[locale]/desk/reviews/[id]${rest}`,
    case: `of somebody else, ${place} territory`,
    may: '',
    unseenBy: 'RECA',
    who: people,
    at: ({ rounds }) => `/it/desk/reviews/${rounds[place].sentId}${rest}`,
  })),
]

/** A deed on one's own review. */
const deed = (name: string, said: () => Record<string, string>): Door[] => [
  {
    door: `action rounds/${name}`,
    case: 'of the last who joined the group',
    may: 'R',
    unseenBy: '0XECA',
    who: people,
    before: (world) => assign(world),
    sends: () => ({ id: asked.id, version: String(asked.version), ...said() }),
  },
  ...(['own', 'other'] as const).map((place): Door => ({
    door: `action rounds/${name}`,
    case: `of somebody else, ${place} territory`,
    may: '',
    denied: 'hidden',
    who: people,
    sends: ({ rounds }) => ({ id: rounds[place].sentId, version: '1', ...said() }),
  })),
]

/** A way in, mailed to a reviewer or to whoever edits, too. */
async function entryOf(world: World, role: 'reviewer' | 'editor', minutes = 30): Promise<string> {
  const email = `zzentry${newId()}@example.eu`
  const scope = role === 'reviewer' ? { groupId: world.groupId } : { territoryId: world.territoryOf.own?.id ?? '' }
  await db.user.create({
    data: { id: newId(), email, name: 'Somebody', memberships: { create: { id: newId(), role, ...scope } } },
  })
  const subject = { roundId: world.rounds.own.id }
  return issueToken(db, { purpose: 'rounds.entry', subject, email, locale: 'it', minutes })
}

const draftOf = (place: GroupPlace): Door => ({
  door: 'route POST /api/reviews/:id/draft',
  case: `of somebody else, ${place} territory`,
  may: '',
  denied: 'hidden',
  at: ({ rounds }) => `/api/reviews/${rounds[place].sentId}/draft`,
  sends: () => ({ version: 1, writer: 'page', turn: 1 }),
  as: 'form',
})

export const doors: readonly Door[] = [
  { door: 'page /[locale]/desk/reviews', may: 'RECA', who: people, why: 'Everybody’s own.' },
  ...page(''),
  ...page('/summary'),
  ...page('/sent', { submittedAt: new Date() }),
  ...deed('review.actions#keepReviewHere', () => ({ ...typed, intent: 'keep' })),
  ...deed('review.actions#sendReviewHere', () => ({})),
  ...deed('review.actions#declareConflictHere', () => ({ reason: 'Ci lavora mia sorella' })),
  {
    door: 'route POST /api/reviews/:id/draft',
    case: 'of the last who joined the group',
    may: 'R',
    unseenBy: '0XKWECA',
    who: everybody,
    before: (world) => assign(world),
    at: () => `/api/reviews/${asked.id}/draft`,
    sends: () => ({ version: 1, writer: 'another', turn: 1, evidenceMark: 5 }),
    as: 'form',
  },
  draftOf('own'),
  draftOf('other'),
  {
    door: 'page /[locale]/entry/[token]',
    case: 'a link of nobody',
    may: '',
    denied: 'hidden',
    who: people,
    at: () => `/it/entry/${'x'.repeat(22)}`,
  },
  {
    door: 'action rounds/entry.actions#enterHere',
    may: people,
    who: people,
    sends: async (world) => ({ token: await entryOf(world, 'reviewer') }),
    why: 'The link is the right.',
  },
  {
    door: 'action rounds/entry.actions#enterHere',
    // Nobody gets in by it: whoever presses the button is sent to the page where an editor signs in.
    case: 'of an editor, who signs in',
    may: '0X',
    why: 'The way to the sign-in page is everybody’s.',
    who: '0X',
    sends: async (world) => ({ token: await entryOf(world, 'editor') }),
  },
  {
    door: 'action rounds/entry.actions#enterHere',
    case: 'too old',
    may: '',
    denied: 'gone',
    who: people,
    sends: async (world) => ({ token: await entryOf(world, 'reviewer', -1) }),
  },
  {
    door: 'action rounds/entry.actions#renewEntryHere',
    may: people,
    who: people,
    sends: async (world) => ({ token: await entryOf(world, 'reviewer', -1) }),
    why: 'The answer goes to the address of the link.',
  },
  { door: 'mail reviews.entry', may: '', why: 'To the address of the old link alone.' },
]

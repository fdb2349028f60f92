// What the pages of judged practices ask the database, each question whole: `DATABASE_URL=… node --import tsx
// bench/reviews/questions.ts` prints the median and the 95th percentile of each in milliseconds as JSON.
import { systemViewer, viewerOf } from '@/core/viewer'
import { findTransfersOfPractice } from '@/modules/adoption/transfer.queries'
import { findShownFiles } from '@/modules/files/file.queries'
import { getPractice } from '@/modules/practices/practice-detail.queries'
import { findPractices } from '@/modules/practices/practice.queries'
import { findSimilarPractices } from '@/modules/practices/similar-practice.queries'
import {
  findPublicResults,
  findUnansweredPractices,
  getJudgements,
  getRoundOutcomes,
} from '@/modules/rounds/outcome.queries'
import { findEarlierReview, findOwnRounds, getOwnReview } from '@/modules/rounds/review.queries'
import { findOpenRounds, findRounds, getRound } from '@/modules/rounds/round.queries'
import { closeDatabase, db } from '@/platform/db'

const runs = 200

async function measure(ask: (turn: number) => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  const times: number[] = []
  for (let turn = 0; turn < runs; turn++) {
    const from = performance.now()
    await ask(turn)
    times.push(performance.now() - from)
  }
  const sorted = times.slice(20).sort((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10
  return { p50: at(0.5), p95: at(0.95) }
}

async function signedIn(email: string) {
  const {
    id: userId,
    name,
    memberships,
  } = await db.user.findUniqueOrThrow({
    where: { email },
    include: { memberships: true },
  })
  return viewerOf({ userId, name, memberships })
}

const viewer = await signedIn('editor@example.eu')
const reviewer = await signedIn('member3001@example.eu')
const asked = await db.review.findMany({ where: { reviewerId: reviewer.userId }, select: { id: true } })
const own = { territoryId: { in: [...viewer.territoryIds] } }
const over = await db.reviewRound.findMany({
  where: { closedAt: { not: null }, group: own },
  select: { id: true, groupId: true },
  take: 200,
})
const judged = await db.practice.findMany({
  where: own,
  select: { id: true, slug: true },
  take: 200,
  orderBy: { slug: 'asc' },
})
const published = await db.roundPractice.findMany({
  where: { resultPublishedAt: { not: null } },
  select: { practice: { select: { id: true, slug: true } } },
  take: 200,
})

function of<Row>(rows: readonly Row[], turn: number): Row {
  const row = rows[turn % rows.length]
  if (row === undefined) throw new Error('the seed is empty')
  return row
}

const times = {
  'index, first page': await measure((turn) =>
    findPractices({ theme: [of(['mechanics', 'energy'], turn)] }, { limit: 25, locale: 'en' }),
  ),
  'practice page: record and judgements': await measure(async (turn) => {
    const { practice } = of(published, turn)
    await getPractice(null, practice.slug, 'en')
    await findPublicResults(practice.id)
  }),
  // Each practice once: what is kept per version of the data is found anew.
  'practice page: those like it, first read': await measure((turn) =>
    findSimilarPractices(of(published, turn).practice.id, 'en'),
  ),
  'practice page: adoption and files': await measure(async (turn) => {
    const { id } = of(published, turn).practice
    await findTransfersOfPractice(id, 'en')
    await findShownFiles(null, { kind: 'practice', id })
  }),
  'rounds of a group': await measure((turn) => findRounds(viewer, of(over, turn).groupId)),
  'a round': await measure((turn) => getRound(viewer, of(over, turn).groupId, of(over, turn).id)),
  'results of a round': await measure((turn) => getRoundOutcomes(viewer, of(over, turn).groupId, of(over, turn).id)),
  'reviews and remarks of a practice': await measure((turn) => getJudgements(viewer, of(judged, turn).id)),
  'desk: remarks to answer': await measure(() => findUnansweredPractices(viewer, { limit: 8 })),
  'desk: open rounds, all of them': await measure(() => findOpenRounds(systemViewer, 8)),
  'reviewer’s desk': await measure(() => findOwnRounds(reviewer)),
  'one’s own review, with its practice': await measure(async (turn) => {
    const review = await getOwnReview(reviewer, of(asked, turn).id)
    await findEarlierReview(reviewer, review, await getPractice(reviewer, review.practiceId, 'en'))
  }),
}
console.log(JSON.stringify(times))
await closeDatabase()

import { newId } from '@/core/id'
import { inOriginal } from '@/core/localized'
import { db } from '@/platform/db'

/**
 * A round of a group that is over, with one review of somebody who sits in it no longer; `canary` stands in what was said,
 * `who` in the name of who said it. `isAnswered`: nothing stands between it and its publication.
 */
export async function plantJudgement({
  groupId,
  practiceId,
  canary = 'nessuno',
  who = 'Qualcuno',
  isAnswered = false,
}: {
  groupId: string
  practiceId: string
  canary?: string
  who?: string
  isAnswered?: boolean
}) {
  const [roundId, reviewId, reviewerId, meetingId] = [newId(), newId(), newId(), newId()]
  await db.user.create({ data: { id: reviewerId, email: `zzonce${reviewerId}@example.eu`, name: who } })
  const closesAt = new Date(Date.now() - 3_600_000)
  await db.reviewRound.create({
    data: {
      ...{ id: roundId, groupId, title: inOriginal('it', 'Giro finito'), quorum: 1 },
      weights: { evidence: 5, transferability: 5, relevance: 5, clarity: 5, resources: 5 },
      thresholds: { excellent: 21, good: 18, sufficient: 13 },
      ...{ opensAt: new Date('2026-01-01T00:00:00Z'), closesAt, closedAt: closesAt },
      practices: { create: { practiceId, practiceVersion: 1 } },
    },
  })
  await db.review.create({
    data: {
      ...{ id: reviewId, roundId, practiceId, reviewerId, language: 'it', recommendation: 'revise' },
      ...{ savedAt: closesAt, submittedAt: closesAt },
      marks: { evidence: 4, transferability: 3, relevance: 3, clarity: 3, resources: 3 },
      comments: { evidence: `Osservazione ${canary}` },
    },
  })
  if (isAnswered)
    await db.remarkAnswer.create({ data: { id: newId(), reviewId, criterion: 'evidence', state: 'accepted' } })
  await db.groupMeeting.create({ data: { id: meetingId, groupId, startsAt: new Date(Date.now() - 60_000) } })
  return { roundId, practiceId, reviewId, meetingId }
}

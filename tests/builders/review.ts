import { inOriginal } from '@/core/localized'
import { db } from '@/platform/db'

const all = (mark: number) => ({
  ...{ evidence: mark, transferability: mark, relevance: mark, clarity: mark, resources: mark },
})

/** Hands in what somebody was asked to review, as it is stored; marks are fours unless told. */
export const givenReview = (
  { roundId, practiceId, reviewerId }: { roundId: string; practiceId: string; reviewerId: string },
  {
    marks = {},
    comments = {},
    language = 'it',
    recommendation = 'publish',
  }: {
    marks?: Partial<ReturnType<typeof all>>
    comments?: Partial<Record<keyof ReturnType<typeof all> | 'general', string>>
    language?: string
    recommendation?: 'publish' | 'revise' | 'decline'
  } = {},
) =>
  db.review.update({
    where: { roundId_practiceId_reviewerId: { roundId, practiceId, reviewerId } },
    data: {
      ...{ marks: { ...all(4), ...marks }, comments, language, recommendation },
      ...{ savedAt: new Date(), submittedAt: new Date() },
    },
  })

/** Ends a round a minute ago, as its closing date would. */
export async function givenOver(roundId: string): Promise<Date> {
  const closesAt = new Date(Date.now() - 60_000)
  const opensAt = new Date(closesAt.getTime() - 86_400_000)
  await db.reviewRound.update({ where: { id: roundId }, data: { opensAt, closesAt, closedAt: closesAt } })
  return closesAt
}

/** A meeting of a group that has just begun. */
export async function givenMeetingNow(groupId: string, id: string): Promise<string> {
  const startsAt = new Date(Date.now() - 30_000)
  await db.groupMeeting.create({ data: { id, groupId, startsAt, agenda: inOriginal('it', 'Risultati') } })
  return id
}

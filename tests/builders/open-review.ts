import { newId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { keepReview } from '@/modules/rounds/review.commands'
import type { ReviewFields } from '@/modules/rounds/review-content.schema'
import { db } from '@/platform/db'
import { type GivenRound, givenRound } from '@tests/builders/round'
import { givenTerritory } from '@tests/builders/territory'

/** A review that may be sent. */
export const whole: ReviewFields = {
  ...{ evidenceMark: '4', transferabilityMark: '5', relevanceMark: '2', clarityMark: '3', resourcesMark: '0' },
  relevanceRemark: 'Our instrument funds networks, and this is promotion.',
  resourcesRemark: 'Neither cost nor people nor time are stated anywhere.',
  recommendation: 'revise',
}

/** A round of two practices, one of its reviewers, and the two reviews that are asked of them. */
export async function givenReview(): Promise<{ round: GivenRound; reviewer: Viewer; id: string; other: string }> {
  const territory = await givenTerritory({ slug: `t${newId().slice(-10)}` })
  const round = await givenRound(territory.id, { practices: 2 })
  const [member] = round.reviewers
  if (member === undefined) throw new Error('no reviewer')
  const reviews = await db.review.findMany({ where: { reviewerId: member.userId }, orderBy: { id: 'asc' } })
  const [first, second] = reviews
  if (first === undefined || second === undefined) throw new Error('nothing is assigned')
  return { round, reviewer: member, id: first.id, other: second.id }
}

export const typed = (version: number, fields: ReviewFields, writer = 'page one', turn = 1) => ({
  ...{ version, fields, turn, writer: writer.replace(' ', '-') },
})
export const stored = (id: string) => db.review.findUniqueOrThrow({ where: { id } })

/** Keeps a whole review and returns the version that may be sent. */
export async function kept(reviewer: Viewer, id: string, fields = whole): Promise<number> {
  const { version } = await stored(id)
  const answer = await keepReview(reviewer, id, typed(version, fields))
  if ('stale' in answer) throw new Error('somebody else wrote')
  return answer.version
}

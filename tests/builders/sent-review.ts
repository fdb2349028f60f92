import { newId } from '@/core/id'
import { db } from '@/platform/db'

/** A review of an open round that somebody has sent and is changing, full of a word that nobody else may read. */
export async function plantSentReview(
  { id: roundId, practiceId }: { id: string; practiceId: string },
  canary: string,
): Promise<string> {
  const [id, reviewerId] = [newId(), newId()]
  await db.user.create({ data: { id: reviewerId, email: `bewertung.${id}@example.eu`, name: 'Somebody who judges' } })
  const fields = { evidenceMark: '1', evidenceRemark: `Bozza ${canary}` }
  await db.review.create({
    data: {
      ...{ id, roundId, practiceId, reviewerId, submittedAt: new Date() },
      marks: { evidence: 2, transferability: 3, relevance: 3, clarity: 3, resources: 3 },
      comments: { evidence: `Osservazione ${canary}`, general: canary },
      ...{ recommendation: 'revise', draft: { writer: 'page', turn: 1, fields } },
    },
  })
  return id
}

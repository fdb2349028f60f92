import { newId } from '@/core/id'
import { systemViewer, type Viewer } from '@/core/viewer'
import { createGroup } from '@/modules/groups/group.commands'
import { newGroupSchema } from '@/modules/groups/group.schema'
import { savePractices } from '@/modules/practices/practice.commands'
import { openRound } from '@/modules/rounds/open-round.commands'
import { getRoundOutcomes } from '@/modules/rounds/outcome.queries'
import { answerFormSchema } from '@/modules/rounds/outcome.schema'
import { answerRemark } from '@/modules/rounds/remark.commands'
import { givenActor } from '@tests/builders/actor'
import { aPractice, text } from '@tests/builders/practice'
import { givenOver, givenReview } from '@tests/builders/review'
import { aRound } from '@tests/builders/round'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'

/** A group of one territory is asked to judge a published practice of another; four are asked. */
export async function givenAsked() {
  const territoryId = (await givenTerritory()).id
  const practiceTerritory = (await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })).id
  const coordinator = await givenViewer('coordinator', { territoryId })
  const editorOfPractice = await givenViewer('editor', { territoryId: practiceTerritory })
  const name = { original: 'it', name: { it: 'Gruppo' } }
  const group = await createGroup(systemViewer, newGroupSchema.parse({ territoryId, ...name }))
  const reviewers: Viewer[] = []
  for (let index = 0; index < 4; index++) reviewers.push(await givenViewer('reviewer', { groupId: group.id }))
  const { id: inChargeId } = await givenActor({ name: 'Gävle kommun', kind: 'public_authority' })
  const practice = aPractice({ inChargeId, title: text('Una porta sola') })
  const [saved] = await savePractices(systemViewer, [{ territoryId: practiceTerritory, status: 'published', practice }])
  const practiceId = saved?.id ?? ''
  const cells = reviewers.map(({ userId }) => ({ practiceId, reviewerId: userId }))
  const form = aRound({ id: newId(), groupId: group.id, practices: [practiceId], perPractice: '4' })
  const { id: roundId } = await openRound(coordinator, { ...form, cells })
  return { territoryId, coordinator, editorOfPractice, group, reviewers, practiceId, roundId }
}
export type Asked = Awaited<ReturnType<typeof givenAsked>>

/** Where the review of one of the four lies. */
export const reviewAt = ({ roundId, practiceId, reviewers }: Asked, index: number) => ({
  ...{ roundId, practiceId, reviewerId: reviewers[index]?.userId ?? '' },
})

/** Three reviews, the last of them with a zero and two remarks, and one that never came; the round is over. */
export async function givenJudged(asked: Asked) {
  await givenReview(reviewAt(asked, 0), { marks: { clarity: 5 } })
  await givenReview(reviewAt(asked, 1), { comments: { general: 'Utile per noi.' } })
  const zero = await givenReview(reviewAt(asked, 2), {
    marks: { resources: 0, evidence: 2 },
    comments: { resources: 'Non si dice quanto costa, e chi paga.', evidence: 'Mancano numeri sugli effetti avuti.' },
  })
  await givenOver(asked.roundId)
  return zero
}

/** What became of the practice, as somebody reads it. */
export async function outcomeFor({ group, roundId }: Asked, viewer: Viewer | null) {
  const [outcome] = (await getRoundOutcomes(viewer, group.slug, roundId)).outcomes ?? []
  if (outcome === undefined) throw new Error('no outcome is shown')
  return outcome
}

/** A legal answer to a remark. */
export const anAnswer = (reviewId: string, subject: string, more: Record<string, string> = {}) =>
  answerFormSchema.parse({ reviewId, subject, state: 'partly', language: 'sv', text: 'Delvis.', ...more })

/** Answers every remark. */
export async function answerAll(asked: Asked): Promise<void> {
  for (const { reviewId, subject } of (await outcomeFor(asked, asked.coordinator)).remarks)
    await answerRemark(asked.editorOfPractice, anAnswer(reviewId, subject))
}

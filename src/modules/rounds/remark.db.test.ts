import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { systemViewer, type Viewer, viewerOf } from '@/core/viewer'
import { publishPractice } from '@/modules/practices/practice.commands'
import { findUnansweredPractices } from '@/modules/rounds/outcome.queries'
import { answerFormSchema } from '@/modules/rounds/outcome.schema'
import { answerRemark } from '@/modules/rounds/remark.commands'
import { getOwnReview } from '@/modules/rounds/review.queries'
import { db } from '@/platform/db'
import { anAnswer, answerAll, type Asked, givenAsked, givenJudged, outcomeFor } from '@tests/builders/judged'
import { emptyDatabase } from '@tests/database'

let asked: Asked
let coordinator: Viewer
let editorOfPractice: Viewer
let reviewers: Viewer[]
let practiceId: string

beforeEach(async () => {
  await emptyDatabase()
  asked = await givenAsked()
  ;({ coordinator, editorOfPractice, reviewers, practiceId } = asked)
})

const waiting = async () =>
  (await findUnansweredPractices(editorOfPractice, { limit: 5 })).rows.map(({ count }) => count)

test('each remark is answered by the side of the practice, and by nobody else', async () => {
  const { id } = await givenJudged(asked)
  for (const viewer of [coordinator, reviewers[2] ?? null, null])
    await expect(answerRemark(viewer, anAnswer(id, 'resources'))).rejects.toMatchObject({ code: 'not-found' })
  await answerRemark(editorOfPractice, anAnswer(id, 'resources'))
  await expect(answerRemark(editorOfPractice, anAnswer(id, 'clarity'))).rejects.toMatchObject({ code: 'not-found' })
  await expect(answerRemark(editorOfPractice, anAnswer(newId(), 'clarity'))).rejects.toMatchObject({
    code: 'not-found',
  })
  // What somebody else answered meanwhile is not written over.
  await expect(answerRemark(editorOfPractice, anAnswer(id, 'resources'))).rejects.toMatchObject({ code: 'conflict' })
  await answerRemark(editorOfPractice, anAnswer(id, 'resources', { version: '1', state: 'accepted' }))
  await expect(answerRemark(editorOfPractice, anAnswer(id, 'resources', { version: '1' }))).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(
    (await outcomeFor(asked, coordinator)).remarks.find(({ subject }) => subject === 'resources')?.answer,
  ).toMatchObject({
    ...{ state: 'accepted', version: 2, text: { texts: { sv: { value: 'Delvis.' } } } },
  })
  expect(
    answerFormSchema.safeParse({ reviewId: id, subject: 'clarity', state: 'not_accepted', language: 'it' }).success,
  ).toBe(false)
})

test('whoever wrote remarks is told once what was done with all of theirs', async () => {
  const { id } = await givenJudged(asked)
  expect((await getOwnReview(reviewers[2] ?? null, id)).answered).toEqual([])
  await answerRemark(editorOfPractice, anAnswer(id, 'resources'))
  expect(await db.outboxMail.count({ where: { template: 'rounds.answered' } })).toBe(0)
  await answerRemark(editorOfPractice, anAnswer(id, 'evidence', { state: 'accepted' }))
  await answerRemark(editorOfPractice, anAnswer(id, 'evidence', { version: '1' }))
  const [mail, ...more] = await db.outboxMail.findMany({ where: { template: 'rounds.answered' } })
  expect(more).toEqual([])
  const { email } = await db.user.findUniqueOrThrow({ where: { id: reviewers[2]?.userId ?? '' } })
  expect(mail).toMatchObject({ recipient: email, parameters: { count: 2, practice: 'Una porta sola' } })
  expect(JSON.stringify(mail?.parameters)).toContain('Non si dice quanto costa')
  // The button opens their own review, which tells it, too; also to whoever has left the group.
  expect(mail?.link).toMatchObject({ path: '/entry', purpose: 'rounds.entry', subject: { reviewId: id } })
  const left = viewerOf({ userId: reviewers[2]?.userId ?? '', name: 'Left', memberships: [] })
  expect((await getOwnReview(left, id)).answered).toMatchObject([
    { subject: 'evidence', answer: { state: 'partly' } },
    { subject: 'resources', answer: { state: 'partly', text: { texts: { sv: { value: 'Delvis.' } } } } },
  ])
})

test('of the last two answers at once one tells the reviewer, and an account that is disabled or erased is not written to', async () => {
  const { id } = await givenJudged(asked)
  await Promise.all([
    answerRemark(editorOfPractice, anAnswer(id, 'resources')),
    answerRemark(editorOfPractice, anAnswer(id, 'evidence')),
  ])
  expect(await db.outboxMail.count({ where: { template: 'rounds.answered' } })).toBe(1)
  await db.user.update({ where: { id: reviewers[1]?.userId ?? '' }, data: { disabledAt: new Date() } })
  const general = (await outcomeFor(asked, coordinator)).remarks.find(({ subject }) => subject === 'general')
  await answerRemark(editorOfPractice, anAnswer(general?.reviewId ?? '', 'general'))
  expect(await db.outboxMail.count({ where: { template: 'rounds.answered' } })).toBe(1)
  expect((await outcomeFor(asked, coordinator)).unanswered).toBe(0)
})

test('a practice comes before everybody’s eyes only when what reviewers said of it is answered', async () => {
  const { id } = await givenJudged(asked)
  await db.practice.update({ where: { id: practiceId }, data: { status: 'submitted', publishedAt: null } })
  const { version } = await db.practice.findUniqueOrThrow({ where: { id: practiceId } })
  await expect(publishPractice(systemViewer, { id: practiceId, version })).rejects.toMatchObject({
    ...{ code: 'conflict', messageKey: 'remarksUnanswered', values: { count: 3 } },
  })
  expect(await findUnansweredPractices(editorOfPractice, { limit: 5 })).toMatchObject({
    rows: [{ practiceId, count: 3 }],
    total: 1,
  })
  expect(await findUnansweredPractices(coordinator, { limit: 5 })).toEqual({ rows: [], total: 0, next: null })
  // Whoever reads on after a practice that waits no longer begins at the beginning.
  const [first] = (await findUnansweredPractices(editorOfPractice, { limit: 5, after: newId() })).rows
  expect(first?.practiceId).toBe(practiceId)
  expect((await findUnansweredPractices(editorOfPractice, { limit: 5, after: practiceId })).rows).toEqual([])
  await answerRemark(editorOfPractice, anAnswer(id, 'resources'))
  expect(await waiting()).toEqual([2])
  await db.remarkAnswer.deleteMany({ where: { reviewId: id } })
  expect(await waiting()).toEqual([3])
  await answerAll(asked)
  expect(await waiting()).toEqual([])
  expect(id).not.toBe('')
  await publishPractice(systemViewer, { id: practiceId, version })
  expect((await db.practice.findUniqueOrThrow({ where: { id: practiceId } })).status).toBe('published')
})

import { expect, test } from 'vitest'
import { newId } from '@/core/id'
import { inOriginal } from '@/core/localized'
import { declareConflict, keepReview, keepReviewForm, sendReview } from '@/modules/rounds/review.commands'
import { countReviewsToDo, findEarlierReview, findOwnRounds, getOwnReview } from '@/modules/rounds/review.queries'
import { db } from '@/platform/db'
import { givenReview as given, kept, stored, typed, whole } from '@tests/builders/open-review'

test('what is typed is kept for its writer alone and judged by nobody, then sent whole', async () => {
  const { reviewer, id } = await given()
  const answer = await keepReview(reviewer, id, typed(1, { evidenceMark: '4' }))
  expect(answer).toMatchObject({ version: 2 })
  expect(await stored(id)).toMatchObject({ marks: {}, comments: {}, submittedAt: null, version: 2 })
  expect((await getOwnReview(reviewer, id)).draft?.fields).toEqual({ evidenceMark: '4' })
  await expect(sendReview(reviewer, { id, version: 2 }, 'sv')).rejects.toMatchObject({ code: 'invalid' })
  await sendReview(reviewer, { id, version: await kept(reviewer, id) }, 'sv')
  expect(await stored(id)).toMatchObject({
    marks: { evidence: 4, transferability: 5, relevance: 2, clarity: 3, resources: 0 },
    comments: { relevance: whole.relevanceRemark, resources: whole.resourcesRemark },
    ...{ recommendation: 'revise', language: 'sv', draft: null },
  })
  expect(await db.auditEntry.count({ where: { action: 'send-review', recordId: id } })).toBe(1)
})

test('a form that misses something is kept all the same, and says what at each field', async () => {
  const { reviewer, id } = await given()
  const form = { id, version: 1, seen: undefined, intent: 'look' as const, takes: [], writer: 'form', turn: 0 }
  await expect(
    keepReviewForm(reviewer, { ...form, fields: { ...whole, resourcesRemark: 'too short' } }),
  ).rejects.toMatchObject({
    fields: [{ field: 'resourcesRemark', message: 'tooShort' }],
  })
  expect((await getOwnReview(reviewer, id)).draft?.fields.resourcesRemark).toBe('too short')
})

test('two devices: the second is told and nothing is lost; what was chosen goes on', async () => {
  const { reviewer, id } = await given()
  await keepReview(reviewer, id, typed(1, { clarityMark: '5' }, 'phone'))
  const told = await keepReview(reviewer, id, typed(1, { clarityMark: '1', generalRemark: 'Mine' }, 'desk'))
  expect(told).toMatchObject({ stale: { version: 2, writer: 'phone', fields: { clarityMark: '5' } } })
  expect((await getOwnReview(reviewer, id)).draft?.fields).toEqual({ clarityMark: '5' })
  // Without a script the choice comes with the form.
  const chosen = { id, version: 1, seen: 2, intent: 'keep' as const, takes: ['clarity'], writer: 'form', turn: 0 }
  await keepReviewForm(reviewer, { ...chosen, fields: { clarityMark: '1', generalRemark: 'Mine' } })
  expect((await getOwnReview(reviewer, id)).draft?.fields).toEqual({ clarityMark: '5', generalRemark: 'Mine' })
})

test('savings of one page that overtake each other: the later one stays', async () => {
  const { reviewer, id } = await given()
  await keepReview(reviewer, id, typed(1, { generalRemark: 'first' }, 'page', 1))
  await keepReview(reviewer, id, typed(1, { generalRemark: 'third' }, 'page', 3))
  expect(await keepReview(reviewer, id, typed(1, { generalRemark: 'second' }, 'page', 2))).toHaveProperty('stale')
  expect((await getOwnReview(reviewer, id)).draft?.fields).toEqual({ generalRemark: 'third' })
})

test('two devices send the same review at once: one is sent, the other is told', async () => {
  const { reviewer, id } = await given()
  const version = await kept(reviewer, id)
  const sent = await Promise.allSettled([
    sendReview(reviewer, { id, version }, 'sv'),
    sendReview(reviewer, { id, version }, 'it'),
  ])
  expect(sent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(sent.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'conflict', messageKey: 'reviewSentElsewhere' },
  })
  expect(await db.auditEntry.count({ where: { action: 'send-review', recordId: id } })).toBe(1)
})

test('sending against closing: either it is in, or it is told that the round has closed', async () => {
  for (let turn = 0; turn < 6; turn++) {
    const { round, reviewer, id } = await given()
    const version = await kept(reviewer, id)
    const send = () => sendReview(reviewer, { id, version }, 'sv')
    const close = () =>
      db.reviewRound.update({ where: { id: round.id }, data: { closedAt: new Date() } }).then(() => null)
    const [first, second] = await Promise.allSettled(turn % 2 === 0 ? [send(), close()] : [close(), send()])
    const sent = turn % 2 === 0 ? first : second
    const { submittedAt, draft } = await stored(id)
    if (sent?.status === 'fulfilled') expect(submittedAt).not.toBeNull()
    else {
      expect(sent).toMatchObject({ reason: { code: 'conflict', messageKey: 'roundClosed' } })
      expect(submittedAt).toBeNull()
      expect(draft).not.toBeNull()
    }
  }
})

test('a changed review takes the place of the first only when it is sent', async () => {
  const { reviewer, id } = await given()
  await sendReview(reviewer, { id, version: await kept(reviewer, id) }, 'sv')
  const version = await kept(reviewer, id, { ...whole, evidenceMark: '1', evidenceRemark: 'x'.repeat(30) })
  expect(await stored(id)).toMatchObject({ marks: { evidence: 4 } })
  expect((await findOwnRounds(reviewer))[0]?.rows.find((row) => row.id === id)).toMatchObject({
    ...{ state: 'submitted', hasUnsent: true },
  })
  await sendReview(reviewer, { id, version }, 'sv')
  expect(await stored(id)).toMatchObject({ marks: { evidence: 1 } })
})

test('what was not sent goes with an account that is erased; what was sent stays without a name', async () => {
  const { reviewer, id, other } = await given()
  await sendReview(reviewer, { id, version: await kept(reviewer, id) }, 'sv')
  await kept(reviewer, id, { ...whole, generalRemark: 'Changed after sending' })
  await kept(reviewer, other)
  await db.user.delete({ where: { id: reviewer.userId } })
  expect(await stored(id)).toMatchObject({ reviewerId: null, draft: null, recommendation: 'revise' })
  expect(await stored(other)).toMatchObject({ reviewerId: null, draft: null })
})

test('a declared conflict takes the marks away and tells the coordinators', async () => {
  const { round, reviewer, id } = await given()
  await sendReview(reviewer, { id, version: await kept(reviewer, id) }, 'sv')
  await declareConflict(reviewer, { id, reason: 'My sister runs it' })
  expect(await stored(id)).toMatchObject({
    ...{ submittedAt: null, marks: {}, comments: {}, draft: null, conflictReason: 'My sister runs it' },
  })
  const told = await db.notification.findMany({ where: { userId: round.coordinator.userId, kind: 'reviewConflict' } })
  expect(told).toHaveLength(1)
  expect(await getOwnReview(reviewer, id)).toMatchObject({ state: 'conflict', hindrance: 'conflict' })
})

test('the desk says what is to do, what is done and how long the rest takes', async () => {
  const { reviewer, id, other } = await given()
  expect(await countReviewsToDo(reviewer)).toBe(2)
  await sendReview(reviewer, { id, version: await kept(reviewer, id) }, 'sv')
  const [round] = await findOwnRounds(reviewer)
  expect(round).toMatchObject({ state: 'open', progress: { done: 1, total: 2, minutes: 4 } })
  expect(round?.rows.map((row) => [row.id, row.state])).toEqual(
    expect.arrayContaining([
      [id, 'submitted'],
      [other, 'asked'],
    ]),
  )
  expect(await countReviewsToDo(reviewer)).toBe(1)
  const neighbours = await getOwnReview(reviewer, id)
  expect([neighbours.previousId, neighbours.nextId]).toContain(other)
})

test('a practice that comes back is shown with the marks of then and what changed since', async () => {
  const { reviewer, id } = await given()
  await sendReview(reviewer, { id, version: await kept(reviewer, id) }, 'sv')
  const { practiceId } = await stored(id)
  const practice = await db.practice.findUniqueOrThrow({ where: { id: practiceId } })
  const later = { id: newId(), practiceId }
  const same = await findEarlierReview(reviewer, later, practice)
  expect(same).toMatchObject({ fields: { evidenceMark: '4', resourcesMark: '0' }, changes: [] })
  const changed = { ...practice, summary: inOriginal('it', 'Enti e imprese, ora anche scuole.') }
  expect((await findEarlierReview(reviewer, later, changed))?.changes).toMatchObject([
    { field: 'summary', after: 'Enti e imprese, ora anche scuole.', language: 'it' },
  ])
  expect(await findEarlierReview(reviewer, { id, practiceId }, practice)).toBeNull()
})

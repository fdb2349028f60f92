import { expect, test } from 'vitest'
import { newId } from '@/core/id'
import { inOriginal } from '@/core/localized'
import { type Viewer, viewerOf } from '@/core/viewer'
import { declareConflict, keepReview, keepReviewForm, sendReview } from '@/modules/rounds/review.commands'
import { countReviewsToDo, findEarlierReview, findOwnRounds, getOwnReview } from '@/modules/rounds/review.queries'
import { type ReviewFields } from '@/modules/rounds/review-content.schema'
import { db } from '@/platform/db'
import { type GivenRound, givenRound } from '@tests/builders/round'
import { givenTerritory } from '@tests/builders/territory'

const whole: ReviewFields = {
  ...{ evidenceMark: '4', transferabilityMark: '5', relevanceMark: '2', clarityMark: '3', resourcesMark: '0' },
  relevanceRemark: 'Our instrument funds networks, and this is promotion.',
  resourcesRemark: 'Neither cost nor people nor time are stated anywhere.',
  recommendation: 'revise',
}

async function given(): Promise<{ round: GivenRound; reviewer: Viewer; id: string; other: string }> {
  const territory = await givenTerritory({ slug: `t${newId().slice(-10)}` })
  const round = await givenRound(territory.id, { practices: 2 })
  const [member] = round.reviewers
  if (member === undefined) throw new Error('no reviewer')
  const reviews = await db.review.findMany({ where: { reviewerId: member.userId }, orderBy: { id: 'asc' } })
  const [first, second] = reviews
  if (first === undefined || second === undefined) throw new Error('nothing is assigned')
  return { round, reviewer: member, id: first.id, other: second.id }
}

const typed = (version: number, fields: ReviewFields, writer = 'page one', turn = 1) => ({
  ...{ version, fields, turn, writer: writer.replace(' ', '-') },
})
const stored = (id: string) => db.review.findUniqueOrThrow({ where: { id } })

/** Keeps a whole review and returns the version that may be sent. */
async function kept(reviewer: Viewer, id: string, fields = whole): Promise<number> {
  const { version } = await stored(id)
  const answer = await keepReview(reviewer, id, typed(version, fields))
  if ('stale' in answer) throw new Error('somebody else wrote')
  return answer.version
}

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

const over: [string, (given: { round: GivenRound; id: string }) => Promise<unknown>, string][] = [
  [
    'the round has closed',
    ({ round }) =>
      db.reviewRound.update({
        where: { id: round.id },
        data: { opensAt: new Date(Date.now() - 9000), closesAt: new Date(Date.now() - 1000) },
      }),
    'roundClosed',
  ],
  [
    'the round was annulled',
    ({ round }) => db.reviewRound.update({ where: { id: round.id }, data: { annulledAt: new Date() } }),
    'roundAnnulled',
  ],
  [
    'it was annulled',
    ({ id }) => db.review.update({ where: { id }, data: { annulledAt: new Date() } }),
    'reviewAnnulled',
  ],
  [
    'they were taken out',
    ({ id }) => db.review.update({ where: { id }, data: { removedAt: new Date() } }),
    'reviewRemoved',
  ],
  [
    'the practice was withdrawn',
    async ({ round, id }) => {
      const { practiceId } = await stored(id)
      await db.roundPractice.update({
        where: { roundId_practiceId: { roundId: round.id, practiceId } },
        data: { withdrawnAt: new Date(), withdrawal: 'takenOut' },
      })
    },
    'practiceWithdrawn',
  ],
]

test.each(over)('nothing is written or sent once %s; what was typed can be read', async (_, happens, messageKey) => {
  const { round, reviewer, id } = await given()
  const version = await kept(reviewer, id)
  await happens({ round, id })
  await expect(keepReview(reviewer, id, typed(version, whole))).rejects.toMatchObject({ code: 'conflict', messageKey })
  await expect(sendReview(reviewer, { id, version }, 'sv')).rejects.toMatchObject({ code: 'conflict', messageKey })
  await expect(declareConflict(reviewer, { id, reason: 'Late' })).rejects.toMatchObject({ messageKey })
  expect((await getOwnReview(reviewer, id)).draft?.fields).toEqual(whole)
})

test('nobody judges their own practice, nor that of their organisation, nor after leaving the group', async () => {
  const { reviewer, id } = await given()
  const version = await kept(reviewer, id)
  const { practiceId } = await stored(id)
  const { inChargeId } = await db.practice.findUniqueOrThrow({ where: { id: practiceId } })
  const refused = (viewer: Viewer) => sendReview(viewer, { id, version }, 'sv')
  const of = (more: { organisationId?: string | null; memberships?: Viewer['memberships'] }) =>
    viewerOf({ userId: reviewer.userId, name: reviewer.name, memberships: reviewer.memberships, ...more })
  await expect(refused(of({ organisationId: inChargeId }))).rejects.toMatchObject({ messageKey: 'ownOrganisation' })
  await expect(refused(of({ memberships: [] }))).rejects.toMatchObject({ code: 'forbidden' })
  await db.practice.update({ where: { id: practiceId }, data: { createdById: reviewer.userId } })
  await expect(refused(reviewer)).rejects.toMatchObject({ messageKey: 'ownPractice' })
  expect(await stored(id)).toMatchObject({ submittedAt: null })
})

test('a review is its reviewer’s own: to everybody else it does not exist', async () => {
  const { round, id } = await given()
  for (const viewer of [null, round.coordinator, round.reviewers[1] ?? null]) {
    await expect(getOwnReview(viewer, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(keepReview(viewer, id, typed(1, whole))).rejects.toMatchObject({ code: 'not-found' })
    await expect(sendReview(viewer, { id, version: 1 }, 'en')).rejects.toMatchObject({ code: 'not-found' })
    await expect(declareConflict(viewer, { id, reason: 'Not mine' })).rejects.toMatchObject({ code: 'not-found' })
  }
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

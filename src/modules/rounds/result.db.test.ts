import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { systemViewer, type Viewer } from '@/core/viewer'
import { findDecisions, getMeeting } from '@/modules/groups/meeting.queries'
import { decisionFormSchema } from '@/modules/groups/meeting.schema'
import { recordDecision } from '@/modules/groups/record.commands'
import { savePractices } from '@/modules/practices/practice.commands'
import { findPractices } from '@/modules/practices/practice.queries'
import { findPublicResults, getJudgements, getRoundOutcomes } from '@/modules/rounds/outcome.queries'
import { opinionFormSchema } from '@/modules/rounds/outcome.schema'
import { publishResult, recordDiscussion, takeBackResult, writeOpinion } from '@/modules/rounds/result.commands'
import { db } from '@/platform/db'
import { answerAll, type Asked, givenAsked, givenJudged, outcomeFor, reviewAt } from '@tests/builders/judged'
import { aPractice, text } from '@tests/builders/practice'
import { givenMeetingNow, givenOver, givenReview } from '@tests/builders/review'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

let asked: Asked
let coordinator: Viewer
let editorOfPractice: Viewer
let reviewers: Viewer[]
let practiceId: string
let roundId: string
let group: { id: string; slug: string }

beforeEach(async () => {
  await emptyDatabase()
  asked = await givenAsked()
  ;({ coordinator, editorOfPractice, reviewers, group, practiceId, roundId } = asked)
})

const publish = async (viewer: Viewer | null = coordinator, decisionShown = false) => {
  const { version } = await outcomeFor(asked, coordinator)
  return publishResult(viewer, { roundId, practiceId, version, decisionShown })
}

test('while the round is open nobody but whoever keeps the group reads a mark', async () => {
  await givenReview(reviewAt(asked, 0), { comments: { general: 'zzremark' } })
  const editor = await givenViewer('editor', { territoryId: (await db.group.findFirstOrThrow()).territoryId })
  for (const viewer of [...reviewers.slice(0, 2), editor]) {
    const shown = await getRoundOutcomes(viewer, group.slug, roundId)
    expect(shown.outcomes).toBeNull()
    expect(JSON.stringify(shown)).not.toContain('zzremark')
  }
  expect((await outcomeFor(asked, coordinator)).remarks).toHaveLength(1)
  expect((await outcomeFor(asked, systemViewer)).result.count).toBe(1)
  for (const viewer of [editorOfPractice, null])
    await expect(getRoundOutcomes(viewer, group.slug, roundId)).rejects.toMatchObject({ code: 'not-found' })
  expect((await getJudgements(editorOfPractice, practiceId)).judgements).toEqual([])
  await expect(publish()).rejects.toMatchObject({ messageKey: 'resultNotReady' })
})

test('once it is over the group reads it without names, whoever keeps the group with them', async () => {
  await givenJudged(asked)
  const name = (await db.user.findUniqueOrThrow({ where: { id: reviewers[2]?.userId ?? '' } })).name
  const kept = await outcomeFor(asked, coordinator)
  expect(kept.reviews.map(({ reviewer }) => reviewer)).toEqual([name, name, name])
  const own = await outcomeFor(asked, reviewers[2] ?? null)
  expect(own.reviews.map(({ reviewer }) => reviewer)).toEqual([null, null, null])
  expect(own.reviews.filter(({ isOwn }) => isOwn)).toHaveLength(1)
  expect(own.remarks).toHaveLength(3)
  expect(own).toMatchObject({ late: 1, conflicts: 0, annulled: 0, unanswered: 3 })
  expect(own.result).toMatchObject({
    ...{ count: 3, zeros: 1, resultClass: 'on_hold', held: 'undiscussed' },
    points: { median: 20, lowest: 14, highest: 21, count: 3 },
  })
  const side = await getJudgements(editorOfPractice, practiceId)
  expect(side.judgements[0]?.outcome.reviews.map(({ reviewer }) => reviewer)).toEqual([null, null, null])
  await expect(getJudgements(coordinator, practiceId)).rejects.toMatchObject({ code: 'not-found' })
  await expect(getJudgements(null, practiceId)).rejects.toMatchObject({ code: 'not-found' })
})

test('conflicts and annulled reviews are counted and count for nothing', async () => {
  await givenJudged(asked)
  const where = (index: number) => ({ roundId_practiceId_reviewerId: reviewAt(asked, index) })
  await db.review.update({ where: where(3), data: { conflictAt: new Date(), conflictReason: 'Ci lavoro' } })
  await db.review.update({ where: where(2), data: { annulledAt: new Date(), annulReason: 'Scritta da un altro' } })
  const outcome = await outcomeFor(asked, coordinator)
  expect(outcome).toMatchObject({ conflicts: 1, annulled: 1, late: 0, result: { count: 2, zeros: 0, held: 'too_few' } })
  expect(outcome.remarks).toHaveLength(1)
  expect((await outcomeFor(asked, reviewers[0] ?? null)).reviews.map(({ annulReason }) => annulReason)).toEqual([
    null,
    null,
    null,
  ])
})

test('a zero is discussed in a meeting that was held once the round was over', async () => {
  await givenJudged(asked)
  const { version } = await outcomeFor(asked, coordinator)
  const form = { roundId, practiceId, version }
  const [before, later] = [newId(), newId()]
  await db.groupMeeting.create({ data: { id: before, groupId: group.id, startsAt: new Date('2026-01-01') } })
  await db.groupMeeting.create({ data: { id: later, groupId: group.id, startsAt: new Date('2099-01-01') } })
  for (const meetingId of [before, later, newId()])
    await expect(recordDiscussion(coordinator, { ...form, meetingId })).rejects.toMatchObject({ code: 'invalid' })
  const meetingId = await givenMeetingNow(group.id, newId())
  for (const viewer of [editorOfPractice, null])
    await expect(recordDiscussion(viewer, { ...form, meetingId })).rejects.toMatchObject({ code: 'not-found' })
  await expect(recordDiscussion(reviewers[0] ?? null, { ...form, meetingId })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await recordDiscussion(coordinator, { ...form, meetingId })
  expect(await outcomeFor(asked, coordinator)).toMatchObject({
    ...{ result: { resultClass: 'good', held: null }, discussed: { meetingId } },
  })
})

test('a decision names the practice it is about, and who decides has discussed', async () => {
  await givenJudged(asked)
  const id = await givenMeetingNow(group.id, newId())
  const said = { id, language: 'it', decidedOn: '2026-11-27', text: 'Si pubblica.', present: [reviewers[0]?.userId] }
  const about = { judged: `${roundId}.${practiceId}`, verdict: 'publish' }
  expect(decisionFormSchema.safeParse({ ...said, judged: about.judged }).success).toBe(false)
  expect(decisionFormSchema.safeParse({ ...said, verdict: 'publish' }).success).toBe(false)
  const other = decisionFormSchema.parse({ ...said, ...about, judged: `${roundId}.${newId()}` })
  await expect(recordDecision(coordinator, other)).rejects.toMatchObject({ code: 'invalid' })
  await recordDecision(coordinator, decisionFormSchema.parse({ ...said, ...about }))
  expect((await getMeeting(coordinator, group.slug, id)).decisions[0]?.about).toMatchObject({
    ...{ roundId, verdict: 'publish', practice: { id: practiceId, title: { original: 'it' } } },
  })
  expect((await findDecisions(reviewers[0] ?? null, group.slug))[0]?.about?.practice).toMatchObject({
    id: practiceId,
    slug: expect.stringMatching(/./),
  })
  const outcome = await outcomeFor(asked, coordinator)
  expect(outcome.discussed?.meetingId).toBe(id)
  expect(outcome.decisions).toMatchObject([{ verdict: 'publish', text: { texts: { it: { value: 'Si pubblica.' } } } }])
  expect((await getJudgements(editorOfPractice, practiceId)).judgements[0]?.outcome.decisions).toHaveLength(1)
})

test('a result is published when nothing is missing, told without names, and can be taken back', async () => {
  await givenJudged(asked)
  const missing = async () => (await outcomeFor(asked, coordinator)).missing.map(({ part }) => part)
  expect(await missing()).toEqual(['undiscussed', 'remarks'])
  await answerAll(asked)
  expect(await missing()).toEqual(['undiscussed'])
  await expect(publish()).rejects.toMatchObject({ messageKey: 'resultNotReady' })
  const id = await givenMeetingNow(group.id, newId())
  const said = { id, language: 'it', decidedOn: '2026-11-27', text: 'Si pubblica.', present: [reviewers[0]?.userId] }
  await recordDecision(
    coordinator,
    decisionFormSchema.parse({ ...said, judged: `${roundId}.${practiceId}`, verdict: 'publish' }),
  )
  expect(await missing()).toEqual([])
  await expect(publish(reviewers[0])).rejects.toMatchObject({ code: 'forbidden' })
  await expect(publish(editorOfPractice)).rejects.toMatchObject({ code: 'not-found' })
  expect(await findPublicResults(practiceId)).toEqual([])
  await publish()
  const [told] = await findPublicResults(practiceId)
  expect(told).toMatchObject({
    ...{ decision: null, isRevised: false, demo: false },
    result: { resultClass: 'good', points: { median: 20, lowest: 14, highest: 21, count: 3 } },
  })
  expect(JSON.stringify(told)).not.toContain('A reviewer')
  await publish(coordinator, true)
  expect((await findPublicResults(practiceId))[0]?.decision?.texts.it?.value).toBe('Si pubblica.')
  const { rows } = await findPractices({}, { limit: 10, locale: 'it' })
  expect(rows.map(({ reviewed }) => reviewed)).toEqual([true])
  const { version } = await outcomeFor(asked, coordinator)
  await takeBackResult(coordinator, { roundId, practiceId, version })
  expect(await findPublicResults(practiceId)).toEqual([])
})

test('two coordinators publish at once: one of them does', async () => {
  await givenReview(reviewAt(asked, 0))
  await givenReview(reviewAt(asked, 1))
  await givenReview(reviewAt(asked, 2))
  await givenOver(roundId)
  const { version } = await outcomeFor(asked, coordinator)
  const form = { roundId, practiceId, version, decisionShown: false }
  const tries = await Promise.allSettled([
    publishResult(coordinator, form),
    publishResult(systemViewer, form),
    takeBackResult(coordinator, form),
  ])
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).toMatchObject([
    ...[{ code: 'conflict' }, { code: 'conflict' }],
  ])
  expect(await db.auditEntry.count({ where: { action: 'publish-result' } })).toBe(1)
})

test('what was published stays as it was until it is published again, and says which version was judged', async () => {
  await givenReview(reviewAt(asked, 0))
  await givenReview(reviewAt(asked, 1))
  await givenReview(reviewAt(asked, 2))
  await givenReview(reviewAt(asked, 3), { marks: { clarity: 1 } })
  await givenOver(roundId)
  await publish()
  await db.review.updateMany({ where: { reviewerId: reviewers[3]?.userId ?? '' }, data: { annulledAt: new Date() } })
  expect((await outcomeFor(asked, coordinator)).published?.isCurrent).toBe(false)
  expect((await findPublicResults(practiceId))[0]?.result.points.count).toBe(4)
  await publish()
  expect((await outcomeFor(asked, coordinator)).published?.isCurrent).toBe(true)
  expect((await findPublicResults(practiceId))[0]?.result.points.count).toBe(3)
  const { version, inChargeId } = await db.practice.findUniqueOrThrow({ where: { id: practiceId } })
  const practice = aPractice({ inChargeId: inChargeId ?? '', title: text('Una porta sola, per tutti') })
  await savePractices(systemViewer, [{ id: practiceId, version, practice }])
  expect(await findPublicResults(practiceId)).toMatchObject([{ isRevised: true, practiceVersion: 1 }])
  await db.reviewRound.update({ where: { id: roundId }, data: { annulledAt: new Date() } })
  expect(await findPublicResults(practiceId)).toEqual([])
})

test('the opinion is the group’s, not the author’s, and stands with the practice once the result is published', async () => {
  await givenReview(reviewAt(asked, 0))
  await givenReview(reviewAt(asked, 1))
  await givenReview(reviewAt(asked, 2))
  const write = async (viewer: Viewer | null, language: string, words?: string) => {
    const { version } = await outcomeFor(asked, coordinator)
    return writeOpinion(
      viewer,
      opinionFormSchema.parse({ roundId, practiceId, version: String(version), language, text: words }),
    )
  }
  await expect(write(coordinator, 'it', 'Serve.')).rejects.toMatchObject({ messageKey: 'resultNotYet' })
  await givenOver(roundId)
  await expect(write(reviewers[0] ?? null, 'it', 'Serve.')).rejects.toMatchObject({ code: 'forbidden' })
  await write(coordinator, 'it', 'Serve un ufficio che risponda.')
  await write(coordinator, 'en', 'It needs one office that answers.')
  const opinionOf = async () => (await db.practice.findUniqueOrThrow({ where: { id: practiceId } })).expertOpinion
  expect(await opinionOf()).toBeNull()
  await publish()
  expect(await opinionOf()).toMatchObject({
    original: 'it',
    texts: { en: { value: 'It needs one office that answers.' } },
  })
  await write(coordinator, 'it')
  expect(await opinionOf()).toMatchObject({ original: 'en', texts: {} })
  await db.practice.update({ where: { id: practiceId }, data: { createdById: coordinator.userId } })
  await expect(write(coordinator, 'en', 'Mine.')).rejects.toMatchObject({ code: 'forbidden' })
  expect((await outcomeFor(asked, coordinator)).mayWriteOpinion).toBe(false)
  await db.reviewRound.update({ where: { id: roundId }, data: { annulledAt: new Date() } })
  expect(await opinionOf()).toBeNull()
  expect(
    opinionFormSchema.safeParse({ roundId, practiceId, version: '1', language: 'it', text: 'x'.repeat(501) }).success,
  ).toBe(false)
})

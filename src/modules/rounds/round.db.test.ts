import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { systemViewer, type Viewer } from '@/core/viewer'
import { endOfDay } from '@/core/zoned-time'
import { annulRound, closeRound, extendRound, remindReviewers } from '@/modules/rounds/round.commands'
import { getRound, holdOpenRound } from '@/modules/rounds/round.queries'
import { db } from '@/platform/db'
import { dayAfter, type GivenRound, givenRound, givenSubmitted } from '@tests/builders/round'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

let territoryId: string
let given: GivenRound

beforeEach(async () => {
  await emptyDatabase()
  territoryId = (await givenTerritory()).id
  given = await givenRound(territoryId, { practices: 2, reviewers: 3, perPractice: '2' })
  await db.outboxMail.deleteMany()
})

const mailsOf = async (template: string) =>
  (await db.outboxMail.findMany({ where: { template }, orderBy: { recipient: 'asc' } })).map(
    ({ recipient, parameters }) => ({ to: recipient, count: Number(Object(parameters).count) }),
  )
const mailOf = ({ userId }: Viewer) => `${userId}@example.org`
const stateNow = async () => (await getRound(given.coordinator, given.group.slug, given.id)).state
const at = { version: 1 }

test('a round is extended to a later day only; whoever was asked is told how much they have left', async () => {
  const { id, coordinator, reviewers } = given
  for (const closesOn of [dayAfter(14), dayAfter(5)])
    await expect(extendRound(coordinator, { id, ...at, closesOn })).rejects.toMatchObject({
      fields: [{ field: 'closesOn', message: 'closesEarlier' }],
    })
  const [done] = reviewers
  if (done === undefined) throw new Error('a reviewer')
  await givenSubmitted(id, done.userId)
  await extendRound(coordinator, { id, ...at, closesOn: dayAfter(20) })
  expect((await getRound(coordinator, given.group.slug, id)).closesAt).toEqual(endOfDay(dayAfter(20), 'Europe/Rome'))
  const mails = await mailsOf('rounds.extended')
  expect(mails.map(({ to }) => to)).toEqual(reviewers.map(mailOf).sort())
  expect(mails.find(({ to }) => to === mailOf(done))?.count).toBe(0)
  expect(await db.auditEntry.findFirst({ where: { action: 'extend-round' } })).toMatchObject({
    recordId: id,
    territoryId,
    fields: ['closesAt'],
  })
})

test('closed early, a round is closed for good: it is neither extended nor closed again, nor are its reviewers reminded', async () => {
  const { id, coordinator } = given
  await closeRound(coordinator, { id, ...at })
  expect(await stateNow()).toBe('closed')
  expect(await mailsOf('rounds.closedEarly')).toHaveLength(3)
  const late = { id, version: 2 }
  for (const deed of [
    () => extendRound(coordinator, { ...late, closesOn: dayAfter(20) }),
    () => closeRound(coordinator, late),
    () => remindReviewers(coordinator, { id }),
  ])
    await expect(deed()).rejects.toMatchObject({ code: 'conflict', messageKey: 'roundNotOpen' })
})

test('a round whose date is over is closed though no job has said so', async () => {
  const { id, coordinator } = given
  await db.reviewRound.update({ where: { id }, data: { opensAt: new Date(0), closesAt: new Date(1000) } })
  expect(await stateNow()).toBe('closed')
  await expect(extendRound(coordinator, { id, ...at, closesOn: dayAfter(20) })).rejects.toMatchObject({
    messageKey: 'roundNotOpen',
  })
})

test('an annulled round stays, with its reason; it is annulled once, and nothing else happens to it', async () => {
  const { id, coordinator, group } = given
  await annulRound(coordinator, { id, ...at, reason: 'Pratiche sbagliate' })
  expect(await getRound(coordinator, group.slug, id)).toMatchObject({
    state: 'annulled',
    annulReason: 'Pratiche sbagliate',
  })
  const [mail] = await db.outboxMail.findMany({ where: { template: 'rounds.annulled' } })
  expect(mail?.parameters).toMatchObject({ reason: 'Pratiche sbagliate' })
  await expect(annulRound(coordinator, { id, version: 2, reason: 'Ancora' })).rejects.toMatchObject({
    code: 'conflict',
  })
  await expect(closeRound(coordinator, { id, version: 2 })).rejects.toMatchObject({ code: 'conflict' })
})

test('of two coordinators who extend, close or annul at once one is told', async () => {
  const { id, coordinator } = given
  const other = await givenViewer('coordinator', { territoryId })
  const race = async (...deeds: Promise<unknown>[]) =>
    (await Promise.allSettled(deeds)).map(({ status }) => status).sort()
  const one = ['fulfilled', 'rejected']
  const extend = (viewer: Viewer, days: number) => extendRound(viewer, { id, version: 1, closesOn: dayAfter(days) })
  expect(await race(extend(coordinator, 20), extend(other, 21))).toEqual(one)
  expect(await mailsOf('rounds.extended')).toHaveLength(3)
  const later = { id, version: 2 }
  expect(await race(closeRound(coordinator, later), extendRound(other, { ...later, closesOn: dayAfter(30) }))).toEqual(
    one,
  )
  const { version } = await db.reviewRound.findUniqueOrThrow({ where: { id } })
  expect(
    await race(
      annulRound(coordinator, { id, version, reason: 'Uno' }),
      annulRound(other, { id, version, reason: 'Due' }),
    ),
  ).toEqual(one)
})

test('whoever closes a round waits for a review that is being sent; one that comes after finds it closed', async () => {
  const { id, coordinator } = given
  let closing: Promise<unknown> = Promise.resolve()
  await db.$transaction(async (tx) => {
    expect(await holdOpenRound(tx, id)).toBe(true)
    closing = closeRound(coordinator, { id, ...at })
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect((await db.reviewRound.findUniqueOrThrow({ where: { id } })).closedAt).toBeNull()
  })
  await closing
  expect(await db.$transaction((tx) => holdOpenRound(tx, id))).toBe(false)
})

test('only whoever has something left is reminded, and by hand once an hour at most', async () => {
  const { id, coordinator, reviewers } = given
  const [done, ...late] = reviewers
  if (done === undefined) throw new Error('a reviewer')
  await givenSubmitted(id, done.userId)
  await remindReviewers(coordinator, { id })
  expect((await mailsOf('rounds.reminder')).map(({ to }) => to)).toEqual(late.map(mailOf).sort())
  await expect(remindReviewers(coordinator, { id })).rejects.toMatchObject({ messageKey: 'remindedAlready' })
  await db.review.updateMany({ data: { remindedAt: new Date(Date.now() - 3_700_000) } })
  for (const { userId } of late) await givenSubmitted(id, userId)
  await expect(remindReviewers(coordinator, { id })).rejects.toMatchObject({ messageKey: 'nobodyLate' })
})

test('the deeds are those of whoever keeps the group; to strangers the round is not there', async () => {
  const { id, reviewers } = given
  const other = (await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })).id
  const deeds = (viewer: Viewer | null) => [
    () => extendRound(viewer, { id, ...at, closesOn: dayAfter(20) }),
    () => closeRound(viewer, { id, ...at }),
    () => annulRound(viewer, { id, ...at, reason: 'Perché' }),
    () => remindReviewers(viewer, { id }),
  ]
  for (const viewer of [reviewers[0] ?? null, await givenViewer('editor', { territoryId })])
    for (const deed of deeds(viewer)) await expect(deed()).rejects.toMatchObject({ code: 'forbidden' })
  for (const viewer of [null, await givenViewer('coordinator', { territoryId: other })])
    for (const deed of deeds(viewer)) await expect(deed()).rejects.toMatchObject({ code: 'not-found' })
  await expect(closeRound(systemViewer, { id: newId(), version: 1 })).rejects.toMatchObject({ code: 'not-found' })
  await closeRound(systemViewer, { id, ...at })
})

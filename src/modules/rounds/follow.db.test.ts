import { beforeEach, expect, test } from 'vitest'
import { systemViewer } from '@/core/viewer'
import { archivePractice } from '@/modules/practices/practice.commands'
import { closeDueRounds, remindDueReviewers, tellTakenBack } from '@/modules/rounds/follow.commands'
import { extendRound } from '@/modules/rounds/round.commands'
import { db } from '@/platform/db'
import { noticeText } from '@/platform/mail-words'
import { dayAfter, type GivenRound, givenRound, givenSubmitted } from '@tests/builders/round'
import { givenTerritory } from '@tests/builders/territory'
import { emptyDatabase } from '@tests/database'

let given: GivenRound

beforeEach(async () => {
  await emptyDatabase()
  given = await givenRound((await givenTerritory()).id, { practices: 2, reviewers: 3, perPractice: '2' })
  await db.outboxMail.deleteMany()
})

const closes = async () => (await db.reviewRound.findUniqueOrThrow({ where: { id: given.id } })).closesAt
const before = async (days: number) => new Date((await closes()).getTime() - days * 86_400_000 + 60_000)
const sent = (template: string) => db.outboxMail.count({ where: { template } })

test('a week and two days before, whoever has something left is reminded once; the coordinators see it on their desk', async () => {
  const [done] = given.reviewers
  await givenSubmitted(given.id, done?.userId ?? '')
  await remindDueReviewers(systemViewer, await before(8))
  expect(await sent('rounds.reminder')).toBe(0)
  for (let turn = 0; turn < 2; turn++) await remindDueReviewers(systemViewer, await before(7))
  expect(await sent('rounds.reminder')).toBe(2)
  expect(await db.notification.count()).toBe(0)
  for (let turn = 0; turn < 2; turn++) await remindDueReviewers(systemViewer, await before(2))
  expect(await sent('rounds.reminder')).toBe(4)
  const [notice, ...others] = await db.notification.findMany({ where: { userId: given.coordinator.userId } })
  expect(others).toEqual([])
  const open = 4 - (await db.review.count({ where: { submittedAt: { not: null } } }))
  expect(await noticeText('en', notice?.kind ?? '', notice?.parameters)).toContain(`: ${open} of 4 reviews still open`)
  await expect(remindDueReviewers(given.coordinator)).rejects.toMatchObject({ code: 'forbidden' })
})

test('a round that was opened within the week is not reminded of the week; one that was extended is reminded again', async () => {
  const opened = await db.reviewRound.update({ where: { id: given.id }, data: { opensAt: await before(5) } })
  await remindDueReviewers(systemViewer, await before(4))
  expect(await sent('rounds.reminder')).toBe(0)
  await remindDueReviewers(systemViewer, await before(2))
  expect(await sent('rounds.reminder')).toBe(3)
  await extendRound(given.coordinator, { id: given.id, version: opened.version, closesOn: dayAfter(25) })
  await remindDueReviewers(systemViewer, await before(2))
  expect(await sent('rounds.reminder')).toBe(6)
})

test('a round that is over is written down as closed at its hour; who is late and the coordinators are told, once', async () => {
  const [done] = given.reviewers
  await givenSubmitted(given.id, done?.userId ?? '')
  const after = new Date((await closes()).getTime() + 60_000)
  await closeDueRounds(systemViewer, await before(1))
  expect(await db.reviewRound.count({ where: { closedAt: null } })).toBe(1)
  await Promise.all([closeDueRounds(systemViewer, after), closeDueRounds(systemViewer, after)])
  expect(await db.reviewRound.findFirst()).toMatchObject({ closedAt: await closes() })
  expect([await sent('rounds.late'), await sent('rounds.closed')]).toEqual([2, 1])
  const mail = await db.outboxMail.findFirst({ where: { template: 'rounds.closed' } })
  expect(mail).toMatchObject({ recipient: `${given.coordinator.userId}@example.org`, parameters: { asked: 4 } })
})

test('reviewers of a practice that its territory took back are told once, and so are the coordinators', async () => {
  const id = given.practices[0]?.id ?? ''
  const { version } = await db.practice.findUniqueOrThrow({ where: { id } })
  await archivePractice(systemViewer, { id, version })
  for (let turn = 0; turn < 2; turn++) await tellTakenBack(systemViewer)
  const mails = await db.outboxMail.findMany({ where: { template: 'rounds.withdrawn' } })
  expect(mails.map(({ parameters }) => parameters)).toMatchObject(
    Array.from({ length: 2 }, () => ({ kind: 'archived', practice: 'Pratica 1', hasReason: 'no' })),
  )
  expect(await db.notification.findMany()).toMatchObject([
    { kind: 'practiceTakenBack', userId: given.coordinator.userId },
  ])
})

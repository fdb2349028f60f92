import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { enterByLink, renewEntry } from '@/modules/rounds/entry.commands'
import { entryLink } from '@/modules/rounds/entry.mail'
import { findEntry } from '@/modules/rounds/entry.queries'
import { db } from '@/platform/db'
import { issueToken } from '@/platform/mailed-token'
import { findLiveSession } from '@/platform/session-life'
import { mailedLinks } from '@tests/builders/mail'
import { givenRound } from '@tests/builders/round'
import { sessionIn, visitFrom } from '@tests/builders/session'
import { givenTerritory } from '@tests/builders/territory'

const visit = () => visitFrom(`2001:db8:${newId().slice(-4)}::1`)

/** A reviewer of an open round, and a way in that was mailed to them. */
async function given() {
  const territory = await givenTerritory({ slug: `t${newId().slice(-10)}` })
  const round = await givenRound(territory.id, { practices: 1, reviewers: 1 })
  const [reviewer] = round.reviewers
  if (reviewer === undefined) throw new Error('no reviewer')
  const { email } = await db.user.findUniqueOrThrow({ where: { id: reviewer.userId } })
  const { closesAt } = await db.reviewRound.findUniqueOrThrow({ where: { id: round.id } })
  const tokenOf = (minutes?: number) => {
    const { purpose, subject, minutes: usual } = entryLink({ roundId: round.id }, closesAt)
    return issueToken(db, { purpose, subject, email, locale: 'sv', minutes: minutes ?? usual })
  }
  return { round, reviewer, email, closesAt, tokenOf, territory }
}

beforeEach(() => db.outboxMail.deleteMany())

test('the button behind the link lets a reviewer in without a password, once', async () => {
  const { reviewer, tokenOf } = await given()
  const token = await tokenOf()
  expect(await findEntry(null, token)).toMatchObject({ state: 'live', target: '/desk/reviews', isOwn: false })
  const { opening, target } = await enterByLink(token, visit())
  if (opening === null) throw new Error('not let in')
  const session = await findLiveSession(sessionIn(opening))
  expect(session?.viewer.userId).toBe(reviewer.userId)
  expect(target).toBe('/desk/reviews')
  await expect(enterByLink(token, visit())).rejects.toMatchObject({ code: 'gone', messageKey: 'entryGone' })
  expect(await findEntry(null, token)).toMatchObject({ state: 'gone' })
  expect(await findEntry(reviewer, token)).toMatchObject({ isOwn: true })
})

test('two browsers at once: one is let in', async () => {
  const { tokenOf } = await given()
  const token = await tokenOf()
  const tries = await Promise.allSettled([enterByLink(token, visit()), enterByLink(token, visit())])
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('whoever is more than a reviewer, or has a second factor, is led to sign in, and the link stays', async () => {
  for (const more of ['editor', 'coordinator', 'admin', 'factor'] as const) {
    const { reviewer, tokenOf, territory } = await given()
    const scope = more === 'editor' || more === 'coordinator' ? { territoryId: territory.id } : {}
    if (more === 'factor')
      await db.user.update({ where: { id: reviewer.userId }, data: { totpConfirmedAt: new Date() } })
    else await db.membership.create({ data: { id: newId(), userId: reviewer.userId, role: more, ...scope } })
    const token = await tokenOf()
    expect(await enterByLink(token, visit())).toEqual({ opening: null, target: '/desk/reviews' })
    expect(await findEntry(null, token)).toMatchObject({ state: 'live' })
  }
})

test('an account that was disabled, or sits in no group any more, is not let in', async () => {
  const { reviewer, tokenOf, email } = await given()
  await db.membership.deleteMany({ where: { userId: reviewer.userId } })
  expect(await enterByLink(await tokenOf(), visit())).toMatchObject({ opening: null })
  await db.user.update({ where: { id: reviewer.userId }, data: { disabledAt: new Date() } })
  await expect(enterByLink(await tokenOf(), visit())).rejects.toMatchObject({ code: 'gone' })
  await renewEntry(await tokenOf(), visit())
  expect(await db.outboxMail.count({ where: { recipient: email, template: 'reviews.entry' } })).toBe(0)
})

test('a link that is used, too old or forwarded gives a new one to the same address, and to no other', async () => {
  const { tokenOf, email } = await given()
  const old = await tokenOf(-1)
  await expect(enterByLink(old, visit())).rejects.toMatchObject({ code: 'gone' })
  await renewEntry(old, visit())
  expect(await db.outboxMail.findMany({ where: { template: 'reviews.entry' } })).toMatchObject([
    { recipient: email, template: 'reviews.entry', locale: 'sv', link: { path: '/entry' } },
  ])
  const [fresh] = await mailedLinks(email)
  expect((await enterByLink(fresh ?? '', visit())).opening).not.toBeNull()
  await expect(renewEntry('x'.repeat(22), visit())).rejects.toMatchObject({ code: 'gone' })
})

test('three new links an hour for an address, however many ask from elsewhere', async () => {
  const { tokenOf, email } = await given()
  const old = await tokenOf(-1)
  for (let count = 0; count < 3; count++) await renewEntry(old, visit())
  await expect(renewEntry(old, visit())).rejects.toMatchObject({ code: 'limited' })
  expect(await db.outboxMail.count({ where: { recipient: email, template: 'reviews.entry' } })).toBe(3)
})

test('a way in works until a week after the round closes, and a day at least', async () => {
  const { closesAt, round } = await given()
  const now = new Date(closesAt.getTime() - 86_400_000)
  expect(entryLink({ roundId: round.id }, closesAt, now).minutes).toBe(8 * 24 * 60)
  expect(entryLink({ roundId: round.id }, closesAt, new Date(closesAt.getTime() + 30 * 86_400_000)).minutes).toBe(1440)
})

test('only the hash of a way in is stored, and the outbox holds none', async () => {
  const { tokenOf, email } = await given()
  const token = await tokenOf()
  await renewEntry(token, visit())
  const stored = [await db.mailedToken.findMany({ where: { email } }), await db.outboxMail.findMany()]
  expect(JSON.stringify(stored)).not.toContain(token)
})

import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { type Membership, systemUserId, viewerOf } from '@/core/viewer'
import { signIn } from '@/modules/accounts/account.commands'
import {
  changePassword,
  deleteOwnAccount,
  endOtherSessions,
  saveProfile,
} from '@/modules/accounts/own-account.commands'
import { findOwnSessions, getOwnAccount } from '@/modules/accounts/own-account.queries'
import { profileSchema } from '@/modules/accounts/own-account.schema'
import { startReset } from '@/modules/accounts/password.commands'
import { passSecondStep } from '@/modules/accounts/second-step.commands'
import { endAllSessions, endSession } from '@/modules/accounts/session.commands'
import { beginTwoFactor, confirmTwoFactor } from '@/modules/accounts/two-factor.commands'
import { getTwoFactor } from '@/modules/accounts/two-factor.queries'
import { db } from '@/platform/db'
import { codeAt } from '@/platform/one-time-code'
import { hashPassword } from '@/platform/password'
import { unsealSecondStep } from '@/platform/second-step'
import { findLiveSession } from '@/platform/session-life'
import { givenActor } from '@tests/builders/actor'
import { sessionIn, visitFrom } from '@tests/builders/session'

const password = 'träd i blåst över Gävle'
const another = 'kotu mari beno suda levi'
const admin = { role: 'admin', territoryId: null, groupId: null } as const
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0'
const stored = hashPassword(password)

async function somebody(memberships: Membership[] = [], more: { demo?: boolean; passwordHash?: null } = {}) {
  const userId = newId()
  const email = `${userId}@example.eu`
  await db.user.create({ data: { id: userId, email, name: 'Ada Nowak', passwordHash: await stored, ...more } })
  await db.membership.createMany({ data: memberships.map((held) => ({ id: newId(), userId, ...held })) })
  return { email, userId, viewer: viewerOf({ userId, name: 'Ada Nowak', memberships }) }
}

const enter = async (email: string) =>
  sessionIn(await signIn({ email, password }, { ...visitFrom(`2001:db8::${newId().slice(-4)}`), agent: firefox }))

async function withApp(who: Awaited<ReturnType<typeof somebody>>) {
  await beginTwoFactor(who.viewer)
  const { setUp } = await getTwoFactor(who.viewer)
  const key = setUp?.secret ?? ''
  const codes = await confirmTwoFactor(who.viewer, { code: codeAt(key, Date.now() - 30_000), sessionId: newId() })
  return { key, codes }
}

/** The first proof of somebody who has an app. */
async function halfWay(email: string, device: string | null = null) {
  const opening = await signIn({ email, password }, visitFrom('2001:db8:7::1', device))
  if (!('secondStep' in opening)) throw new Error('no second proof was asked for')
  return unsealSecondStep(opening.secondStep)
}

beforeEach(() => db.limitCounter.deleteMany())

test('name, language and digest are changed; nothing else can be sent', async () => {
  const { viewer } = await somebody()
  await saveProfile(viewer, profileSchema.parse({ name: ' Ada  Lind ', locale: 'sv', digest: 'weekly' }))
  expect(await getOwnAccount(viewer)).toMatchObject({ name: 'Ada Lind', locale: 'sv', digest: 'weekly' })
  for (const forged of ['email', 'role', 'disabledAt', 'sessionVersion', 'id'])
    expect(profileSchema.safeParse({ name: 'A', locale: 'sv', digest: 'none', [forged]: 'x' }).success).toBe(false)
})

test('a new password needs the old one, ends every other session and keeps this one', async () => {
  const { viewer, email } = await somebody()
  const [here, there] = [await enter(email), await enter(email)]
  const wrong = changePassword(viewer, { oldPassword: 'not it', password: another, sessionId: here })
  await expect(wrong).rejects.toMatchObject({ fields: [{ field: 'oldPassword', message: 'wrongPassword' }] })
  const weak = changePassword(viewer, { oldPassword: password, password: 'Ada.Nowak.1987', sessionId: here })
  await expect(weak).rejects.toMatchObject({ fields: [{ field: 'password', message: 'guessable' }] })
  await changePassword(viewer, { oldPassword: password, password: another, sessionId: here })
  expect(await findLiveSession(here)).not.toBeNull()
  expect(await findLiveSession(there)).toBeNull()
  await expect(enter(email)).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('ten wrong old passwords are enough for ten minutes', async () => {
  const { viewer } = await somebody()
  const attempt = (oldPassword: string) =>
    changePassword(viewer, { oldPassword, password: another, sessionId: newId() })
  for (let count = 0; count < 10; count++) await attempt('wrong').catch(() => undefined)
  await expect(attempt(password)).rejects.toMatchObject({ code: 'limited' })
})

test('own sessions are listed with their devices, this one first, and the others end together', async () => {
  const { viewer, email } = await somebody()
  const [there, here] = [await enter(email), await enter(email)]
  const over = await enter(email)
  await db.session.update({ where: { id: over }, data: { seenAt: new Date(Date.now() - 61 * 60_000) } })
  const listed = await findOwnSessions(viewer, here)
  expect(listed.map(({ id, isCurrent }) => [id, isCurrent])).toEqual([
    [here, true],
    [there, false],
  ])
  expect(listed[0]?.device).toEqual({ browser: 'Firefox', system: 'Linux' })
  await endOtherSessions(viewer, here)
  expect(await findLiveSession(there)).toBeNull()
  expect((await findLiveSession(here))?.viewer.userId).toBe(viewer.userId)
})

test('a calendar’s address ends with the other sessions, whatever ends them, and the log says so; one session alone ends none', async () => {
  const { viewer, email, userId } = await somebody()
  const admins = viewerOf({ userId: newId(), name: 'Admin', memberships: [admin] })
  const [here, there] = [await enter(email), await enter(email)]
  const give = () => db.calendarFeed.create({ data: { userId, hash: newId(), locale: 'it' } })
  const feeds = () => db.calendarFeed.count({ where: { userId } })
  const stopped = () => db.auditEntry.count({ where: { recordId: userId, action: 'stop-calendar-address' } })
  await give()
  await endSession(viewer, there)
  expect(await feeds()).toBe(1)
  const deeds = [
    () => changePassword(viewer, { oldPassword: password, password: another, sessionId: here }),
    () => endOtherSessions(viewer, here),
    () => endAllSessions(viewer, userId),
    () => startReset(admins, userId),
  ]
  for (const [at, deed] of deeds.entries()) {
    if (at > 0) await give()
    await deed()
    expect([await feeds(), await stopped()]).toEqual([0, at + 1])
  }
  await endOtherSessions(viewer, here)
  expect(await stopped()).toBe(deeds.length)
})

test('with an app the password opens no session: the code does, once', async () => {
  const who = await somebody([admin])
  const { key } = await withApp(who)
  const sessions = () => db.session.count({ where: { userId: who.userId, endedAt: null } })
  const before = await sessions()
  const step = await halfWay(who.email)
  expect(await sessions()).toBe(before)
  await expect(passSecondStep(step, '000000', visitFrom('2001:db8:7::1'))).rejects.toMatchObject({
    fields: [{ field: 'code', message: 'badCode' }],
  })
  const code = codeAt(key)
  const session = await findLiveSession(sessionIn(await passSecondStep(step, code, visitFrom('2001:db8:7::1'))))
  expect(session).toMatchObject({ lacksSecondFactor: false, viewer: { isAdmin: true } })
  await expect(passSecondStep(step, code, visitFrom('2001:db8:7::1'))).rejects.toMatchObject({ code: 'invalid' })
})

test('a recovery code lets in too, and its owner is told by mail how many are left', async () => {
  const who = await somebody()
  const { codes } = await withApp(who)
  const step = await halfWay(who.email)
  await passSecondStep(step, (codes[3] ?? '').replace('-', ''), visitFrom('2001:db8:7::1'))
  const [mail] = await db.outboxMail.findMany({
    where: { template: 'security.recoveryCodeUsed', recipient: who.email },
  })
  expect(mail?.parameters).toEqual({ name: 'Ada Nowak', left: 9 })
})

test('half way in is over when the sessions of the account end, when it is disabled, and for anything made up', async () => {
  const who = await somebody()
  const { key } = await withApp(who)
  const step = await halfWay(who.email)
  const gone = { code: 'gone', messageKey: 'secondStepGone' }
  await expect(passSecondStep(null, codeAt(key), visitFrom('::1'))).rejects.toMatchObject(gone)
  await db.user.update({ where: { id: who.userId }, data: { disabledAt: new Date() } })
  await expect(passSecondStep(step, codeAt(key), visitFrom('::1'))).rejects.toMatchObject(gone)
  await db.user.update({ where: { id: who.userId }, data: { disabledAt: null } })
  await endAllSessions(who.viewer, who.userId)
  await expect(passSecondStep(step, codeAt(key), visitFrom('::1'))).rejects.toMatchObject(gone)
})

test('wrong codes from elsewhere do not use up the tries of a browser that was let in before', async () => {
  const who = await somebody()
  const { key, codes } = await withApp(who)
  const device = 'abcdefghijklmnopqrstuv'
  await passSecondStep(await halfWay(who.email, device), (codes[0] ?? '').replace('-', ''), visitFrom('::1', device))
  const step = await halfWay(who.email)
  for (let count = 0; count < 10; count++) await passSecondStep(step, '000000', visitFrom('::2')).catch(() => undefined)
  await expect(passSecondStep(step, codeAt(key), visitFrom('::2'))).rejects.toMatchObject({ code: 'limited' })
  await expect(passSecondStep(step, codeAt(key), visitFrom('::1', device))).resolves.toHaveProperty('sessionId')
})

test('a deleted account is gone at once, with its drafts; its records stay without an author', async () => {
  const { viewer, email, userId } = await somebody()
  const sessionId = await enter(email)
  const { id } = await givenActor({ name: 'Latteria' })
  await db.actor.update({ where: { id }, data: { createdById: userId, updatedById: userId } })
  await db.revision.updateMany({ where: { recordId: id }, data: { authorId: userId } })
  await db.formDraft.create({ data: { id: newId(), userId, form: 'actor', recordId: id, payload: { name: 'x' } } })
  await db.outboxMail.create({
    data: { id: newId(), template: 'security.twoFactorOn', recipient: email, locale: 'en', parameters: {} },
  })
  await expect(deleteOwnAccount(viewer, 'wrong')).rejects.toMatchObject({
    fields: [{ field: 'proof', message: 'wrongPassword' }],
  })
  await deleteOwnAccount(viewer, password)
  expect(await findLiveSession(sessionId)).toBeNull()
  expect(await db.user.count({ where: { email } })).toBe(0)
  expect(await db.formDraft.count({ where: { userId } })).toBe(0)
  expect(await db.outboxMail.count({ where: { recipient: email } })).toBe(0)
  expect(await db.actor.findUnique({ where: { id } })).toMatchObject({ createdById: null, updatedById: null })
  expect(await db.revision.count({ where: { recordId: id } })).toBe(1)
  expect(await db.revision.count({ where: { authorId: userId } })).toBe(0)
})

test('with an app a code is asked for; with neither, the address', async () => {
  const app = await somebody()
  const { key } = await withApp(app)
  await expect(deleteOwnAccount(app.viewer, password)).rejects.toMatchObject({ fields: [{ message: 'badCode' }] })
  await deleteOwnAccount(app.viewer, codeAt(key))
  const bare = await somebody([], { passwordHash: null })
  await expect(deleteOwnAccount(bare.viewer, 'x@example.eu')).rejects.toMatchObject({
    fields: [{ message: 'wrongConfirmation' }],
  })
  await deleteOwnAccount(bare.viewer, bare.email.toUpperCase())
})

test('the last administrator stays, also when two go at once; an account of the demonstration stays', async () => {
  await db.membership.deleteMany({ where: { role: 'admin', userId: { not: systemUserId } } })
  const [one, two] = [await somebody([admin]), await somebody([admin])]
  expect(await getOwnAccount(one.viewer)).toMatchObject({ isLastAdmin: false, proof: 'password' })
  const tries = await Promise.allSettled([one, two].map(({ viewer }) => deleteOwnAccount(viewer, password)))
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const demo = await somebody([], { demo: true })
  await expect(deleteOwnAccount(demo.viewer, password)).rejects.toMatchObject({ messageKey: 'demoAccount' })
})

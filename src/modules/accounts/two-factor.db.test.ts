import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { type Membership, type Viewer, viewerOf } from '@/core/viewer'
import { spendCode } from '@/modules/accounts/second-factor.commands'
import {
  beginTwoFactor,
  confirmTwoFactor,
  renewRecoveryCodes,
  takeSecondFactor,
  turnOffTwoFactor,
} from '@/modules/accounts/two-factor.commands'
import { getTwoFactor } from '@/modules/accounts/two-factor.queries'
import { typedCode } from '@/modules/accounts/two-factor.schema'
import { db } from '@/platform/db'
import { codeAt } from '@/platform/one-time-code'
import { findLiveSession } from '@/platform/session-life'

const bad = { code: 'invalid', fields: [{ field: 'code', message: 'badCode' }] }
const admin = { role: 'admin', territoryId: null, groupId: null } as const

/** Somebody with an account and a session. */
async function somebody(memberships: Membership[] = [], demo = false) {
  const userId = newId()
  const sessionId = newId()
  await db.user.create({ data: { id: userId, email: `${userId}@example.eu`, name: 'Ada', demo } })
  await db.membership.createMany({ data: memberships.map((held) => ({ id: newId(), userId, ...held })) })
  await openedBy(userId, sessionId)
  return { viewer: viewerOf({ userId, name: 'Ada', memberships }), sessionId }
}

const openedBy = (userId: string, id = newId()) =>
  db.session.create({ data: { id, userId, sessionVersion: 1, expiresAt: new Date(Date.now() + 3_600_000) } })

async function keyShownTo(viewer: Viewer): Promise<string> {
  const { setUp } = await getTwoFactor(viewer)
  if (setUp === null) throw new Error('no key is shown')
  return setUp.secret
}

/** An account whose app is set up: its key, and what was written down. */
async function enrolled(memberships: Membership[] = []) {
  const { viewer, sessionId } = await somebody(memberships)
  await beginTwoFactor(viewer)
  const key = await keyShownTo(viewer)
  const recoveryCodes = await confirmTwoFactor(viewer, { code: codeAt(key, Date.now() - 30_000), sessionId })
  const user = await db.user.findUniqueOrThrow({ where: { id: viewer.userId } })
  return { viewer, sessionId, key, recoveryCodes, user }
}

beforeEach(() => db.limitCounter.deleteMany())

test('an app is set up by the code it shows: ten recovery codes, and every other session ends', async () => {
  const { viewer, sessionId } = await somebody()
  const { id: elsewhere } = await openedBy(viewer.userId)
  expect(await getTwoFactor(viewer)).toMatchObject({ state: 'off', setUp: null })
  await beginTwoFactor(viewer)
  const key = await keyShownTo(viewer)
  await expect(confirmTwoFactor(viewer, { code: '000000', sessionId })).rejects.toMatchObject(bad)
  const codes = await confirmTwoFactor(viewer, { code: codeAt(key), sessionId })
  expect(codes).toHaveLength(10)
  expect(await getTwoFactor(viewer)).toMatchObject({ state: 'on', isObligatory: false, codesLeft: 10, setUp: null })
  expect(await findLiveSession(sessionId)).not.toBeNull()
  expect(await findLiveSession(elsewhere)).toBeNull()
  await expect(beginTwoFactor(viewer)).rejects.toMatchObject({ code: 'conflict' })
  await expect(confirmTwoFactor(viewer, { code: codeAt(key), sessionId })).rejects.toMatchObject({ code: 'conflict' })
})

test('neither the key nor a recovery code can be read in the database', async () => {
  const { viewer, key, recoveryCodes } = await enrolled()
  const stored = JSON.stringify([
    await db.user.findUnique({ where: { id: viewer.userId } }),
    await db.recoveryCode.findMany({ where: { userId: viewer.userId } }),
    await db.outboxMail.findMany({ where: { recipient: `${viewer.userId}@example.eu` } }),
  ])
  for (const secret of [key, ...recoveryCodes, ...recoveryCodes.map((code) => code.replace('-', ''))])
    expect(stored).not.toContain(secret)
})

test('a code of the app works once, and never one older than the last', async () => {
  const { key, user } = await enrolled()
  const now = codeAt(key)
  const tries = await Promise.all([1, 2, 3].map(() => spendCode(db, user, now)))
  expect(tries.filter((outcome) => outcome === 'app')).toHaveLength(1)
  expect(await spendCode(db, user, codeAt(key, Date.now() - 30_000))).toBeNull()
  expect(await spendCode(db, user, codeAt(key, Date.now() + 30_000))).toBe('app')
})

test('a recovery code works once, however it is typed, and for its own account only', async () => {
  const { user, recoveryCodes, viewer } = await enrolled()
  const other = await enrolled()
  const [first = '', second = ''] = recoveryCodes
  const typed = typedCode.parse(` ${first.toUpperCase().replace('0', 'O').replace('1', 'l')} `)
  expect(await spendCode(db, other.user, typed)).toBeNull()
  expect(await spendCode(db, user, typed)).toBe('recovery')
  expect(await spendCode(db, user, typed)).toBeNull()
  expect(await spendCode(db, user, second.replace('-', ''))).toBe('recovery')
  expect(await getTwoFactor(viewer)).toMatchObject({ codesLeft: 8 })
})

test('new recovery codes need a code, and end the old ones', async () => {
  const { viewer, key, user, recoveryCodes } = await enrolled()
  await expect(renewRecoveryCodes(viewer, 'abcdefghjk')).rejects.toMatchObject(bad)
  const renewed = await renewRecoveryCodes(viewer, codeAt(key))
  expect(renewed).toHaveLength(10)
  expect(await spendCode(db, user, (recoveryCodes[0] ?? '').replace('-', ''))).toBeNull()
  expect(await spendCode(db, user, (renewed[0] ?? '').replace('-', ''))).toBe('recovery')
})

test('two-factor is turned off with a code, but never where a role needs it', async () => {
  const free = await enrolled()
  await expect(turnOffTwoFactor(free.viewer, '123456')).rejects.toMatchObject(bad)
  await turnOffTwoFactor(free.viewer, codeAt(free.key))
  expect(await getTwoFactor(free.viewer)).toMatchObject({ state: 'off', codesLeft: 0 })
  const bound = await enrolled([admin])
  const refused = turnOffTwoFactor(bound.viewer, codeAt(bound.key))
  await expect(refused).rejects.toMatchObject({ code: 'forbidden', messageKey: 'twoFactorNeeded' })
})

test('the eleventh code within ten minutes is refused unread', async () => {
  const { viewer, key } = await enrolled()
  for (let count = 0; count < 9; count++) await renewRecoveryCodes(viewer, '000000').catch(() => undefined)
  await expect(renewRecoveryCodes(viewer, codeAt(key))).rejects.toMatchObject({ code: 'limited' })
})

test('a key that was begun and left is shown again until it is used, and a new beginning replaces it', async () => {
  const { viewer, sessionId } = await somebody()
  await beginTwoFactor(viewer)
  const first = await keyShownTo(viewer)
  expect(await keyShownTo(viewer)).toBe(first)
  await beginTwoFactor(viewer)
  await expect(confirmTwoFactor(viewer, { code: codeAt(first), sessionId })).rejects.toMatchObject(bad)
})

test('whoever must have two-factor and has not holds no role yet, except in the demonstration', async () => {
  const { viewer, sessionId } = await somebody([admin])
  expect(await findLiveSession(sessionId)).toMatchObject({
    lacksSecondFactor: true,
    viewer: { isAdmin: false, memberships: [], territoryIds: [] },
  })
  await beginTwoFactor(viewer)
  await confirmTwoFactor(viewer, { code: codeAt(await keyShownTo(viewer)), sessionId })
  expect(await findLiveSession(sessionId)).toMatchObject({ lacksSecondFactor: false, viewer: { isAdmin: true } })
  const reviewer = await somebody()
  expect(await findLiveSession(reviewer.sessionId)).toMatchObject({ lacksSecondFactor: false })
})

test('a visitor has no account to change', async () => {
  const refused = { code: 'unauthenticated' }
  await expect(beginTwoFactor(null)).rejects.toMatchObject(refused)
  await expect(confirmTwoFactor(null, { code: '123456', sessionId: newId() })).rejects.toMatchObject(refused)
  await expect(renewRecoveryCodes(null, '123456')).rejects.toMatchObject(refused)
  await expect(turnOffTwoFactor(null, '123456')).rejects.toMatchObject(refused)
})

test('an administrator takes the second factor of somebody who lost it away; sessions end, the owner is told', async () => {
  const { viewer, sessionId, user } = await enrolled()
  const other = await somebody([admin])
  const colleague = await somebody()
  await expect(takeSecondFactor(colleague.viewer, user.id)).rejects.toHaveProperty('code')
  await expect(takeSecondFactor(null, user.id)).rejects.toMatchObject({ code: 'unauthenticated' })
  await takeSecondFactor(other.viewer, user.id)
  expect(await findLiveSession(sessionId)).toBeNull()
  expect(await getTwoFactor(viewer)).toMatchObject({ state: 'off', codesLeft: 0 })
  const mails = await db.outboxMail.findMany({ where: { recipient: user.email, template: 'security.twoFactorOff' } })
  expect(mails).toHaveLength(1)
})

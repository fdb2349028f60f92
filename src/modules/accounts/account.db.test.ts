import { expect, test, vi } from 'vitest'
import { newId } from '@/core/id'
import { viewerOf } from '@/core/viewer'
import { createUser, signIn } from '@/modules/accounts/account.commands'
import { newUserSchema } from '@/modules/accounts/account.schema'
import { endAllSessions, endSession, openSession } from '@/modules/accounts/session.commands'
import { db } from '@/platform/db'
import { environment } from '@/platform/env'
import { unsealSecondStep } from '@/platform/second-step'
import { findLiveSession } from '@/platform/session-life'
import { givenSession, sessionIn, visitFrom } from '@tests/builders/session'

const admin = viewerOf({
  userId: '00000000-0000-7000-8000-000000000001',
  name: 'System',
  memberships: [{ role: 'admin', territoryId: null, groupId: null }],
})
const password = 'träd i blåst över Gävle'

/** A new account with an address and a network nobody else in these tests has. */
async function newAccount(more: { demo?: boolean } = {}) {
  const email = `${newId()}@example.eu`
  const userId = await createUser(admin, newUserSchema.parse({ email, name: 'Ada', password, ...more }))
  return { email, userId, address: newAddress() }
}
const newAddress = () => `2001:db8:${Math.floor(Math.random() * 65_536).toString(16)}:${newId().slice(-4)}::1`

/** What a door can tell of a refusal. */
const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'signed in',
    (error: unknown) =>
      JSON.stringify(
        error,
        Object.getOwnPropertyNames(error).filter((name) => name !== 'stack'),
      ),
  )

test('whoever knows the password gets a session, in any case of the address', async () => {
  const { email, userId, address } = await newAccount()
  const session = await findLiveSession(await givenSession({ email: email.toUpperCase(), password }, address))
  expect(session?.viewer.userId).toBe(userId)
})

test('the same password typed in another normal form is the same', async () => {
  const { email, address } = await newAccount()
  await expect(givenSession({ email, password: password.normalize('NFD') }, address)).resolves.toBeTypeOf('string')
})

test('unknown, known, disabled, passwordless and system accounts are refused in the same bytes', async () => {
  const [known, disabled, passwordless, system] = await Promise.all([
    newAccount(),
    newAccount(),
    newAccount(),
    newAccount(),
  ])
  await db.user.update({ where: { id: disabled.userId }, data: { disabledAt: new Date() } })
  await db.user.update({ where: { id: passwordless.userId }, data: { passwordHash: null } })
  await db.user.update({ where: { id: system.userId }, data: { system: true } })
  const refusals = [
    await refusalOf(givenSession({ email: 'nobody@example.eu', password }, newAddress())),
    await refusalOf(givenSession({ email: known.email, password: 'not this one' }, known.address)),
    await refusalOf(givenSession({ email: disabled.email, password }, disabled.address)),
    await refusalOf(givenSession({ email: passwordless.email, password }, passwordless.address)),
    await refusalOf(givenSession({ email: system.email, password }, system.address)),
  ]
  expect(new Set(refusals).size).toBe(1)
  expect(refusals[0]).toContain('badSignIn')
})

test('a demonstration account signs in on the embedded database and nowhere else', async () => {
  const env = vi.spyOn(environment(), 'EMBEDDED_DATABASE', 'get').mockReturnValue(true)
  const { email, address } = await newAccount({ demo: true })
  const sessionId = await givenSession({ email, password }, address)
  expect(await findLiveSession(sessionId)).not.toBeNull()
  env.mockReturnValue(false)
  expect(await findLiveSession(sessionId)).toBeNull()
  expect(await refusalOf(givenSession({ email, password }, address))).toContain('badSignIn')
  expect(await refusalOf(newAccount({ demo: true }))).toContain('invalid')
  env.mockRestore()
})

test('the eleventh failure within ten minutes is refused before the password is looked at, whoever asks', async () => {
  const { email } = await newAccount()
  const tries = Array.from({ length: 10 }, () => refusalOf(givenSession({ email, password: 'wrong' }, newAddress())))
  for (const refusal of await Promise.all(tries)) expect(refusal).toContain('badSignIn')
  await expect(givenSession({ email, password }, newAddress())).rejects.toMatchObject({
    code: 'limited',
    values: { minutes: 10 },
  })
})

test('an account that does not exist is limited just as well', async () => {
  const email = `${newId()}@example.eu`
  for (let count = 0; count < 10; count++) await refusalOf(givenSession({ email, password: 'wrong' }, newAddress()))
  expect(await refusalOf(givenSession({ email, password: 'wrong' }, newAddress()))).toContain('limited')
})

test('thirty failures from one network in three minutes close it for every account, and count no account further', async () => {
  const { email, address } = await newAccount()
  const neighbour = address.replace(/::1$/, '::2')
  for (let count = 0; count < 30; count++)
    await refusalOf(
      givenSession({ email: `${newId()}@example.eu`, password: 'wrong' }, count % 2 === 0 ? address : neighbour),
    )
  for (let count = 0; count < 12; count++)
    expect(await refusalOf(givenSession({ email, password }, address))).toContain('limited')
  await expect(givenSession({ email, password }, newAddress())).resolves.toBeTypeOf('string')
})

test('signing in does not use up the limit, and a limit ends', async () => {
  const { email, address } = await newAccount()
  for (let count = 0; count < 12; count++) await givenSession({ email, password }, address)
  for (let count = 0; count < 10; count++) await refusalOf(givenSession({ email, password: 'wrong' }, newAddress()))
  expect(await refusalOf(givenSession({ email, password }, address))).toContain('limited')
  await db.limitCounter.updateMany({ data: { resetsAt: new Date(Date.now() - 1000) } })
  await expect(givenSession({ email, password }, address)).resolves.toBeTypeOf('string')
})

test('a session is ended by its owner only', async () => {
  const { email, userId, address } = await newAccount()
  const sessionId = await givenSession({ email, password }, address)
  const owner = (await findLiveSession(sessionId))?.viewer ?? null
  await expect(endSession(null, sessionId)).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(endSession(admin, sessionId)).rejects.toMatchObject({ code: 'forbidden' })
  expect(owner?.userId).toBe(userId)
  await endSession(owner, sessionId)
  expect(await findLiveSession(sessionId)).toBeNull()
})

test('all sessions of an account end together', async () => {
  const { email, userId, address } = await newAccount()
  const sessions = [await givenSession({ email, password }, address), await givenSession({ email, password }, address)]
  const stranger = viewerOf({ userId: newId(), name: 'Bo', memberships: [] })
  await expect(endAllSessions(stranger, userId)).rejects.toMatchObject({ code: 'forbidden' })
  await endAllSessions(admin, userId)
  for (const sessionId of sessions) expect(await findLiveSession(sessionId)).toBeNull()
})

test('an address has one account, in whatever case', async () => {
  const { email } = await newAccount()
  const again = newUserSchema.parse({ email: email.toUpperCase(), name: 'Bo', password })
  await expect(createUser(admin, again)).rejects.toMatchObject({ fields: [{ field: 'email', message: 'emailTaken' }] })
})

test('no password, nor its hash, is in the audit log', async () => {
  const { userId } = await newAccount()
  const entries = await db.auditEntry.findMany({ where: { recordId: userId } })
  expect(entries.map(({ action, fields }) => ({ action, fields }))).toEqual([{ action: 'create-user', fields: [] }])
})

test('wrong passwords from elsewhere never lock the owner out of a browser that was let in before', async () => {
  const { email, address } = await newAccount()
  const opening = await signIn({ email, password }, visitFrom(address))
  const device = 'device' in opening ? opening.device : null
  for (let count = 0; count < 12; count++) await refusalOf(givenSession({ email, password: 'wrong' }, newAddress()))
  expect(await refusalOf(givenSession({ email, password }, newAddress()))).toContain('limited')
  expect(sessionIn(await signIn({ email, password }, visitFrom(address, device)))).toBeTypeOf('string')
  // It has a counter of its own, which is no way round for whoever guesses there.
  for (let count = 0; count < 10; count++)
    await refusalOf(signIn({ email, password: 'wrong' }, visitFrom(newAddress(), device)))
  expect(await refusalOf(signIn({ email, password }, visitFrom(newAddress(), device)))).toContain('limited')
})

test('a browser known to one account is unknown to every other, and a made-up one to all', async () => {
  const [own, other] = await Promise.all([newAccount(), newAccount()])
  const opening = await signIn({ email: own.email, password }, visitFrom(own.address))
  const device = 'device' in opening ? opening.device : null
  for (let count = 0; count < 10; count++)
    await refusalOf(givenSession({ email: other.email, password: 'wrong' }, newAddress()))
  for (const claimed of [device, 'x'.repeat(22)])
    expect(await refusalOf(signIn({ email: other.email, password }, visitFrom(newAddress(), claimed)))).toContain(
      'limited',
    )
})

test('whoever has a second factor is asked for it before there is a session', async () => {
  const { email, userId, address } = await newAccount()
  await db.user.update({ where: { id: userId }, data: { totpSecret: 'sealed', totpConfirmedAt: new Date() } })
  const opening = await signIn({ email, password }, visitFrom(address))
  expect(await db.session.count({ where: { userId } })).toBe(0)
  expect(await unsealSecondStep('secondStep' in opening ? opening.secondStep : '')).toEqual({
    userId,
    sessionVersion: 1,
  })
  expect('sessionId' in (await openSession(userId, visitFrom(address), { hasSecondProof: true }))).toBe(true)
})

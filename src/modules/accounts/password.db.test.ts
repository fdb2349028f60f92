import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { systemViewer, viewerOf } from '@/core/viewer'
import { createUser, signIn } from '@/modules/accounts/account.commands'
import { newUserSchema, purposeOf } from '@/modules/accounts/account.schema'
import { choosePassword, grantAdministration, startReset } from '@/modules/accounts/password.commands'
import { db } from '@/platform/db'
import { issueToken } from '@/platform/mailed-token'
import { sealSession } from '@/platform/session-cookie'
import { findLiveSession } from '@/platform/session-life'
import { givenSession, sessionIn, visitFrom } from '@tests/builders/session'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'

const password = 'kotu mari beno suda levi'
const newEmail = () => `${newId()}@example.eu`
const used = { code: 'gone', messageKey: 'linkGone' }
const home = visitFrom('2001:db8:a::1')
const resetLink = (email: string, minutes = 30) =>
  issueToken(db, { purpose: purposeOf('reset'), subject: {}, email, locale: 'en', minutes })

beforeEach(() => db.limitCounter.deleteMany())

test('the link of the terminal makes an administrator who chooses a password, once, and is let in', async () => {
  const email = newEmail()
  const token = await grantAdministration(systemViewer, email)
  const opened = await findLiveSession(sessionIn(await choosePassword({ token, password }, home)))
  expect(opened).toMatchObject({ lacksSecondFactor: true, viewer: { isAdmin: false } })
  await db.user.update({ where: { email }, data: { totpConfirmedAt: new Date() } })
  expect((await findLiveSession(opened?.id ?? ''))?.viewer.isAdmin).toBe(true)
  await expect(choosePassword({ token, password: `${password} again` }, home)).rejects.toMatchObject(used)
})

test('of two who use one link at once, one is let through', async () => {
  const token = await grantAdministration(systemViewer, newEmail())
  const tries = await Promise.allSettled(
    [1, 2, 3].map((count) => choosePassword({ token, password: `${password} ${count}` }, home)),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('an account that was there keeps its id and loses its sessions when it chooses anew', async () => {
  const email = newEmail()
  await choosePassword({ token: await grantAdministration(systemViewer, email), password }, home)
  const sessionId = await givenSession({ email, password })
  const again = await grantAdministration(systemViewer, email.toUpperCase())
  expect(await findLiveSession(sessionId)).not.toBeNull()
  await choosePassword({ token: again, password: `${password} anew` }, home)
  expect(await findLiveSession(sessionId)).toBeNull()
  expect(await db.user.count({ where: { email } })).toBe(1)
})

test('a newer password makes older links useless, and a session is no link', async () => {
  const email = newEmail()
  const [older, newer] = [await grantAdministration(systemViewer, email), await resetLink(email)]
  await choosePassword({ token: newer, password }, home)
  for (const token of [older, await sealSession(newId()), 'made up', await resetLink(email, -1)])
    await expect(choosePassword({ token, password }, home)).rejects.toMatchObject(used)
})

test('a reset tells the owner, forgets every browser, and lets in the one it was done from', async () => {
  const email = newEmail()
  await createUser(systemViewer, newUserSchema.parse({ email, name: 'Ada', password, locale: 'sv' }))
  const before = await signIn({ email, password }, home)
  const anew = `${password} anew`
  const after = await choosePassword({ token: await resetLink(email), password: anew }, visitFrom('192.0.2.9'))
  expect(await db.outboxMail.findMany({ where: { recipient: email } })).toMatchObject([
    { template: 'accounts.passwordChanged', locale: 'sv' },
  ])
  for (let count = 0; count < 10; count++)
    await givenSession({ email, password: 'wrong' }, `2001:db8:${count}::1`).catch(() => undefined)
  const from = (opening: typeof before) => visitFrom('192.0.2.9', 'device' in opening ? opening.device : null)
  await expect(signIn({ email, password: anew }, from(before))).rejects.toMatchObject({ code: 'limited' })
  await expect(signIn({ email, password: anew }, from(after))).resolves.toHaveProperty('sessionId')
})

test('a disabled account chooses nothing', async () => {
  const email = newEmail()
  const token = await grantAdministration(systemViewer, email)
  await db.user.update({ where: { email }, data: { disabledAt: new Date() } })
  await expect(choosePassword({ token, password }, home)).rejects.toMatchObject(used)
})

test('a password that is soon guessed is refused at its field, and the link stays good', async () => {
  const email = newEmail()
  await db.user.create({ data: { id: newId(), email, name: 'Marta Nowak' } })
  const token = await resetLink(email)
  await expect(choosePassword({ token, password: 'Marta.Nowak.1987' }, home)).rejects.toMatchObject({
    fields: [{ field: 'password', message: 'guessable' }],
  })
  await choosePassword({ token, password }, home)
})

test('only an administrator makes one', async () => {
  const coordinator = viewerOf({
    userId: newId(),
    name: 'Bo',
    memberships: [{ role: 'coordinator', territoryId: newId(), groupId: null }],
  })
  await expect(grantAdministration(coordinator, newEmail())).rejects.toMatchObject({ code: 'forbidden' })
  await expect(grantAdministration(null, newEmail())).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(grantAdministration(systemViewer, 'no address')).rejects.toMatchObject({ code: 'invalid' })
})

test('a coordinator starts a reset for an editor of the own territory: the sessions end, the link goes by mail', async () => {
  const [here, elsewhere] = [await givenTerritory(), await givenTerritory({ slug: 'gavle', name: 'Gävle' })]
  const coordinator = await givenViewer('coordinator', { territoryId: here.id })
  const email = newEmail()
  const membership = { role: 'editor', territoryId: here.id, groupId: null } as const
  const editor = newUserSchema.parse({ email, name: 'Ada', password, memberships: [membership] })
  const userId = await createUser(systemViewer, editor)
  const sessionId = await givenSession({ email, password })
  const stranger = await givenViewer('coordinator', { territoryId: elsewhere.id })
  await expect(startReset(stranger, userId)).rejects.toMatchObject({ code: 'not-found' })
  const colleague = await givenViewer('editor', { territoryId: here.id })
  await expect(startReset(colleague, userId)).rejects.toMatchObject({ code: 'forbidden' })
  await startReset(coordinator, userId)
  expect(await findLiveSession(sessionId)).toBeNull()
  expect(await db.outboxMail.findMany({ where: { recipient: email } })).toMatchObject([{ template: 'accounts.reset' }])
  await expect(startReset(coordinator, coordinator.userId)).rejects.toMatchObject({ code: 'forbidden' })
})

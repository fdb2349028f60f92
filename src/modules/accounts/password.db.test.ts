import { expect, test } from 'vitest'
import { newId } from '@/core/id'
import { systemViewer, viewerOf } from '@/core/viewer'
import { choosePassword, grantAdministration } from '@/modules/accounts/password.commands'
import { db } from '@/platform/db'
import { sealPasswordLink } from '@/platform/password-link'
import { sealSession } from '@/platform/session-cookie'
import { findLiveSession } from '@/platform/session-life'
import { givenSession } from '@tests/builders/session'

const password = 'kotu mari beno suda levi'
const newEmail = () => `${newId()}@example.eu`
const used = { code: 'gone', messageKey: 'linkGone' }

test('the link of the terminal makes an administrator who chooses a password, once', async () => {
  const email = newEmail()
  const token = await grantAdministration(systemViewer, email)
  await choosePassword({ token, password })
  const session = await findLiveSession(await givenSession({ email, password }, '2001:db8:a::1'))
  expect(session).toMatchObject({ lacksSecondFactor: true, viewer: { isAdmin: false } })
  await db.user.update({ where: { email }, data: { totpConfirmedAt: new Date() } })
  expect((await findLiveSession(session?.id ?? ''))?.viewer.isAdmin).toBe(true)
  await expect(choosePassword({ token, password: `${password} again` })).rejects.toMatchObject(used)
})

test('of two who use one link at once, one is let through', async () => {
  const token = await grantAdministration(systemViewer, newEmail())
  const tries = await Promise.allSettled(
    [1, 2, 3].map((count) => choosePassword({ token, password: `${password} ${count}` })),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('an account that was there keeps its id and loses its sessions when it chooses anew', async () => {
  const email = newEmail()
  await choosePassword({ token: await grantAdministration(systemViewer, email), password })
  const sessionId = await givenSession({ email, password }, '2001:db8:b::1')
  const again = await grantAdministration(systemViewer, email.toUpperCase())
  expect(await findLiveSession(sessionId)).not.toBeNull()
  await choosePassword({ token: again, password: `${password} anew` })
  expect(await findLiveSession(sessionId)).toBeNull()
  expect(await db.user.count({ where: { email } })).toBe(1)
})

test('a newer password makes older links useless, and a session is no link', async () => {
  const email = newEmail()
  const [older, newer] = [
    await grantAdministration(systemViewer, email),
    await grantAdministration(systemViewer, email),
  ]
  await choosePassword({ token: newer, password })
  await expect(choosePassword({ token: older, password })).rejects.toMatchObject(used)
  await expect(choosePassword({ token: await sealSession(newId()), password })).rejects.toMatchObject(used)
  await expect(choosePassword({ token: 'made up', password })).rejects.toMatchObject(used)
})

test('a disabled account chooses nothing', async () => {
  const email = newEmail()
  const token = await grantAdministration(systemViewer, email)
  await db.user.update({ where: { email }, data: { disabledAt: new Date() } })
  await expect(choosePassword({ token, password })).rejects.toMatchObject(used)
})

test('a password that is soon guessed is refused at its field, and the link stays good', async () => {
  const email = newEmail()
  const { id: userId } = await db.user.create({ data: { id: newId(), email, name: 'Marta Nowak' } })
  const token = await sealPasswordLink({ userId, sessionVersion: 1 })
  await expect(choosePassword({ token, password: 'Marta.Nowak.1987' })).rejects.toMatchObject({
    fields: [{ field: 'password', message: 'guessable' }],
  })
  await choosePassword({ token, password })
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

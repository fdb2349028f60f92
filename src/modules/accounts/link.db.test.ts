import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { type LinkKind, purposeOf } from '@/modules/accounts/account.schema'
import { askLink, renewLink, signInByLink } from '@/modules/accounts/link.commands'
import { findLinkState } from '@/modules/accounts/link.queries'
import { openSession } from '@/modules/accounts/session.commands'
import { db } from '@/platform/db'
import { issueToken } from '@/platform/mailed-token'
import { findLiveSession } from '@/platform/session-life'
import { sessionIn, visitFrom } from '@tests/builders/session'

const from = (address: string, device: string | null = null) => ({ locale: 'it', visit: visitFrom(address, device) })
const network = () => `2001:db8:${Math.floor(Math.random() * 65_536).toString(16)}:${newId().slice(-4)}::1`
const mailsTo = (recipient: string) => db.outboxMail.findMany({ where: { recipient } })

async function givenUser(more: { disabledAt?: Date; system?: boolean; demo?: boolean } = {}) {
  const id = newId()
  const email = `${id}@example.eu`
  await db.user.create({ data: { id, email, name: 'Ada', ...more } })
  return { id, email }
}
const linkTo = (kind: LinkKind, email: string, minutes = 30) =>
  issueToken(db, { purpose: purposeOf(kind), subject: {}, email, locale: 'en', minutes })

beforeEach(() => db.outboxMail.deleteMany())

test('a link is mailed to whoever has an account, in the language of the page it was asked on', async () => {
  const { email } = await givenUser()
  await askLink('reset', email.toUpperCase(), from(network()))
  await askLink('sign-in', email, from(network()))
  expect(await db.outboxMail.findMany({ orderBy: { createdAt: 'asc' } })).toMatchObject([
    { template: 'accounts.reset', locale: 'it', link: { path: '/sign-in/password', minutes: 30 } },
    { template: 'accounts.signIn', locale: 'it', link: { path: '/sign-in/link', minutes: 30 } },
  ])
})

test('nothing is mailed to an address without an account that may sign in, and nobody can tell', async () => {
  const [disabled, system, demo] = await Promise.all([
    givenUser({ disabledAt: new Date() }),
    givenUser({ system: true }),
    givenUser({ demo: true }),
  ])
  for (const email of [disabled.email, system.email, demo.email, 'nobody@example.eu'])
    expect(await askLink('reset', email, from(network()))).toBeUndefined()
  expect(await db.outboxMail.count()).toBe(0)
})

test('an address gets three links an hour, whether it has an account or not', async () => {
  const { email } = await givenUser()
  for (const address of [email, 'nobody.else@example.eu']) {
    for (let count = 0; count < 3; count++) await askLink('reset', address, from(network()))
    await expect(askLink('reset', address, from(network()))).rejects.toMatchObject({
      code: 'limited',
      values: { minutes: 60 },
    })
  }
  expect(await mailsTo(email)).toHaveLength(3)
})

test('one visitor asks three times an hour, for whomever', async () => {
  const visitor = from(network())
  for (let count = 0; count < 3; count++) await askLink('reset', `${newId()}@example.eu`, visitor)
  await expect(askLink('reset', `${newId()}@example.eu`, visitor)).rejects.toMatchObject({ code: 'limited' })
})

test('whoever asks in somebody’s name from elsewhere leaves the owner at home a link', async () => {
  const { id, email } = await givenUser()
  const opening = await openSession(id, visitFrom(network()))
  const device = 'device' in opening ? opening.device : null
  for (let count = 0; count < 4; count++) await askLink('reset', email, from(network())).catch(() => undefined)
  await askLink('reset', email, from(network(), device))
  expect(await mailsTo(email)).toHaveLength(4)
})

test('a mailed link opens the door once, and looking at it does not use it up', async () => {
  const { id, email } = await givenUser()
  const token = await linkTo('sign-in', email)
  expect(await findLinkState('sign-in', token)).toBe('live')
  expect(await findLinkState('reset', token)).toBeNull()
  const session = await findLiveSession(sessionIn((await signInByLink(token, visitFrom(network()))).opening))
  expect(session?.viewer.userId).toBe(id)
  expect(await findLinkState('sign-in', token)).toBe('gone')
  await expect(signInByLink(token, visitFrom(network()))).rejects.toMatchObject({ code: 'gone' })
})

test('a link for a password opens no door, and a link of somebody disabled none at all', async () => {
  const { email } = await givenUser()
  await expect(signInByLink(await linkTo('reset', email), visitFrom(network()))).rejects.toMatchObject({ code: 'gone' })
  const disabled = await givenUser({ disabledAt: new Date() })
  const token = await linkTo('sign-in', disabled.email)
  await expect(signInByLink(token, visitFrom(network()))).rejects.toMatchObject({ code: 'gone' })
})

test('a mailed link asks whoever has a second factor for it', async () => {
  const { id, email } = await givenUser()
  await db.user.update({ where: { id }, data: { totpSecret: 'sealed', totpConfirmedAt: new Date() } })
  expect((await signInByLink(await linkTo('sign-in', email), visitFrom(network()))).opening).toHaveProperty(
    'secondStep',
  )
})

test('a link that is too old is replaced at the same address; a made-up one at none', async () => {
  const { email } = await givenUser()
  await renewLink('sign-in', await linkTo('sign-in', email, -1), from(network()))
  expect(await mailsTo(email)).toMatchObject([{ template: 'accounts.signIn' }])
  await expect(renewLink('sign-in', 'x'.repeat(22), from(network()))).rejects.toMatchObject({ code: 'gone' })
})

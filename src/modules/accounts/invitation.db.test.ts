import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { inOriginal } from '@/core/localized'
import { systemViewer, type Viewer } from '@/core/viewer'
import { createUser } from '@/modules/accounts/account.commands'
import { newUserSchema } from '@/modules/accounts/account.schema'
import {
  acceptForOwnAccount,
  acceptInvitation,
  inviteUser,
  renewInvitation,
  resendInvitation,
  revokeInvitation,
} from '@/modules/accounts/invitation.commands'
import { findInvitation, findInvitations } from '@/modules/accounts/invitation.queries'
import { choiceOfRole, invitationPurpose, newInvitationSchema } from '@/modules/accounts/invitation.schema'
import { findGrantableRoles } from '@/modules/accounts/role-place.queries'
import { db } from '@/platform/db'
import { issueToken } from '@/platform/mailed-token'
import { findLiveSession } from '@/platform/session-life'
import { emptyDatabase } from '@tests/database'
import { givenSession, sessionIn, visitFrom } from '@tests/builders/session'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'

const password = 'kotu mari beno suda levi'
const home = { locale: 'sv', visit: visitFrom('192.0.2.1') }
const newEmail = () => `${newId()}@example.eu`
let here: string
let elsewhere: string
let group: string
let coordinator: Viewer

beforeEach(async () => {
  await emptyDatabase()
  here = (await givenTerritory()).id
  elsewhere = (await givenTerritory({ slug: 'gavle', name: 'Gävle' })).id
  group = newId()
  await db.group.create({ data: { id: group, slug: 'gruppo', territoryId: here, name: inOriginal('it', 'Gruppo') } })
  coordinator = await givenViewer('coordinator', { territoryId: here })
})

const invite = (viewer: Viewer | null, as: string, email = newEmail()) =>
  inviteUser(viewer, newInvitationSchema.parse({ email, as, locale: 'it' }))
const only = async () => db.invitation.findFirstOrThrow()
/** The link as it is made when the mail is sent. */
async function linkOf(minutes = 60): Promise<string> {
  const { id, email } = await only()
  return issueToken(db, { purpose: invitationPurpose, subject: { invitationId: id }, email, locale: 'it', minutes })
}

test('a coordinator invites editors and reviewers of the own territory, nobody else; an administrator everybody', async () => {
  const all = [`editor:${here}`, `reviewer:${group}`, `editor:${elsewhere}`, `coordinator:${here}`, 'admin']
  const outcomes = async (viewer: Viewer | null) =>
    (await Promise.allSettled(all.map((as) => invite(viewer, as)))).map((outcome) =>
      outcome.status === 'fulfilled' ? 'yes' : String(outcome.reason.code),
    )
  expect(await outcomes(coordinator)).toEqual(['yes', 'yes', 'forbidden', 'forbidden', 'forbidden'])
  expect(await outcomes(await givenViewer('admin'))).toEqual(['yes', 'yes', 'yes', 'yes', 'yes'])
  expect(new Set(await outcomes(await givenViewer('editor', { territoryId: here })))).toEqual(new Set(['forbidden']))
  expect(new Set(await outcomes(null))).toEqual(new Set(['unauthenticated']))
})

test('what is offered is what may be given', async () => {
  const offered = await findGrantableRoles(coordinator, 'it')
  expect(offered.map(({ value }) => value)).toEqual([`editor:${here}`, `reviewer:${group}`])
  expect(await findGrantableRoles(await givenViewer('admin'), 'it')).toHaveLength(6)
  expect(await findGrantableRoles(await givenViewer('editor', { territoryId: here }), 'it')).toEqual([])
})

test.each(['', 'editor', 'admin:x', 'owner', `editor:${newId()}:x`, 'reviewer:nothing', 'coordinator:'])(
  'the role %j is none',
  (as) => {
    const { error } = newInvitationSchema.safeParse({ email: newEmail(), as, locale: 'it' })
    expect(error?.issues).toMatchObject([{ path: ['as'], message: 'choose' }])
  },
)

test('the mail names the inviter, the role and the place in its own language', async () => {
  await invite(coordinator, `editor:${here}`)
  expect(await db.outboxMail.findFirstOrThrow()).toMatchObject({
    template: 'accounts.invitation',
    locale: 'it',
    parameters: { inviter: coordinator.name, role: 'editor', place: 'Reggio Emilia' },
    link: { path: '/invitation', minutes: 7 * 24 * 60 },
  })
})

test('whoever has no account accepts with a name and a password, once, and is let in', async () => {
  await invite(coordinator, `editor:${here}`)
  const token = await linkOf()
  const { email } = await only()
  expect(await findInvitation(null, token, 'sv')).toMatchObject({ state: 'open', account: 'none', email })
  const opening = await acceptInvitation({ token, name: 'Ada', password }, home)
  const session = await findLiveSession(sessionIn(opening))
  expect(session?.viewer).toMatchObject({ name: 'Ada', memberships: [{ role: 'editor', territoryId: here }] })
  expect(await db.user.findUniqueOrThrow({ where: { email } })).toMatchObject({ locale: 'sv' })
  await expect(givenSession({ email, password })).resolves.toBeTypeOf('string')
  await expect(acceptInvitation({ token, name: 'Bo' }, home)).rejects.toMatchObject({ code: 'gone' })
  expect(await findInvitation(null, token, 'sv')).toMatchObject({ state: 'accepted' })
  expect(await db.notification.findMany()).toMatchObject([{ userId: coordinator.userId, kind: 'invitationAccepted' }])
})

test('without a password the account has none, and one that is soon guessed is refused while the link stays good', async () => {
  await invite(coordinator, `reviewer:${group}`)
  const token = await linkOf()
  await expect(acceptInvitation({ token, name: 'Ada', password: 'Password12345' }, home)).rejects.toMatchObject({
    fields: [{ field: 'password', message: 'guessable' }],
  })
  await acceptInvitation({ token, name: 'Ada' }, home)
  expect(await db.user.findFirst({ where: { name: 'Ada' } })).toMatchObject({ passwordHash: null })
})

test('an address that has an account gets the role added after signing in, and only that address', async () => {
  const email = newEmail()
  const userId = await createUser(systemViewer, newUserSchema.parse({ email, name: 'Ada', password }))
  await invite(coordinator, `editor:${here}`, email.toUpperCase())
  const token = await linkOf()
  const ada = (await findLiveSession(await givenSession({ email, password })))?.viewer ?? null
  expect(await findInvitation(ada, token, 'en')).toMatchObject({ account: 'own' })
  expect(await findInvitation(coordinator, token, 'en')).toMatchObject({ account: 'other' })
  await expect(acceptInvitation({ token, name: 'Mallory' }, home)).rejects.toMatchObject({ code: 'conflict' })
  await expect(acceptForOwnAccount(coordinator, token)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(acceptForOwnAccount(null, token)).rejects.toMatchObject({ code: 'unauthenticated' })
  await acceptForOwnAccount(ada, token)
  expect(await db.membership.findMany({ where: { userId } })).toMatchObject([{ role: 'editor', territoryId: here }])
})

test('an invitation that was taken back opens nothing, whoever answers for it', async () => {
  await invite(coordinator, `editor:${here}`)
  const token = await linkOf()
  const { id } = await only()
  const stranger = await givenViewer('coordinator', { territoryId: elsewhere })
  for (const deed of [revokeInvitation, resendInvitation]) {
    await expect(deed(stranger, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(deed(stranger, newId())).rejects.toMatchObject({ code: 'not-found' })
  }
  await revokeInvitation(coordinator, id)
  await expect(acceptInvitation({ token, name: 'Ada' }, home)).rejects.toMatchObject({ code: 'gone' })
  await expect(renewInvitation(token)).rejects.toMatchObject({ code: 'gone' })
  expect(await db.user.count({ where: { name: 'Ada' } })).toBe(0)
})

test('after seven days a new link goes to the same address, and the old one stays useless', async () => {
  await invite(coordinator, `editor:${here}`)
  await db.invitation.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } })
  const token = await linkOf(-1)
  expect(await findInvitation(null, token, 'en')).toMatchObject({ state: 'expired' })
  await expect(acceptInvitation({ token, name: 'Ada' }, home)).rejects.toMatchObject({ code: 'gone' })
  await renewInvitation(token)
  expect(await findInvitation(null, token, 'en')).toMatchObject({ state: 'expired' })
  expect(await findInvitation(null, await linkOf(), 'en')).toMatchObject({ state: 'open' })
  expect(await db.outboxMail.count()).toBe(2)
})

test('the same invitation twice is one that is mailed again, three times an hour', async () => {
  const email = newEmail()
  for (let count = 0; count < 3; count++) await invite(coordinator, `editor:${here}`, email)
  await expect(invite(coordinator, `editor:${here}`, email)).rejects.toMatchObject({ code: 'limited' })
  expect(await db.invitation.count()).toBe(1)
  expect(await db.outboxMail.count()).toBe(3)
})

test('nobody is invited to what they have, or to what there is not', async () => {
  const editor = await givenViewer('editor', { territoryId: here })
  const { email } = await db.user.findUniqueOrThrow({ where: { id: editor.userId } })
  await expect(invite(coordinator, `editor:${here}`, email)).rejects.toMatchObject({ fields: [{ message: 'hasRole' }] })
  const admin = await givenViewer('admin')
  for (const as of [`editor:${newId()}`, `reviewer:${newId()}`])
    await expect(invite(admin, as)).rejects.toMatchObject({ fields: [{ field: 'as', message: 'unknown' }] })
})

test('the list shows what the viewer answers for', async () => {
  const admin = await givenViewer('admin')
  await invite(coordinator, `editor:${here}`)
  for (const as of [`editor:${elsewhere}`, `coordinator:${here}`, 'admin']) await invite(admin, as)
  const listed = await findInvitations(coordinator, 'it')
  expect(listed).toMatchObject([{ role: 'editor', place: 'Reggio Emilia', invitedBy: coordinator.name, state: 'open' }])
  expect(await findInvitations(admin, 'it')).toHaveLength(4)
  await expect(findInvitations(null, 'it')).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(choiceOfRole({ role: 'admin', territoryId: null, groupId: null })).toBe('admin')
})

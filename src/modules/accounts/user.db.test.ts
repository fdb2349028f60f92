import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import type { Membership, Viewer } from '@/core/viewer'
import { endAllSessions } from '@/modules/accounts/session.commands'
import { disableUser, enableUser, giveRole, takeRole } from '@/modules/accounts/user.commands'
import { findUsers, getUser } from '@/modules/accounts/user.queries'
import { userFilterOf } from '@/modules/accounts/user.schema'
import { db } from '@/platform/db'
import { findLiveSession } from '@/platform/session-life'
import { emptyDatabase } from '@tests/database'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'

let here: string
let elsewhere: string
let coordinator: Viewer
let admin: Viewer

beforeEach(async () => {
  await emptyDatabase()
  here = (await givenTerritory()).id
  elsewhere = (await givenTerritory({ slug: 'gavle', name: 'Gävle' })).id
  coordinator = await givenViewer('coordinator', { territoryId: here })
  admin = await givenViewer('admin')
})

const editorOf = (territoryId: string): Membership => ({ role: 'editor', territoryId, groupId: null })
const adminRole: Membership = { role: 'admin', territoryId: null, groupId: null }
const membershipOf = async ({ userId }: Viewer) => (await db.membership.findFirstOrThrow({ where: { userId } })).id
const listed = async (viewer: Viewer | null, query = '', limit = 10) =>
  findUsers(viewer, userFilterOf(new URLSearchParams(query)), { limit, locale: 'it' })

async function openSessionOf({ userId }: Viewer): Promise<string> {
  const id = newId()
  const expiresAt = new Date(Date.now() + 3_600_000)
  const { sessionVersion } = await db.user.findUniqueOrThrow({ where: { id: userId } })
  await db.session.create({ data: { id, userId, sessionVersion, expiresAt } })
  return id
}

test('a coordinator sees the editors of the own territory, an administrator everybody, the others nobody', async () => {
  const own = await givenViewer('editor', { territoryId: here })
  const other = await givenViewer('editor', { territoryId: elsewhere })
  expect((await listed(coordinator)).rows.map(({ id }) => id)).toEqual([own.userId])
  expect((await listed(admin)).total).toBe(4)
  await expect(listed(own)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listed(null)).rejects.toMatchObject({ code: 'unauthenticated' })
  for (const id of [other.userId, admin.userId, coordinator.userId, newId(), 'no id'])
    await expect(getUser(coordinator, id, 'it')).rejects.toMatchObject({ code: 'not-found' })
  expect(await getUser(coordinator, own.userId, 'it')).toMatchObject({
    roles: [{ role: 'editor', place: 'Reggio Emilia', mayTake: true }],
    mayLookAfter: true,
  })
})

test('roles of another territory are counted, not named, and keep a coordinator from closing the account', async () => {
  const editor = await givenViewer('editor', { territoryId: here })
  await giveRole(admin, editor.userId, editorOf(elsewhere))
  const seen = await getUser(coordinator, editor.userId, 'it')
  expect(seen).toMatchObject({ hasOtherRoles: true, mayLookAfter: false, roles: [{ place: 'Reggio Emilia' }] })
  expect(JSON.stringify(seen)).not.toContain('Gävle')
  for (const deed of [disableUser, enableUser, endAllSessions])
    await expect(deed(coordinator, editor.userId)).rejects.toMatchObject({ code: 'forbidden' })
})

test('the list is searched, filtered and paged by key', async () => {
  for (const name of ['Amelia', 'Bo', 'Cy']) {
    const { userId } = await givenViewer('editor', { territoryId: here })
    await db.user.update({ where: { id: userId }, data: { name, disabledAt: name === 'Cy' ? new Date() : null } })
  }
  const first = await listed(coordinator, '', 2)
  expect(first).toMatchObject({ rows: [{ name: 'Amelia' }, { name: 'Bo' }], total: 3 })
  expect((await listed(coordinator, `after=${first.next ?? ''}`, 2)).rows).toMatchObject([{ name: 'Cy' }])
  expect((await listed(coordinator, 'q=aMEL')).rows).toMatchObject([{ name: 'Amelia' }])
  expect((await listed(coordinator, 'state=disabled')).rows).toMatchObject([{ name: 'Cy', isDisabled: true }])
  expect((await listed(admin, `role=coordinator&territory=${here}`)).rows).toMatchObject([{ id: coordinator.userId }])
  for (const nonsense of ['after=x', 'role=king', 'territory=1', 'state=', 'q=%00', 'q[gt]=1'])
    await expect(listed(coordinator, nonsense)).resolves.toMatchObject({ total: 3 })
})

test('a role counts from the next request, and nobody changes their own', async () => {
  const editor = await givenViewer('editor', { territoryId: here })
  const session = await openSessionOf(editor)
  expect(await takeRole(coordinator, editor.userId, await membershipOf(editor))).toBe(false)
  expect((await findLiveSession(session))?.viewer.memberships).toEqual([])
  await giveRole(admin, editor.userId, editorOf(here))
  expect((await findLiveSession(session))?.viewer.memberships).toMatchObject([{ role: 'editor' }])
  await expect(giveRole(coordinator, editor.userId, adminRole)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(giveRole(coordinator, editor.userId, editorOf(elsewhere))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(giveRole(admin, admin.userId, editorOf(here))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(takeRole(admin, admin.userId, await membershipOf(admin))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(giveRole(admin, editor.userId, editorOf(here))).rejects.toMatchObject({
    fields: [{ field: 'as', message: 'hasRole' }],
  })
})

test('a disabled account is out at the next request, and its old sessions stay over when it is enabled', async () => {
  const editor = await givenViewer('editor', { territoryId: here })
  const session = await openSessionOf(editor)
  await disableUser(coordinator, editor.userId)
  expect(await findLiveSession(session)).toBeNull()
  await enableUser(coordinator, editor.userId)
  expect(await findLiveSession(session)).toBeNull()
  expect(await findLiveSession(await openSessionOf(editor))).not.toBeNull()
  const actions = (await db.auditEntry.findMany({ orderBy: { id: 'asc' } })).map(({ action }) => action)
  expect(actions).toEqual(['disable-user', 'enable-user'])
})

test('of two administrators who remove each other at once, one stays', async () => {
  const other = await givenViewer('admin')
  const outcomes = await Promise.allSettled([
    disableUser(admin, other.userId),
    takeRole(other, admin.userId, await membershipOf(admin)),
  ])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db.membership.count({ where: { role: 'admin', user: { disabledAt: null, system: false } } })).toBe(1)
})

test('whoever may not see an account is told the same as for none', async () => {
  const other = await givenViewer('editor', { territoryId: elsewhere })
  for (const id of [other.userId, admin.userId, newId()]) {
    await expect(disableUser(coordinator, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(giveRole(coordinator, id, editorOf(here))).rejects.toMatchObject({ code: 'not-found' })
    await expect(takeRole(coordinator, id, newId())).rejects.toMatchObject({ code: 'not-found' })
  }
  for (const viewer of [null, other])
    await expect(disableUser(viewer, other.userId)).rejects.toMatchObject({
      code: viewer === null ? 'unauthenticated' : 'forbidden',
    })
})

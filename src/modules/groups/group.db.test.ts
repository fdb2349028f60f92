import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { inOriginal } from '@/core/localized'
import { systemViewer, type Viewer } from '@/core/viewer'
import { acceptInvitation } from '@/modules/accounts/invitation.commands'
import { invitationPurpose } from '@/modules/accounts/invitation.schema'
import { changeGroup, createGroup } from '@/modules/groups/group.commands'
import { findGroups, findShownGroups, getGroup } from '@/modules/groups/group.queries'
import { groupFormSchema, newGroupSchema } from '@/modules/groups/group.schema'
import { inviteMember, removeMember, seatMember } from '@/modules/groups/member.commands'
import { findInvited, findMembers } from '@/modules/groups/member.queries'
import { memberFormSchema, newMemberSchema } from '@/modules/groups/member.schema'
import { db } from '@/platform/db'
import { issueToken } from '@/platform/mailed-token'
import { findLiveSession } from '@/platform/session-life'
import { givenActor } from '@tests/builders/actor'
import { sessionIn, visitFrom } from '@tests/builders/session'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

let territoryId: string
let coordinator: Viewer
let group: { id: string; slug: string }

beforeEach(async () => {
  await emptyDatabase()
  territoryId = (await givenTerritory()).id
  coordinator = await givenViewer('coordinator', { territoryId })
  group = await createGroup(
    coordinator,
    newGroupSchema.parse({ territoryId, original: 'it', name: { it: 'Gruppo locale', sv: 'Lokal grupp' } }),
  )
})

const seatOf = (userId: string, more: Record<string, string> = {}) =>
  memberFormSchema.parse({ groupId: group.id, userId, ...more })
const chosen = (actor: { id: string }) => ({ standsFor: actor.id, standsForText: 'Ditta', standsForFor: 'Ditta' })

test('a coordinator makes a group of the own territory, and of no other', async () => {
  const { name, territory } = await getGroup(coordinator, group.slug)
  expect(name).toMatchObject({ original: 'it', texts: { sv: { value: 'Lokal grupp' } } })
  expect(territory.id).toBe(territoryId)
  const other = (await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })).id
  const form = newGroupSchema.parse({ territoryId: other, original: 'sv', name: { sv: 'Grupp' } })
  await expect(createGroup(coordinator, form)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(createGroup(await givenViewer('editor', { territoryId }), form)).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(createGroup(null, form)).rejects.toMatchObject({ code: 'unauthenticated' })
  const nowhere = { ...form, territoryId: newId() }
  await expect(createGroup(systemViewer, nowhere)).rejects.toMatchObject({ code: 'invalid' })
  expect(await db.auditEntry.findMany({ where: { action: 'create-group' } })).toMatchObject([
    { territoryId, fields: [] },
  ])
})

test('its own reviewers, the editors and coordinators of the territory read it; for everybody else it is not there', async () => {
  const readers = [
    await givenViewer('reviewer', { groupId: group.id }),
    await givenViewer('editor', { territoryId }),
    coordinator,
    systemViewer,
  ]
  for (const reader of readers) {
    expect((await findGroups(reader)).map(({ id }) => id)).toEqual([group.id])
    expect((await findMembers(reader, group.slug)).map(({ term }) => term)).toEqual(['serves'])
  }
  const other = (await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })).id
  const foreign = await createGroup(
    systemViewer,
    newGroupSchema.parse({ territoryId: other, original: 'sv', name: { sv: 'Grupp' } }),
  )
  const strangers = [
    null,
    await givenViewer('reviewer', { groupId: foreign.id }),
    await givenViewer('editor', { territoryId: other }),
    await givenViewer('coordinator', { territoryId: other }),
  ]
  for (const stranger of strangers) {
    await expect(getGroup(stranger, group.slug)).rejects.toMatchObject({ code: 'not-found' })
    await expect(findMembers(stranger, group.id)).rejects.toMatchObject({ code: 'not-found' })
    if (stranger !== null) expect((await findGroups(stranger)).map(({ id }) => id)).toEqual([foreign.id])
  }
  await expect(getGroup(coordinator, 'no-such-group')).rejects.toMatchObject({ code: 'not-found' })
})

test('an address of a member is read by whoever keeps the group only', async () => {
  const reviewer = await givenViewer('reviewer', { groupId: group.id })
  const mails = async (viewer: Viewer) => (await findMembers(viewer, group.slug)).map(({ email }) => email)
  expect(await mails(coordinator)).toEqual([`${reviewer.userId}@example.org`])
  expect(await mails(reviewer)).toEqual([null])
  expect(await mails(await givenViewer('editor', { territoryId }))).toEqual([null])
})

test('whoever accepts an invitation takes the seat it holds', async () => {
  const actor = await givenActor({ name: 'Ditta' }, territoryId)
  const form = newMemberSchema.parse({
    ...{ groupId: group.id, email: 'ada@example.org', locale: 'it', until: '2099-12-31' },
    ...chosen(actor),
  })
  await inviteMember(coordinator, form)
  expect(await findInvited(coordinator, group.slug)).toMatchObject([
    { email: 'ada@example.org', standsFor: { slug: actor.slug } },
  ])
  expect(await findInvited(await givenViewer('editor', { territoryId }), group.slug)).toEqual([])
  const { id } = await db.invitation.findFirstOrThrow()
  const wanted = { purpose: invitationPurpose, subject: { invitationId: id }, email: 'ada@example.org' }
  const token = await issueToken(db, { ...wanted, locale: 'it', minutes: 5 })
  const visit = { locale: 'it', visit: visitFrom('192.0.2.7') }
  const session = sessionIn(await acceptInvitation({ token, name: 'Ada' }, visit))
  const ada = (await findLiveSession(session))?.viewer ?? null
  expect(await findMembers(ada, group.slug)).toMatchObject([
    { name: 'Ada', standsFor: { slug: actor.slug }, term: 'serves', since: null },
  ])
  expect(await findInvited(coordinator, group.slug)).toEqual([])
  await expect(inviteMember(coordinator, form)).rejects.toMatchObject({ messageKey: 'hasRole' })

  // From the day after the last one the role is gone, at the next request.
  await seatMember(coordinator, seatOf(ada?.userId ?? '', { since: '2020-01-01', until: '2020-12-31' }))
  const after = (await findLiveSession(session))?.viewer ?? null
  expect(after).toMatchObject({ memberships: [], isPartner: false })
  await expect(getGroup(after, group.slug)).rejects.toMatchObject({ code: 'not-found' })
  expect(await findMembers(coordinator, group.slug)).toMatchObject([{ term: 'over' }])
  expect(await findGroups(coordinator)).toMatchObject([{ members: 0 }])
  await seatMember(coordinator, seatOf(ada?.userId ?? '', { since: '2020-01-01' }))
  expect((await findLiveSession(session))?.viewer.memberships).toHaveLength(1)

  await removeMember(coordinator, { groupId: group.id, userId: ada?.userId ?? '' })
  expect((await findLiveSession(session))?.viewer.memberships).toEqual([])
  expect(await db.groupMember.count()).toBe(0)
})

test('a seat is given by whoever keeps the group, to its members, for organisations that are to be seen', async () => {
  const { userId } = await givenViewer('reviewer', { groupId: group.id })
  const elsewhere = (await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })).id
  const hidden = await givenActor({ name: 'Ditta', visibility: 'territory' }, elsewhere)
  const refused = seatMember(coordinator, seatOf(userId, chosen(hidden)))
  await expect(refused).rejects.toMatchObject({ fields: [{ field: 'standsFor', message: 'unknown' }] })
  const own = await givenActor({ name: 'Propria', visibility: 'territory' }, territoryId)
  await seatMember(coordinator, seatOf(userId, chosen(own)))
  const reviewer = await givenViewer('reviewer', { groupId: group.id })
  const seen = (await findMembers(reviewer, group.slug)).find((member) => member.userId === userId)
  expect(seen).toMatchObject({ standsFor: null, standsForId: own.id })
  await expect(seatMember(reviewer, seatOf(userId))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(seatMember(coordinator, seatOf(newId()))).rejects.toMatchObject({ code: 'not-found' })
  await expect(removeMember(reviewer, { groupId: group.id, userId })).rejects.toMatchObject({ code: 'forbidden' })
})

test('a term that ends before it begins, a typed organisation and a day of no calendar are told at their fields', () => {
  const problems = (more: Record<string, string>) =>
    memberFormSchema
      .safeParse({ groupId: newId(), userId: newId(), ...more })
      .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  expect(problems({ since: '2026-02-01', until: '2026-01-01' })).toEqual(['until endBeforeStart'])
  expect(problems({ standsForText: 'Nobody chose this' })).toEqual(['standsFor unknown'])
  expect(problems({ since: '2026-02-30' })).toEqual(['since badDay'])
  expect(problems({ role: 'admin' })).toHaveLength(1)
})

test('of two who change a group the second is told', async () => {
  const form = (name: string, more: Record<string, string> = {}) =>
    groupFormSchema.parse({ id: group.id, version: '1', original: 'it', name: { it: name }, ...more })
  await changeGroup(coordinator, form('Uno', { isShown: 'on' }))
  await expect(changeGroup(coordinator, form('Due'))).rejects.toMatchObject({ messageKey: 'groupChanged' })
  expect(await getGroup(coordinator, group.id)).toMatchObject({ isShown: true, version: 2 })
})

test('everybody reads of a group what its coordinator chose to show: kinds of public organisations in office, no person', async () => {
  const [firm, hidden] = [
    await givenActor({ name: 'Ditta' }, territoryId),
    await givenActor({ name: 'Nascosta', visibility: 'territory' }, territoryId),
  ]
  const members = [firm, firm, hidden, firm]
  const ids: string[] = []
  for (const actor of members) {
    const { userId } = await givenViewer('reviewer', { groupId: group.id })
    ids.push(userId)
    await seatMember(coordinator, seatOf(userId, chosen(actor)))
  }
  expect(await findShownGroups(territoryId)).toEqual([])
  await db.group.update({ where: { id: group.id }, data: { isShown: true } })
  const kind = (await db.actor.findUniqueOrThrow({ where: { id: firm.id } })).kind
  expect(await findShownGroups(territoryId)).toMatchObject([{ kinds: [{ kind, count: 1 }] }])
  for (const userId of ids) await seatMember(coordinator, seatOf(userId, { ...chosen(firm), until: '2020-01-01' }))
  expect(await findShownGroups(territoryId)).toEqual([{ name: inLanguages(), kinds: [] }])
})

const inLanguages = () => ({
  original: 'it',
  texts: { ...inOriginal('it', 'Gruppo locale').texts, ...inOriginal('sv', 'Lokal grupp').texts },
})

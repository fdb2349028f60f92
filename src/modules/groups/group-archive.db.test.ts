import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { systemViewer, type Viewer } from '@/core/viewer'
import { eraseAccount } from '@/modules/accounts/erase-account.commands'
import { findGrantableRoles } from '@/modules/accounts/role-place.queries'
import { archiveGroup, changeGroup, createGroup, restoreGroup } from '@/modules/groups/group.commands'
import { findGroups, findShownGroups, getGroup } from '@/modules/groups/group.queries'
import { archiveGroupSchema, groupFormSchema, newGroupSchema } from '@/modules/groups/group.schema'
import { cancelMeeting, saveMeeting } from '@/modules/groups/meeting.commands'
import { findMeetings, getMeeting } from '@/modules/groups/meeting.queries'
import { attendanceFormSchema, meetingFormSchema, minutesFormSchema } from '@/modules/groups/meeting.schema'
import { inviteMember, removeMember, seatMember } from '@/modules/groups/member.commands'
import { findMembers } from '@/modules/groups/member.queries'
import { memberFormSchema, newMemberSchema } from '@/modules/groups/member.schema'
import { publishMinutes, recordAttendance } from '@/modules/groups/record.commands'
import { db } from '@/platform/db'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

let territoryId: string
let coordinator: Viewer
let reviewer: Viewer
let group: { id: string; slug: string }
let meetingId: string

beforeEach(async () => {
  await emptyDatabase()
  territoryId = (await givenTerritory()).id
  coordinator = await givenViewer('coordinator', { territoryId })
  const form = { territoryId, original: 'it', name: { it: 'Gruppo locale' }, isShown: 'on' }
  group = await createGroup(coordinator, newGroupSchema.parse(form))
  reviewer = await givenViewer('reviewer', { groupId: group.id })
  meetingId = newId()
  await db.groupMeeting.create({ data: { id: meetingId, groupId: group.id, startsAt: new Date('2026-05-01') } })
})

const at = async () => ({ id: group.id, version: (await getGroup(coordinator, group.slug)).version })
const archive = async (viewer: Viewer | null = coordinator, more = {}) =>
  archiveGroup(viewer, { ...(await at()), reason: 'Il progetto è finito.', ...more })

/** A round of the group, open unless told. */
const givenRound = (more: { closedAt?: Date; closesAt?: Date; annulledAt?: Date } = {}) =>
  db.reviewRound.create({
    data: {
      ...{ id: newId(), groupId: group.id, title: { original: 'it', texts: {} }, weights: {}, thresholds: {} },
      ...{ opensAt: new Date('2026-01-01'), closesAt: new Date('2099-01-01'), ...more },
    },
  })

test('an archived group is in no list any more, and whoever read it goes on reading', async () => {
  await inviteMember(coordinator, newMemberSchema.parse({ groupId: group.id, email: 'ada@example.org', locale: 'it' }))
  expect(await findShownGroups(territoryId)).toHaveLength(1)
  await archive()
  for (const viewer of [coordinator, reviewer, systemViewer]) {
    expect(await findGroups(viewer)).toEqual([])
    expect(await findGroups(viewer, { archived: true })).toMatchObject([{ slug: group.slug }])
    const read = await getGroup(viewer, group.slug)
    expect(read).toMatchObject({ archiveReason: 'Il progetto è finito.', archivedAt: expect.any(Date) })
    expect(await findMeetings(viewer, group.slug)).toHaveLength(1)
  }
  await expect(getGroup(null, group.slug)).rejects.toMatchObject({ code: 'not-found' })
  expect(await findShownGroups(territoryId)).toEqual([])
  const roles = (await findGrantableRoles(coordinator, 'it')).filter(({ role }) => role === 'reviewer')
  expect(roles).toEqual([])
  expect(await db.invitation.count({ where: { revokedAt: null } })).toBe(0)
  await restoreGroup(coordinator, await at())
  expect(await findGroups(reviewer)).toMatchObject([{ slug: group.slug, archivedAt: null, archiveReason: null }])
  expect(await findGroups(reviewer, { archived: true })).toEqual([])
  expect(await findShownGroups(territoryId)).toHaveLength(1)
  const deeds = await db.auditEntry.findMany({ where: { recordId: group.id }, orderBy: { id: 'asc' } })
  expect(deeds.map(({ action }) => action)).toEqual(['create-group', 'archive-group', 'restore-group'])
})

test('in an archived group nothing is done but to take a member out', async () => {
  const version = (await getGroup(coordinator, group.slug)).version + 1
  await archive()
  const meeting = { groupId: group.id, day: '2099-05-02', from: '10:00', language: 'it' }
  const minutes = { id: meetingId, version: '1', language: 'it', minutes: 'Verbale' }
  const rows = [{ userId: reviewer.userId, state: 'present' }]
  const member = { groupId: group.id, userId: reviewer.userId }
  const name = { id: group.id, version: String(version), original: 'it', name: { it: 'Altro' } }
  const invited = { groupId: group.id, email: 'ada@example.org', locale: 'it' }
  for (const deed of [
    () => saveMeeting(coordinator, meetingFormSchema.parse(meeting)),
    () => cancelMeeting(coordinator, { id: meetingId, version: 1 }),
    () => publishMinutes(coordinator, minutesFormSchema.parse(minutes)),
    () => recordAttendance(coordinator, attendanceFormSchema.parse({ id: meetingId, rows })),
    () => seatMember(coordinator, memberFormSchema.parse(member)),
    () => changeGroup(coordinator, groupFormSchema.parse(name)),
    () => inviteMember(coordinator, newMemberSchema.parse(invited)),
  ])
    await expect(deed()).rejects.toMatchObject({ code: 'conflict', messageKey: 'groupArchived' })
  expect((await getMeeting(reviewer, group.slug, meetingId)).minutes).toBeNull()
  await removeMember(coordinator, member)
  expect(await findMembers(coordinator, group.slug)).toEqual([])
})

test('a group is not archived while a round is open or a meeting is planned', async () => {
  const round = await givenRound()
  await expect(archive()).rejects.toMatchObject({ messageKey: 'groupHasRound' })
  await db.reviewRound.update({ where: { id: round.id }, data: { closedAt: new Date() } })
  await givenRound({ annulledAt: new Date() })
  await givenRound({ closesAt: new Date('2026-02-01') })
  await db.groupMeeting.update({ where: { id: meetingId }, data: { startsAt: new Date('2099-05-01') } })
  await expect(archive()).rejects.toMatchObject({ messageKey: 'groupHasMeeting' })
  await db.groupMeeting.update({ where: { id: meetingId }, data: { cancelledAt: new Date() } })
  await archive()
  expect((await getGroup(reviewer, group.slug)).archivedAt).not.toBeNull()
})

test('whoever keeps the group archives and restores it, once, and says why', async () => {
  const other = (await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })).id
  const editor = await givenViewer('editor', { territoryId })
  for (const [viewer, code] of [
    [null, 'not-found'],
    [await givenViewer('coordinator', { territoryId: other }), 'not-found'],
    [reviewer, 'forbidden'],
    [editor, 'forbidden'],
  ] as const) {
    await expect(archive(viewer)).rejects.toMatchObject({ code })
    await expect(restoreGroup(viewer, await at())).rejects.toMatchObject({ code })
  }
  expect(archiveGroupSchema.safeParse({ ...(await at()), reason: ' ' }).success).toBe(false)
  const both = await Promise.allSettled([archive(), archive()])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(archive()).rejects.toMatchObject({ messageKey: 'groupChanged' })
  const again = await at()
  const back = await Promise.allSettled([restoreGroup(coordinator, again), restoreGroup(coordinator, again)])
  expect(back.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('of a member who is erased the name goes from the reason, too', async () => {
  await archive(coordinator, { reason: 'Zoe Inventata lascia.' })
  await db.user.update({ where: { id: reviewer.userId }, data: { name: 'Zoe Inventata' } })
  await db.$transaction((tx) => eraseAccount(tx, { id: reviewer.userId, action: 'erase-user', byId: null }))
  await db.$transaction((tx) => eraseAccount(tx, { id: coordinator.userId, action: 'erase-user', byId: null }))
  const { archiveReason } = await getGroup(systemViewer, group.slug)
  expect(archiveReason).not.toContain('Zoe')
  expect((await db.group.findUniqueOrThrow({ where: { id: group.id } })).archivedById).toBeNull()
})

import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { systemViewer, type Viewer } from '@/core/viewer'
import { eraseAccount } from '@/modules/accounts/erase-account.commands'
import { createGroup } from '@/modules/groups/group.commands'
import { newGroupSchema } from '@/modules/groups/group.schema'
import { cancelMeeting, remindMembers, saveMeeting } from '@/modules/groups/meeting.commands'
import {
  findDecisions,
  findMeetings,
  getMeeting,
  getMeetingById,
  getMinutesForm,
} from '@/modules/groups/meeting.queries'
import {
  attendanceFormSchema,
  decisionFormSchema,
  meetingFormSchema,
  minutesFormSchema,
} from '@/modules/groups/meeting.schema'
import { seatMember } from '@/modules/groups/member.commands'
import { memberFormSchema } from '@/modules/groups/member.schema'
import { keepMinutes, publishMinutes, recordAttendance, recordDecision } from '@/modules/groups/record.commands'
import { db } from '@/platform/db'
import { givenActor } from '@tests/builders/actor'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

let territoryId: string
let coordinator: Viewer
let reviewer: Viewer
let group: { id: string; slug: string }

beforeEach(async () => {
  await emptyDatabase()
  territoryId = (await givenTerritory()).id
  coordinator = await givenViewer('coordinator', { territoryId })
  const form = newGroupSchema.parse({ territoryId, original: 'it', name: { it: 'Gruppo locale' } })
  group = await createGroup(coordinator, form)
  reviewer = await givenViewer('reviewer', { groupId: group.id })
})

const said = (more: Record<string, unknown> = {}) =>
  meetingFormSchema.parse({
    ...{ groupId: group.id, day: '2099-07-03', from: '18.30', to: '20:00', place: 'Sala del Tricolore' },
    ...{ language: 'it', agenda: 'Bilancio\nVarie' },
    ...more,
  })
const planned = async (more: Record<string, unknown> = {}) => (await saveMeeting(coordinator, said(more))).id
const decision = (id: string, more: Record<string, unknown> = {}) =>
  decisionFormSchema.parse({
    ...{ id, language: 'it', decidedOn: '2099-07-03', text: 'Il gruppo propone il piano.', present: [reviewer.userId] },
    ...more,
  })

test('a meeting stands at the hour of the territory, and its members are told with an entry for their calendar', async () => {
  const id = await planned({ tell: 'on' })
  expect(await getMeeting(reviewer, group.slug, id)).toMatchObject({
    startsAt: new Date('2099-07-03T16:30:00Z'),
    endsAt: new Date('2099-07-03T18:00:00Z'),
    agenda: { texts: { it: { value: 'Bilancio\nVarie' } } },
  })
  const [mail, ...others] = await db.outboxMail.findMany({ where: { template: 'groups.planned' } })
  expect(others).toEqual([])
  expect(mail).toMatchObject({ recipient: `${reviewer.userId}@example.org`, parameters: { group: 'Gruppo locale' } })
  const text = JSON.stringify(mail?.attachment)
  for (const line of [`UID:${id}@`, 'SEQUENCE:0', 'DTSTART:20990703T163000Z', 'METHOD:REQUEST', 'STATUS:CONFIRMED'])
    expect(text).toContain(line)
})

test('a change counts the sequence up; of two who change it the second is told; nobody moves what was called off', async () => {
  const id = await planned()
  await saveMeeting(coordinator, said({ id, version: '1', from: '9:00', to: '10:00', tell: 'on' }))
  await expect(saveMeeting(coordinator, said({ id, version: '1' }))).rejects.toMatchObject({ code: 'conflict' })
  await cancelMeeting(coordinator, { id, version: 2 })
  expect(await findMeetings(reviewer, group.slug)).toMatchObject([{ id, isCancelled: true }])
  const mails = await db.outboxMail.findMany({ orderBy: { id: 'asc' }, select: { template: true, attachment: true } })
  expect(mails.map(({ template }) => template)).toEqual(['groups.moved', 'groups.cancelled'])
  expect(JSON.stringify(mails[1])).toMatch(/METHOD:CANCEL.*SEQUENCE:2.*STATUS:CANCELLED/)
  await expect(saveMeeting(coordinator, said({ id, version: '3' }))).rejects.toMatchObject({ code: 'conflict' })
})

test('nobody is invited to a meeting that is over: it is entered for its minutes', async () => {
  const past = { day: '2024-07-03', tell: 'on' }
  const id = await planned(past)
  await saveMeeting(coordinator, said({ ...past, id, version: '1', place: 'Sala del Consiglio' }))
  await cancelMeeting(coordinator, { id, version: 2 })
  expect(await db.outboxMail.count()).toBe(0)
})

test('hours that are none, and an end before the beginning, are told at their fields', async () => {
  const at = (more: Record<string, string>) => saveMeeting(coordinator, said(more))
  await expect(at({ day: '2099-03-29', from: '02:30' })).rejects.toMatchObject({ fields: [{ field: 'from' }] })
  await expect(at({ from: '18:30', to: '18:30' })).rejects.toMatchObject({
    fields: [{ field: 'to', message: 'endsBefore' }],
  })
  for (const from of ['25:00', '18:60', 'evening', '-1:00'])
    expect(meetingFormSchema.safeParse({ ...said(), from }).success).toBe(false)
  expect(await db.groupMeeting.count()).toBe(0)
})

test('only whoever keeps the group plans, records and decides; a stranger finds no meeting', async () => {
  const id = await planned()
  const editor = await givenViewer('editor', { territoryId })
  const other = (await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })).id
  const strangers = [null, await givenViewer('coordinator', { territoryId: other })]
  const minutes = minutesFormSchema.parse({ id, version: '1', language: 'it', minutes: 'Verbale' })
  const attendance = attendanceFormSchema.parse({ id, rows: [{ userId: reviewer.userId, state: 'present' }] })
  const deeds = (viewer: Viewer | null) => [
    () => saveMeeting(viewer, said({ id, version: '1' })),
    () => cancelMeeting(viewer, { id, version: 1 }),
    () => recordAttendance(viewer, attendance),
    () => keepMinutes(viewer, id, { language: 'it', minutes: 'Bozza' }),
    () => publishMinutes(viewer, minutes),
    () => recordDecision(viewer, decision(id)),
  ]
  for (const viewer of [reviewer, editor]) {
    expect((await getMeetingById(viewer, id)).meeting.id).toBe(id)
    for (const deed of deeds(viewer)) await expect(deed()).rejects.toMatchObject({ code: 'forbidden' })
    await expect(getMinutesForm(viewer, group.slug, id)).rejects.toMatchObject({ code: 'not-found' })
  }
  for (const viewer of strangers) {
    await expect(getMeetingById(viewer, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(findDecisions(viewer, group.slug)).rejects.toMatchObject({ code: 'not-found' })
    for (const deed of deeds(viewer)) await expect(deed()).rejects.toMatchObject({ code: 'not-found' })
  }
  await expect(getMeetingById(coordinator, 'x')).rejects.toMatchObject({ code: 'not-found' })
  await expect(getMeetingById(coordinator, newId())).rejects.toMatchObject({ code: 'not-found' })
})

test('minutes are kept for their writer alone until they are published', async () => {
  const id = await planned()
  await keepMinutes(coordinator, id, { language: 'it', minutes: 'Bozza\0' })
  expect(await getMinutesForm(coordinator, group.slug, id)).toEqual({ isDraft: true, language: 'it', text: 'Bozza' })
  const second = await givenViewer('coordinator', { territoryId })
  expect(await getMinutesForm(second, group.slug, id)).toMatchObject({ isDraft: false, text: '' })
  expect(await getMeeting(reviewer, group.slug, id)).toMatchObject({ minutes: null })
  const form = (version: number) =>
    minutesFormSchema.parse({ id, version: String(version), language: 'it', minutes: 'Si è deciso.' })
  await publishMinutes(coordinator, form(1))
  await keepMinutes(coordinator, id, { language: 'it', minutes: 'Bozza' }) // was under way
  expect(await db.minutesDraft.count()).toBe(0)
  expect(await getMeeting(reviewer, group.slug, id)).toMatchObject({
    minutes: { texts: { it: { value: 'Si è deciso.' } } },
  })
  await expect(publishMinutes(second, form(1))).rejects.toMatchObject({ messageKey: 'meetingChanged' })
})

test('attendance says who came, for whom they stood then, and who spoke for whom', async () => {
  const id = await planned()
  const firm = await givenActor({ name: 'Ditta' }, territoryId)
  const seat = { standsFor: firm.id, standsForText: 'Ditta', standsForFor: 'Ditta' }
  await seatMember(coordinator, memberFormSchema.parse({ groupId: group.id, userId: reviewer.userId, ...seat }))
  const second = await givenViewer('reviewer', { groupId: group.id })
  const rows = [
    { userId: reviewer.userId, state: 'present', deputyId: second.userId },
    { userId: second.userId, state: 'excused', deputyId: reviewer.userId },
  ]
  await recordAttendance(coordinator, attendanceFormSchema.parse({ id, rows }))
  await seatMember(coordinator, memberFormSchema.parse({ groupId: group.id, userId: reviewer.userId }))
  const { attendance } = await getMeeting(second, group.slug, id)
  expect(attendance).toMatchObject([
    { userId: reviewer.userId, state: 'present', deputy: null, standsFor: { slug: firm.slug } },
    { userId: second.userId, state: 'excused', deputy: 'A reviewer', standsFor: null },
  ])
  const stranger = [{ userId: coordinator.userId, state: 'present' }]
  await expect(recordAttendance(coordinator, attendanceFormSchema.parse({ id, rows: stranger }))).rejects.toMatchObject(
    {
      fields: [{ field: 'rows.0.userId', message: 'unknown' }],
    },
  )
  const self = [{ userId: second.userId, state: 'excused', deputyId: second.userId }]
  expect(attendanceFormSchema.safeParse({ id, rows: self }).error?.issues[0]?.message).toBe('ownDeputy')
})

test('a decision is corrected beside itself, once at a time, and never goes', async () => {
  const id = await planned()
  await recordDecision(coordinator, decision(id))
  const [first] = await findDecisions(reviewer, group.slug)
  const correction = (text: string) => recordDecision(coordinator, decision(id, { replacesId: first?.id, text }))
  const outcomes = await Promise.allSettled([correction('Uno'), correction('Due')])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const decisions = await findDecisions(reviewer, group.slug)
  expect(decisions).toHaveLength(1)
  expect(decisions[0]?.earlier.map(({ id: before }) => before)).toEqual([first?.id])
  await expect(correction('Tre')).rejects.toMatchObject({ messageKey: 'decisionCorrected' })
  expect(decisionFormSchema.safeParse({ ...decision(id), present: undefined }).error?.issues[0]?.message).toBe(
    'nobodyPresent',
  )
  expect(await db.groupDecision.count()).toBe(2)
  const deeds = await db.auditEntry.findMany({ where: { action: { endsWith: '-decision' } }, select: { fields: true } })
  expect(deeds).toEqual([{ fields: [] }, { fields: [] }])
})

test('of a member who is erased the name goes and the number of those present stays', async () => {
  const id = await planned()
  const second = await givenViewer('reviewer', { groupId: group.id })
  await db.user.update({ where: { id: second.userId }, data: { name: 'Zoe Inventata' } })
  const rows = [{ userId: second.userId, state: 'present' }]
  await recordAttendance(coordinator, attendanceFormSchema.parse({ id, rows }))
  await recordDecision(
    coordinator,
    decision(id, { text: 'Zoe Inventata riferisce.', present: [reviewer.userId, second.userId] }),
  )
  await db.$transaction((tx) => eraseAccount(tx, { id: second.userId, action: 'erase-user', byId: null }))
  const { attendance, decisions } = await getMeeting(reviewer, group.slug, id)
  expect(attendance).toMatchObject([{ userId: null, name: null, state: 'present' }])
  expect(decisions[0]?.present.map(({ name }) => name).sort()).toEqual(['A reviewer', null])
  expect(JSON.stringify(decisions)).not.toContain('Zoe')
})

test('members are reminded once of a meeting of the next two days, again when it is moved', async () => {
  const id = await planned()
  const over = await givenViewer('reviewer', { groupId: group.id })
  const seat = { since: '2020-01-01', until: '2020-12-31' }
  await seatMember(coordinator, memberFormSchema.parse({ groupId: group.id, userId: over.userId, ...seat }))
  expect(await remindMembers(systemViewer)).toBe(0)
  const tomorrow = (hours: number) => new Date(Date.now() + hours * 3_600_000)
  const createdAt = new Date(Date.now() - 3 * 86_400_000)
  await db.groupMeeting.update({ where: { id }, data: { startsAt: tomorrow(24), endsAt: null, createdAt } })
  await remindMembers(systemViewer)
  await remindMembers(systemViewer)
  expect(await db.outboxMail.count({ where: { template: 'groups.reminder' } })).toBe(1)
  await db.groupMeeting.update({ where: { id }, data: { startsAt: tomorrow(25) } })
  await remindMembers(systemViewer)
  expect(await db.outboxMail.count({ where: { template: 'groups.reminder' } })).toBe(2)
  await expect(remindMembers(coordinator)).rejects.toMatchObject({ code: 'forbidden' })
})

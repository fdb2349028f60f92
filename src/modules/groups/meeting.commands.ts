import { AppError, requireThat } from '@/core/app-error'
import { newId } from '@/core/id'
import { inOriginal } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { momentOf } from '@/core/zoned-time'
import { requireWorking, writeGroupDeed } from '@/modules/groups/group.commands'
import { canKeepGroup } from '@/modules/groups/group.policy'
import { getGroup } from '@/modules/groups/group.queries'
import type { GroupSummary } from '@/modules/groups/group.schema'
import { meetingMail, reminderMail } from '@/modules/groups/meeting.mail'
import { getMeeting, getMeetingById } from '@/modules/groups/meeting.queries'
import { agendaSchema, type Cancel, type MeetingForm } from '@/modules/groups/meeting.schema'
import { findServing } from '@/modules/groups/member.queries'
import { noJson, type Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { queueMails } from '@/platform/mail'
import { getSettings } from '@/platform/settings'

export type At = { slug: string; id: string }

const refuse = (field: string, message: string) => new AppError('invalid', 'invalid', {}, [{ field, message }])

/** The columns a form says. Throws `invalid` for an hour that is none there, or an end before the start. */
function columnsOf(form: MeetingForm, { territory: { timeZone } }: GroupSummary) {
  const startsAt = momentOf({ day: form.day, time: form.from }, timeZone)
  if (startsAt === null) throw refuse('from', 'badTime')
  const endsAt = form.to === undefined ? null : momentOf({ day: form.day, time: form.to }, timeZone)
  if (form.to !== undefined && (endsAt === null || endsAt <= startsAt)) throw refuse('to', 'endsBefore')
  const agenda = form.agenda === undefined ? null : inOriginal(form.language, form.agenda)
  return { startsAt, endsAt, place: form.place ?? null, agenda }
}

/** Plans a meeting, or changes one, and tells the members by mail unless it is over. Throws `not-found`, `forbidden`, `invalid`, `conflict`. */
export async function saveMeeting(viewer: Viewer | null, form: MeetingForm): Promise<At> {
  const group = await getGroup(viewer, form.groupId)
  requireThat(canKeepGroup(viewer, { territoryId: group.territory.id }), viewer)
  requireWorking(group)
  const { agenda, ...columns } = columnsOf(form, group)
  const data = { ...columns, agenda: agenda ?? noJson }
  const id = form.id ?? newId()
  await db.$transaction(async (tx) => {
    if (form.id === undefined)
      await tx.groupMeeting.create({ data: { ...data, id, groupId: group.id, createdById: viewer.userId } })
    else await changeRow(tx, { id, groupId: group.id, version: form.version ?? 0 }, data)
    const action = form.id === undefined ? 'plan-meeting' : 'change-meeting'
    await writeGroupDeed(tx, viewer, { action, recordId: id, territoryId: group.territory.id })
    if (form.tell === 'on') await tellMembers(tx, group, id, form.id === undefined ? 'groups.planned' : 'groups.moved')
  })
  return { slug: group.slug, id }
}

/** Calls a meeting off; it stays in the list, and the members are told. Throws `not-found`, `forbidden`, `conflict`. */
export async function cancelMeeting(viewer: Viewer | null, { id, version }: Cancel): Promise<At> {
  const { group } = await getMeetingById(viewer, id)
  requireThat(canKeepGroup(viewer, { territoryId: group.territory.id }), viewer)
  requireWorking(group)
  await db.$transaction(async (tx) => {
    await changeRow(tx, { id, groupId: group.id, version }, { cancelledAt: new Date() })
    await writeGroupDeed(tx, viewer, { action: 'cancel-meeting', recordId: id, territoryId: group.territory.id })
    await tellMembers(tx, group, id, 'groups.cancelled')
  })
  return { slug: group.slug, id }
}

async function changeRow(
  tx: Transaction,
  { id, groupId, version }: { id: string; groupId: string; version: number },
  data: Partial<Omit<ReturnType<typeof columnsOf>, 'agenda'>> & { agenda?: object; cancelledAt?: Date },
): Promise<void> {
  const { count } = await tx.groupMeeting.updateMany({
    // One that was called off is over: nobody would understand a change of it.
    where: { id, groupId, version, cancelledAt: null },
    data: { ...data, version: { increment: 1 }, sequence: { increment: 1 } },
  })
  if (count === 0) throw new AppError('conflict', 'meetingChanged')
}

async function tellMembers(
  tx: Transaction,
  group: GroupSummary,
  id: string,
  template: 'groups.planned' | 'groups.moved' | 'groups.cancelled',
): Promise<void> {
  const row = await tx.groupMeeting.findUniqueOrThrow({ where: { id } })
  // One that is over is entered for its minutes: an invitation to it would only puzzle.
  if ((row.endsAt ?? row.startsAt) < new Date()) return
  const members = await findServing(group, tx)
  const { url: site } = await getSettings()
  const agenda = agendaSchema.nullable().parse(row.agenda)
  const meeting = { ...row, agenda, isCancelled: row.cancelledAt !== null }
  await queueMails(
    tx,
    members.map((member) => meetingMail(template, member, { group, meeting, site })),
  )
}

const hours = (count: number) => new Date(Date.now() + count * 3_600_000)

/** Reminds the members of meetings of the next two days that were planned before; returns of how many. A job's deed. */
export async function remindMembers(viewer: Viewer | null): Promise<number> {
  requireThat(viewer !== null && viewer.isAdmin, viewer)
  const due = await db.groupMeeting.findMany({
    where: {
      startsAt: { gt: hours(1), lt: hours(48) },
      createdAt: { lt: hours(-24) },
      cancelledAt: null,
      group: { archivedAt: null },
    },
    select: { id: true, groupId: true },
    orderBy: { startsAt: 'asc' },
    take: 1000,
  })
  for (const { id, groupId } of due) {
    const [group, meeting] = await Promise.all([getGroup(viewer, groupId), getMeeting(viewer, groupId, id)])
    const members = await findServing(group)
    await queueMails(
      db,
      members.map((member) => reminderMail(member, { group, meeting })),
    )
  }
  return due.length
}

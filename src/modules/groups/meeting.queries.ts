import { AppError, requireSeen } from '@/core/app-error'
import { isId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { canKeepGroup } from '@/modules/groups/group.policy'
import { getGroup } from '@/modules/groups/group.queries'
import { type GroupSummary, groupNameSchema } from '@/modules/groups/group.schema'
import { aboutPractice, namedPractice } from '@/modules/groups/judged.queries'
import {
  agendaSchema,
  type Attendee,
  type Decision,
  decisionTextSchema,
  type EarlierMinutes,
  type MeetingDetail,
  type MeetingRow,
  minutesSchema,
  type verdicts,
} from '@/modules/groups/meeting.schema'
import { findMembers, organisationFor, organisationSelect } from '@/modules/groups/member.queries'
import { db } from '@/platform/db'

const attendee = { user: { select: { id: true, name: true } }, standsFor: organisationSelect } as const
const decisionInclude = {
  present: { include: attendee, orderBy: { id: 'asc' } },
  practice: namedPractice,
  round: { select: { title: true } },
} as const

/** The meetings of a group, the latest first. Throws `not-found`. */
export async function findMeetings(viewer: Viewer | null, key: string): Promise<MeetingRow[]> {
  const { id } = await getGroup(viewer, key)
  const rows = await db.groupMeeting.findMany({
    where: { groupId: id },
    select: {
      ...{ id: true, startsAt: true, endsAt: true, place: true, cancelledAt: true, minutesAt: true },
      decisions: { where: { replacedBy: null }, select: { id: true } },
    },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take: 500,
  })
  return rows.map(({ cancelledAt, minutesAt, decisions, ...row }) => ({
    ...row,
    isCancelled: cancelledAt !== null,
    hasMinutes: minutesAt !== null,
    decisions: decisions.length,
  }))
}

/** What a group decided, the latest first, each with the wordings it replaced. Throws `not-found`. */
export async function findDecisions(viewer: Viewer | null, key: string): Promise<Decision[]> {
  const { id } = await getGroup(viewer, key)
  return readDecisions(viewer, { meeting: { groupId: id } })
}

async function readDecisions(
  viewer: Viewer | null,
  where: { meetingId: string } | { meeting: { groupId: string } },
): Promise<Decision[]> {
  const rows = await db.groupDecision.findMany({
    where,
    include: decisionInclude,
    orderBy: [{ decidedOn: 'desc' }, { recordedAt: 'desc' }, { id: 'desc' }],
    take: 2000,
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const replaced = new Set(rows.flatMap(({ replacesId }) => replacesId ?? []))
  const read = (row: (typeof rows)[number]): Decision => {
    const before = row.replacesId === null ? undefined : byId.get(row.replacesId)
    const earlier = before === undefined ? null : read(before)
    return {
      ...{ id: row.id, meetingId: row.meetingId, decidedOn: row.decidedOn, recordedAt: row.recordedAt },
      text: decisionTextSchema.parse(row.text),
      present: row.present.map((one) => attendeeFor(viewer, one)),
      about: aboutOf(viewer, row),
      earlier: earlier === null ? [] : [{ ...earlier, earlier: [] }, ...earlier.earlier],
    }
  }
  return rows.filter(({ id }) => !replaced.has(id)).map(read)
}

const aboutOf = (
  viewer: Viewer | null,
  {
    roundId,
    round,
    practice,
    verdict,
  }: {
    roundId: string | null
    round: { title: unknown } | null
    practice: Parameters<typeof aboutPractice>[1] | null
    verdict: (typeof verdicts)[number] | null
  },
): Decision['about'] =>
  roundId === null || round === null || practice === null || verdict === null
    ? null
    : { roundId, round: groupNameSchema.parse(round.title), practice: aboutPractice(viewer, practice), verdict }

const attendeeFor = (
  viewer: Viewer | null,
  one: {
    user: { id: string; name: string } | null
    standsForId: string | null
    standsFor: Parameters<typeof organisationFor>[1]
  },
): Attendee => ({
  userId: one.user?.id ?? null,
  name: one.user?.name ?? null,
  standsFor: organisationFor(viewer, one.standsFor),
  isHidden: one.standsForId !== null,
})

/** One meeting of a group. Throws `not-found`. */
export async function getMeeting(viewer: Viewer | null, key: string, id: string): Promise<MeetingDetail> {
  const group = await getGroup(viewer, key)
  const row = !isId(id)
    ? null
    : await db.groupMeeting.findFirst({
        where: { id, groupId: group.id },
        include: {
          attendance: { include: { ...attendee, deputy: { select: { name: true } } }, orderBy: { id: 'asc' } },
          earlier: { orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }], take: 200 },
        },
      })
  if (row === null) throw new AppError('not-found', 'notFound')
  const writers = await namesOf([row.minutesById, ...row.earlier.map(({ publishedById }) => publishedById)])
  const nameOf = (id: string | null) => (id === null ? null : (writers.get(id) ?? null))
  return {
    ...{ id: row.id, version: row.version, sequence: row.sequence },
    ...{ startsAt: row.startsAt, endsAt: row.endsAt, place: row.place, minutesAt: row.minutesAt },
    isCancelled: row.cancelledAt !== null,
    agenda: agendaSchema.nullable().parse(row.agenda),
    minutes: minutesSchema.nullable().parse(row.minutes),
    minutesBy: nameOf(row.minutesById),
    earlierMinutes: row.earlier.map(({ id: versionId, text, publishedAt, publishedById }): EarlierMinutes => ({
      ...{ id: versionId, publishedAt, publishedBy: nameOf(publishedById) },
      text: minutesSchema.parse(text),
    })),
    attendance: row.attendance.map((one) => ({
      ...attendeeFor(viewer, one),
      state: one.state,
      deputyId: one.deputyId,
      deputy: one.deputy?.name ?? null,
    })),
    decisions: await readDecisions(viewer, { meetingId: row.id }),
  }
}

/** Names of accounts, of those that are still there. */
async function namesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== null)
  const users = await db.user.findMany({
    where: { id: { in: known }, system: false },
    select: { id: true, name: true },
  })
  return new Map(users.map(({ id, name }) => [id, name]))
}

/** Who could be at a meeting: the members, and whoever was recorded and is none any more. Throws `not-found`. */
export async function findCandidates(viewer: Viewer | null, key: string, meeting: MeetingDetail) {
  const members = await findMembers(viewer, key)
  const recorded = [...meeting.attendance, ...meeting.decisions.flatMap(({ present }) => present)]
  const gone = recorded.flatMap(({ userId, name, standsFor, isHidden }) =>
    userId === null || name === null || members.some((member) => member.userId === userId)
      ? []
      : [{ userId, name, standsFor, isHidden }],
  )
  const unique = new Map(gone.map((one) => [one.userId, one]))
  const present = members
    .filter(({ term, userId }) => term !== 'over' || recorded.some((one) => one.userId === userId))
    .map(({ userId, name, standsFor, standsForId }) => ({ userId, name, standsFor, isHidden: standsForId !== null }))
  return [...present, ...unique.values()]
}

/** The group and the meeting of a program's address, for whoever may read the group. Throws `not-found`. */
export async function getMeetingById(
  viewer: Viewer | null,
  id: string,
): Promise<{ group: GroupSummary; meeting: MeetingDetail }> {
  const found = isId(id) ? await db.groupMeeting.findUnique({ where: { id }, select: { groupId: true } }) : null
  requireSeen(found !== null)
  const group = await getGroup(viewer, found.groupId)
  return { group, meeting: await getMeeting(viewer, group.id, id) }
}

/**
 * What the form of minutes begins with: what this keeper has typed and not published, else what stands. Throws
 * `not-found` for whoever does not keep the group.
 */
export async function getMinutesForm(viewer: Viewer | null, key: string, id: string) {
  const { territory } = await getGroup(viewer, key)
  const meeting = await getMeeting(viewer, key, id)
  if (!canKeepGroup(viewer, { territoryId: territory.id })) throw new AppError('not-found', 'notFound')
  const draft = await db.minutesDraft.findUnique({
    where: { meetingId_userId: { meetingId: id, userId: viewer.userId } },
  })
  const { minutes } = meeting
  return {
    isDraft: draft !== null,
    language: draft?.language ?? minutes?.original ?? meeting.agenda?.original ?? null,
    text: draft?.text ?? minutes?.texts[minutes.original]?.value ?? '',
  }
}

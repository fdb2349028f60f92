// What is recorded of a meeting: who came, the minutes, the decisions.
import { AppError, requireThat } from '@/core/app-error'
import { newId } from '@/core/id'
import { inOriginal, type Localized } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { requireWorking, writeGroupDeed } from '@/modules/groups/group.commands'
import { canKeepGroup } from '@/modules/groups/group.policy'
import type { GroupSummary } from '@/modules/groups/group.schema'
import type { At } from '@/modules/groups/meeting.commands'
import { discussionFault } from '@/modules/groups/discussion.schema'
import { findOverAt } from '@/modules/groups/judged.queries'
import { findCandidates, getMeetingById } from '@/modules/groups/meeting.queries'
import {
  type AttendanceForm,
  type DecisionForm,
  type MeetingDetail,
  type MinutesDraft,
  type MinutesForm,
  minutesSchema,
} from '@/modules/groups/meeting.schema'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'

/** The meeting, if the viewer keeps its group. Throws `not-found`, `forbidden`, `conflict` for an archived group. */
async function keptMeeting(
  viewer: Viewer | null,
  id: string,
): Promise<{ keeper: Viewer; group: GroupSummary; meeting: MeetingDetail }> {
  const { group, meeting } = await getMeetingById(viewer, id)
  requireThat(canKeepGroup(viewer, { territoryId: group.territory.id }), viewer)
  requireWorking(group)
  return { keeper: viewer, group, meeting }
}

/** Throws `invalid` at the field of whoever could not have been there. */
async function requireCandidates(
  viewer: Viewer,
  { group, meeting }: { group: GroupSummary; meeting: MeetingDetail },
  asked: readonly { field: string; userId: string | undefined }[],
): Promise<void> {
  const known = new Set((await findCandidates(viewer, group.id, meeting)).map(({ userId }) => userId))
  const strangers = asked.filter(({ userId }) => userId !== undefined && !known.has(userId))
  if (strangers.length > 0)
    throw new AppError(
      'invalid',
      'invalid',
      {},
      strangers.map(({ field }) => ({ field, message: 'unknown' })),
    )
}

/** For whom members of a group stand now. */
const seatsOf = async (groupId: string) =>
  new Map(
    (await db.groupMember.findMany({ where: { groupId }, select: { userId: true, standsForId: true } })).map(
      ({ userId, standsForId }) => [userId, standsForId],
    ),
  )

/**
 * Records who was present, excused or absent, and who spoke for whom; for whom somebody stood is kept as it was when
 * first recorded. Throws `not-found`, `forbidden`, `invalid` for whoever is no member.
 */
export async function recordAttendance(viewer: Viewer | null, { id, rows }: AttendanceForm): Promise<At> {
  const { keeper, group, meeting } = await keptMeeting(viewer, id)
  const asked = rows.flatMap(({ userId, deputyId }, index) => [
    { field: `rows.${index}.userId`, userId },
    { field: `rows.${index}.deputyId`, userId: deputyId },
  ])
  await requireCandidates(keeper, { group, meeting }, asked)
  const seats = await seatsOf(group.id)
  await db.$transaction(async (tx) => {
    for (const { userId, state, deputyId } of rows) {
      if (state === undefined) continue
      // Who is there speaks for themselves.
      const said = { state, deputyId: state === 'present' ? null : (deputyId ?? null) }
      const standsForId = seats.get(userId) ?? null
      await tx.groupAttendance.upsert({
        where: { meetingId_userId: { meetingId: id, userId } },
        create: { id: newId(), meetingId: id, userId, standsForId, ...said },
        update: said,
      })
    }
    const deed = { action: 'record-attendance', recordId: id, territoryId: group.territory.id }
    await writeGroupDeed(tx, keeper, deed)
  })
  return { slug: group.slug, id }
}

/** Keeps minutes while they are typed, for their writer alone. Throws `not-found`, `forbidden`. */
export async function keepMinutes(viewer: Viewer | null, id: string, draft: MinutesDraft): Promise<Date> {
  const { keeper } = await keptMeeting(viewer, id)
  const key = { meetingId: id, userId: keeper.userId }
  const updatedAt = new Date()
  // What is kept while the same text is being published may arrive after it.
  const justSent = { id, minutesById: keeper.userId, minutesAt: { gt: new Date(updatedAt.getTime() - 15_000) } }
  if ((await db.groupMeeting.count({ where: justSent })) > 0) return updatedAt
  const text = draft.minutes.toWellFormed().replaceAll('\0', '')
  const values = { language: draft.language, text, updatedAt }
  await db.minutesDraft.upsert({
    where: { meetingId_userId: key },
    create: { ...key, ...values },
    update: values,
  })
  return updatedAt
}

/**
 * Shows minutes to the group; a second time they take the place of the first, whose words are kept beside them. Throws
 * `not-found`, `forbidden`, `conflict`.
 */
export async function publishMinutes(viewer: Viewer | null, form: MinutesForm): Promise<At> {
  const { keeper, group } = await keptMeeting(viewer, form.id)
  const minutes = inOriginal(form.language, form.minutes)
  await db.$transaction(async (tx) => {
    const before = await tx.groupMeeting.findUnique({ where: { id: form.id }, select: published })
    const { count } = await tx.groupMeeting.updateMany({
      where: { id: form.id, version: form.version },
      data: { minutes, minutesAt: new Date(), minutesById: keeper.userId, version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('conflict', 'meetingChanged')
    if (before !== null) await keepEarlier(tx, form.id, before, minutes)
    await tx.minutesDraft.deleteMany({ where: { meetingId: form.id, userId: keeper.userId } })
    const deed = { action: 'publish-minutes', recordId: form.id, territoryId: group.territory.id }
    await writeGroupDeed(tx, keeper, deed)
  })
  return { slug: group.slug, id: form.id }
}

const published = { minutes: true, minutesAt: true, minutesById: true } as const

/** Keeps what minutes said until now. Published again as they stood, they were not corrected. */
async function keepEarlier(
  tx: Transaction,
  meetingId: string,
  { minutes, minutesAt, minutesById }: { minutes: unknown; minutesAt: Date | null; minutesById: string | null },
  now: Localized,
): Promise<void> {
  const text = minutesSchema.nullable().parse(minutes)
  if (text === null || minutesAt === null) return
  if (text.original === now.original && text.texts[text.original]?.value === now.texts[now.original]?.value) return
  await tx.minutesVersion.create({
    data: { id: newId(), meetingId, text, publishedAt: minutesAt, publishedById: minutesById },
  })
}

/**
 * Records what the group decided and who was present; with `replacesId` a correction, which leaves what it corrects as
 * it is. A decision about a practice the group judged says what becomes of it, and lifts what held it until it was
 * discussed; it is one of a meeting in which the group can have discussed it. Throws `not-found`, `forbidden`, `invalid`,
 * `conflict` when it was corrected already.
 */
export async function recordDecision(viewer: Viewer | null, form: DecisionForm): Promise<At> {
  const { keeper, group, meeting } = await keptMeeting(viewer, form.id)
  const { replacesId = null } = form
  if (replacesId !== null && !meeting.decisions.some(({ id }) => id === replacesId))
    throw new AppError('conflict', 'decisionCorrected')
  const { judged = null, verdict = null } = form
  const present = [...new Set(form.present)]
  const asked = present.map((userId) => ({ field: 'present', userId }))
  await requireCandidates(keeper, { group, meeting }, asked)
  const seats = await seatsOf(group.id)
  const id = newId()
  await db.$transaction(async (tx) => {
    const isDiscussed = judged !== null && (await requireDiscussed(tx, { ...judged, group, meeting, replacesId }))
    const { count } = await tx.groupDecision.createMany({
      data: [
        {
          ...{ id, meetingId: form.id, replacesId, recordedById: keeper.userId },
          text: inOriginal(form.language, form.text),
          decidedOn: new Date(form.decidedOn),
          ...{ roundId: judged?.roundId ?? null, practiceId: judged?.practiceId ?? null, verdict },
        },
      ],
      skipDuplicates: true, // of two who correct it at once, the index lets one through
    })
    if (count === 0) throw new AppError('conflict', 'decisionCorrected')
    await tx.groupDecisionPresence.createMany({
      data: present.map((userId) => ({
        ...{ id: newId(), decisionId: id, userId, standsForId: seats.get(userId) ?? null },
      })),
    })
    // Who decides about a practice has discussed it.
    if (isDiscussed)
      await tx.roundPractice.updateMany({
        where: { ...judged, discussedAt: null },
        data: { discussedAt: meeting.startsAt, discussedMeetingId: form.id, discussedById: keeper.userId },
      })
    const action = replacesId === null ? 'record-decision' : 'correct-decision'
    await writeGroupDeed(tx, keeper, { action, recordId: id, territoryId: group.territory.id })
  })
  return { slug: group.slug, id: form.id }
}

/**
 * Whether the group discussed a practice in this meeting. Throws `invalid` at `judged` where it cannot have; the correction
 * of a decision may go on naming the practice that it named.
 */
async function requireDiscussed(
  tx: Transaction,
  about: {
    roundId: string
    practiceId: string
    replacesId: string | null
    group: GroupSummary
    meeting: MeetingDetail
  },
): Promise<boolean> {
  const { roundId, practiceId, replacesId, group, meeting } = about
  const overAt = await findOverAt(tx, { roundId, practiceId, groupId: group.id })
  const fault = overAt === null ? 'unknown' : discussionFault(meeting, { overAt, now: new Date() })
  const named = meeting.decisions.find(({ id }) => id === replacesId)?.about ?? null
  if (fault !== null && (fault === 'unknown' || named?.roundId !== roundId || named.practice.id !== practiceId))
    throw new AppError('invalid', 'invalid', {}, [{ field: 'judged', message: fault }])
  return fault === null
}

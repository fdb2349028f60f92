import { requireSeen } from '@/core/app-error'
import { isId } from '@/core/id'
import { localized } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { getGroup } from '@/modules/groups/group.queries'
import { groupNameSchema, type GroupSummary } from '@/modules/groups/group.schema'
import { canReadJudged } from '@/modules/rounds/round.policy'
import {
  type AssignmentState,
  assignmentState,
  isToDo,
  type OpenRound,
  type Progress,
  type RoundDetail,
  type RoundPractice,
  type RoundRow,
  roundRowSchema,
  roundTitleSchema,
  stateOf,
  withdrawals,
} from '@/modules/rounds/round.schema'
import * as sql from '@/modules/rounds/round.sql'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'

const assigned = {
  select: { practiceId: true, savedAt: true, submittedAt: true, conflictAt: true, removedAt: true, annulledAt: true },
} as const

/** Numbers of assignments by their state. */
export function progressOf(states: readonly AssignmentState[]): Progress {
  const count = (...of: AssignmentState[]) => states.filter((state) => of.includes(state)).length
  return {
    asked: count('asked', 'begun', 'submitted'),
    begun: count('begun'),
    submitted: count('submitted'),
    conflict: count('conflict'),
  }
}

/** The rounds of a group, the latest first. Throws `not-found`. */
export async function findRounds(viewer: Viewer | null, key: string): Promise<RoundRow[]> {
  const { id } = await getGroup(viewer, key)
  const rows = await db.reviewRound.findMany({
    where: { groupId: id },
    include: { practices: { select: { practiceId: true, withdrawnAt: true } }, reviews: assigned },
    orderBy: [{ opensAt: 'desc' }, { id: 'desc' }],
    take: 200,
  })
  const now = new Date()
  return rows.map(({ practices, reviews, ...row }) => {
    const round = roundRowSchema.parse(row)
    const of = new Map(practices.map((practice) => [practice.practiceId, practice]))
    const states = reviews.map((review) => assignmentState(review, of.get(review.practiceId) ?? { withdrawnAt: null }))
    return { ...round, state: stateOf(round, now), practices: practices.length, progress: progressOf(states) }
  })
}

const judged = {
  practice: {
    select: {
      slug: true,
      title: true,
      status: true,
      visibility: true,
      territoryId: true,
      territory: { select: { name: true } },
    },
  },
} as const

const titleSchema = localized(20_000)
const withdrawalOf = (text: string | null) => withdrawals.find((one) => one === text) ?? null

/** A round of a group: what it is and how far it is, without a name or a mark of anybody. Throws `not-found`. */
export async function getRound(viewer: Viewer | null, key: string, id: string): Promise<RoundDetail> {
  const group = await getGroup(viewer, key)
  const row = !isId(id)
    ? null
    : await db.reviewRound.findFirst({
        where: { id, groupId: group.id },
        include: {
          instrument: { select: { id: true, name: true } },
          practices: { include: judged, orderBy: [{ position: 'asc' }, { practiceId: 'asc' }] },
          reviews: assigned,
        },
      })
  requireSeen(row !== null)
  const { practices, reviews, instrument, ...columns } = row
  const round = roundRowSchema.parse(columns)
  const place = { id: group.id, territoryId: group.territory.id }
  const shown = practices.map(({ practice, ...one }): RoundPractice => {
    const isRead = canReadJudged(viewer, place, practice)
    const states = reviews
      .filter(({ practiceId }) => practiceId === one.practiceId)
      .map((review) => assignmentState(review, one))
    return {
      ...{ practiceId: one.practiceId, practiceVersion: one.practiceVersion, version: one.version },
      ...{ discussedAt: one.discussedAt, resultPublishedAt: one.resultPublishedAt },
      ...{ withdrawnAt: one.withdrawnAt, withdrawalReason: one.withdrawalReason },
      withdrawal: withdrawalOf(one.withdrawal),
      title: isRead ? titleSchema.parse(practice.title) : null,
      slug: isRead ? practice.slug : null,
      isPublished: practice.status === 'published',
      territoryName: practice.territory === null ? null : localized(200).parse(practice.territory.name),
      progress: progressOf(states),
    }
  })
  const total = (of: keyof Progress) => shown.reduce((sum, { progress }) => sum + progress[of], 0)
  return {
    ...round,
    state: stateOf(round, new Date()),
    instrument: instrument === null ? null : { id: instrument.id, name: localized(300).parse(instrument.name) },
    practices: shown,
    progress: {
      asked: total('asked'),
      begun: total('begun'),
      submitted: total('submitted'),
      conflict: total('conflict'),
    },
  }
}

/** A round by its id alone, with its group, for whoever may read the group. Throws `not-found`. */
export async function getRoundById(
  viewer: Viewer | null,
  id: string,
): Promise<{ group: GroupSummary; round: RoundDetail }> {
  const found = isId(id) ? await db.reviewRound.findUnique({ where: { id }, select: { groupId: true } }) : null
  requireSeen(found !== null)
  const group = await getGroup(viewer, found.groupId)
  return { group, round: await getRound(viewer, group.id, id) }
}

/**
 * Is the round open? If so it stays open until the transaction ends. Of a review that is sent and a round that is closed
 * at the same time one comes first, and the other knows.
 */
export const holdOpenRound = async (tx: Transaction, id: string): Promise<boolean> =>
  (await tx.$queryRaw<unknown[]>(sql.holdOpenRound(id))).length > 0

/** As `holdOpenRound`, for whoever changes the round itself: one after the other. */
export const takeOpenRound = async (tx: Transaction, id: string): Promise<boolean> =>
  (await tx.$queryRaw<unknown[]>(sql.takeOpenRound(id))).length > 0

/**
 * Of everybody who was asked and not taken out, how many reviews they have left (0: all sent, or declared in conflict).
 * Part of deeds that ask.
 */
export async function findOpenCounts(tx: Transaction, roundId: string): Promise<Map<string, number>> {
  const rows = await tx.review.findMany({
    where: { roundId, reviewerId: { not: null }, removedAt: null },
    include: { roundPractice: { select: { withdrawnAt: true } } },
  })
  const counts = new Map<string, number>()
  for (const { reviewerId, roundPractice, ...review } of rows)
    if (reviewerId !== null) {
      const isOpen = isToDo(assignmentState(review, roundPractice))
      counts.set(reviewerId, (counts.get(reviewerId) ?? 0) + (isOpen ? 1 : 0))
    }
  return counts
}

/** Open rounds of the territories a viewer coordinates, the next to close first. */
export async function findOpenRounds(viewer: Viewer, limit: number): Promise<{ rows: OpenRound[]; total: number }> {
  const territories = viewer.territoryIds.filter((id) => viewer.can('coordinator', id))
  const where = {
    ...{ closedAt: null, annulledAt: null, closesAt: { gt: new Date() } },
    ...(!viewer.isAdmin && { group: { territoryId: { in: territories } } }),
  }
  const [rows, total] = await Promise.all([
    db.reviewRound.findMany({
      where,
      include: {
        group: { select: { slug: true, name: true, territory: { select: { timeZone: true } } } },
        reviews: { include: { roundPractice: { select: { withdrawnAt: true } } } },
      },
      orderBy: [{ closesAt: 'asc' }, { id: 'asc' }],
      take: limit,
    }),
    db.reviewRound.count({ where }),
  ])
  return {
    rows: rows.map(({ group, reviews, ...row }) => ({
      ...{ id: row.id, title: roundTitleSchema.parse(row.title), closesAt: row.closesAt },
      ...{ groupSlug: group.slug, groupName: groupNameSchema.parse(group.name), timeZone: group.territory.timeZone },
      progress: progressOf(reviews.map(({ roundPractice, ...review }) => assignmentState(review, roundPractice))),
    })),
    total,
  }
}

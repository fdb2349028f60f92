import { z } from 'zod'
import { requireSeen } from '@/core/app-error'
import { recordStatus, visibility } from '@/core/curated'
import { idSchema, isId } from '@/core/id'
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
import { prepared } from '@/platform/prepared'

const isSet = z.literal(true).nullable()
/** How many assignments stand alike (`round.sql`). */
const standingSchema = z.array(
  z.object({
    ...{
      savedAt: isSet,
      submittedAt: isSet,
      conflictAt: isSet,
      removedAt: isSet,
      annulledAt: isSet,
      withdrawnAt: isSet,
    },
    count: z.number().int(),
  }),
)

/** Numbers of assignments by their state. */
function progressOf(standing: z.output<typeof standingSchema>): Progress {
  const count = (...of: AssignmentState[]) =>
    standing.reduce((sum, one) => (of.includes(assignmentState(one, one)) ? sum + one.count : sum), 0)
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
  const rows = z.array(listedSchema).parse(await db.$queryRaw(prepared(sql.roundsOf(id))))
  const now = new Date()
  return rows.map(({ standing, ...round }) => ({
    ...round,
    state: stateOf(round, now),
    progress: progressOf(standing),
  }))
}

const listedSchema = roundRowSchema.extend({ practices: z.number().int(), standing: standingSchema })

// Inside JSON a moment is the text PostgreSQL writes of it.
const moment = z
  .string()
  .transform((text) => new Date(text))
  .nullable()

const detailSchema = roundRowSchema.extend({
  instrument: z.object({ id: idSchema, name: localized(300) }).nullable(),
  practices: z.array(
    z.object({
      ...{ practiceId: idSchema, practiceVersion: z.number().int(), version: z.number().int() },
      ...{ discussedAt: moment, resultPublishedAt: moment, withdrawnAt: moment },
      withdrawal: z.enum(withdrawals).nullable().catch(null),
      withdrawalReason: z.string().nullable(),
      slug: z.string(),
      title: localized(20_000),
      ...{ status: recordStatus, visibility, territoryId: idSchema.nullable() },
      territoryName: localized(200).nullable(),
      standing: standingSchema,
    }),
  ),
})

/**
 * A round of a group: what it is and how far it is, without a name or a mark of anybody. Throws `not-found`. The group
 * itself was judged by who asks.
 */
async function getRoundOf(viewer: Viewer | null, group: GroupSummary, id: string): Promise<RoundDetail> {
  const [row] = isId(id) ? z.array(detailSchema).parse(await db.$queryRaw(prepared(sql.roundOf(group.id, id)))) : []
  requireSeen(row !== undefined)
  const place = { id: group.id, territoryId: group.territory.id }
  const practices = row.practices.map(
    ({ title, slug, status, visibility: seenBy, territoryId, standing, ...practice }): RoundPractice => {
      const isRead = canReadJudged(viewer, place, { status, visibility: seenBy, territoryId })
      return {
        ...practice,
        title: isRead ? title : null,
        slug: isRead ? slug : null,
        isPublished: status === 'published',
        progress: progressOf(standing),
      }
    },
  )
  return {
    ...row,
    state: stateOf(row, new Date()),
    practices,
    progress: progressOf(row.practices.flatMap(({ standing }) => standing)),
  }
}

/** A round with the group it is of. */
export type GroupRound = { group: GroupSummary; round: RoundDetail }

/** A group by its slug or id, and a round of it. Throws `not-found`. */
export async function getGroupRound(viewer: Viewer | null, key: string, id: string): Promise<GroupRound> {
  const group = await getGroup(viewer, key)
  return { group, round: await getRoundOf(viewer, group, id) }
}

/** A round of a group, as `getGroupRound`. */
export const getRound = async (viewer: Viewer | null, key: string, id: string): Promise<RoundDetail> =>
  (await getGroupRound(viewer, key, id)).round

/** A round by its id alone, with its group, for whoever may read the group. Throws `not-found`. */
export async function getRoundById(viewer: Viewer | null, id: string): Promise<GroupRound> {
  const found = isId(id) ? await db.reviewRound.findUnique({ where: { id }, select: { groupId: true } }) : null
  requireSeen(found !== null)
  return getGroupRound(viewer, found.groupId, id)
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

const openSchema = z.array(
  z.object({
    ...{ id: idSchema, title: roundTitleSchema, closesAt: z.date(), total: z.number().int() },
    ...{ groupSlug: z.string(), groupName: groupNameSchema, timeZone: z.string(), standing: standingSchema },
  }),
)

/** Open rounds of the territories a viewer coordinates, the next to close first. */
export async function findOpenRounds(viewer: Viewer, limit: number): Promise<{ rows: OpenRound[]; total: number }> {
  const territoryIds = viewer.isAdmin ? null : viewer.territoryIds.filter((id) => viewer.can('coordinator', id))
  const found = openSchema.parse(await db.$queryRaw(prepared(sql.openRounds(territoryIds, limit))))
  return {
    rows: found.map(({ total: _total, standing, ...row }) => ({ ...row, progress: progressOf(standing) })),
    total: found[0]?.total ?? 0,
  }
}

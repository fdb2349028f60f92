import { z } from 'zod'
import type { DeskFilter } from '@/core/curated'
import type { Page, PageKey } from '@/core/page'
import type { Viewer } from '@/core/viewer'
import type { Prisma } from '@/generated/prisma/client'
import * as sql from '@/modules/actors/actor-desk.sql'
import { deskConditions } from '@/modules/actors/actor-desk.sql'
import { all } from '@/modules/actors/condition.sql'
import { summaryFields } from '@/modules/actors/actor.queries'
import { type ActorDeskRow, actorDeskRowSchema } from '@/modules/actors/actor.schema'
import { db } from '@/platform/db'
import { pageOf, totalOf } from '@/platform/list'
import { prepared } from '@/platform/prepared'

export { deskConditions } from '@/modules/actors/actor-desk.sql'

const raw = z.object({ updated_at: z.date(), sent_back_reason: z.string().nullable() })
const rowOf = (row: unknown): ActorDeskRow => {
  const { updated_at: updatedAt, sent_back_reason: sentBackReason } = raw.parse(row)
  return actorDeskRowSchema.parse({ ...summaryFields(row), updatedAt, sentBackReason })
}

const whereOf = (viewer: Viewer, filter: DeskFilter): Prisma.Sql =>
  all([
    deskConditions(filter, viewer.isAdmin ? null : viewer.territoryIds, sql.deskActor),
    sql.deskActorConditions(filter),
  ])

const idsOf = async (where: Prisma.Sql, page: { after: PageKey | null; limit: number }): Promise<string[]> =>
  (await db.$queryRaw<{ id: string }[]>(sql.idsOfDeskActors(where, page))).map(({ id }) => id)

/** Actors of the viewer's own territories in any state, last changed first, and how many there are in all. */
export async function findDeskActors(
  viewer: Viewer,
  filter: DeskFilter,
  page: { after?: PageKey | null; limit: number; locale: string },
): Promise<Page<ActorDeskRow>> {
  const where = whereOf(viewer, filter)
  const ids = await idsOf(where, { after: page.after ?? null, limit: page.limit + 1 })
  const rows =
    ids.length === 0 ? [] : await db.$queryRaw<{ key: unknown }[]>(prepared(sql.listDeskActors(ids, page.locale)))
  return pageOf(rows, page.limit, rowOf, await totalOf(rows, page, () => countDeskActors(viewer, filter)))
}

export async function countDeskActors(viewer: Viewer, filter: DeskFilter): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number }[]>(sql.countDeskActors(whereOf(viewer, filter)))
  return row?.total ?? 0
}

/** The ids of those that match, last changed first. */
export const findDeskActorIds = (viewer: Viewer, filter: DeskFilter, limit: number): Promise<string[]> =>
  idsOf(whereOf(viewer, filter), { after: null, limit })

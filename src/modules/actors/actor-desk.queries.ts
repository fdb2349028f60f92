import { z } from 'zod'
import type { DeskFilter } from '@/core/curated'
import type { Page, PageKey } from '@/core/page'
import type { Viewer } from '@/core/viewer'
import type { Prisma } from '@/generated/prisma/client'
import * as sql from '@/modules/actors/actor-desk.sql'
import { deskConditions } from '@/modules/actors/actor-desk.sql'
import { summaryFields } from '@/modules/actors/actor.queries'
import { type ActorDeskRow, actorDeskRowSchema } from '@/modules/actors/actor.schema'
import { all } from '@/platform/condition'
import { listByIds } from '@/platform/list'

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

const list = listByIds({ ids: sql.idsOfDeskActors, rows: sql.listDeskActors, count: sql.countDeskActors }, rowOf)

/** Actors of the viewer's own territories in any state, last changed first, and how many there are in all. */
export const findDeskActors = (
  viewer: Viewer,
  filter: DeskFilter,
  page: { after?: PageKey | null; limit: number; locale: string },
): Promise<Page<ActorDeskRow>> => list.page(whereOf(viewer, filter), page)

/** The ids of those that match, last changed first. */
export const findDeskActorIds = (viewer: Viewer, filter: DeskFilter, limit: number): Promise<string[]> =>
  list.ids(whereOf(viewer, filter), { after: null, limit })

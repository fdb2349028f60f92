import { z } from 'zod'
import type { DeskFilter } from '@/core/curated'
import { inLanguage, localized } from '@/core/localized'
import type { Page, PageKey } from '@/core/page'
import type { Viewer } from '@/core/viewer'
import type { Prisma } from '@/generated/prisma/client'
import { deskConditions } from '@/modules/actors/actor-desk.queries'
import * as sql from '@/modules/practices/practice-desk.sql'
import { summaryFields } from '@/modules/practices/practice.queries'
import { type PracticeDeskRow, practiceDeskRowSchema } from '@/modules/practices/practice.schema'
import { all } from '@/platform/condition'
import { db } from '@/platform/db'
import { listByIds } from '@/platform/list'

const whereOf = (viewer: Viewer, filter: DeskFilter): Prisma.Sql =>
  all([
    deskConditions(filter, viewer.isAdmin ? null : viewer.territoryIds, sql.deskPractice),
    sql.deskPracticeConditions(filter),
  ])

const list = listByIds(
  { ids: sql.idsOfDeskPractices, rows: sql.listDeskPractices, count: sql.countDeskPractices },
  (raw, locale): PracticeDeskRow => practiceDeskRowSchema.parse(summaryFields(raw, locale)),
)

/** Practices of the viewer's own territories in any state, last changed first, and how many there are in all. */
export const findDeskPractices = (
  viewer: Viewer,
  filter: DeskFilter,
  page: { after?: PageKey | null; limit: number; locale: string },
): Promise<Page<PracticeDeskRow>> => list.page(whereOf(viewer, filter), page)

const titled = z.array(z.object({ id: z.string(), title: localized(20_000) }))

/** What practices are called, by id, in the reader's language where there is one. */
export async function findPracticeNames(ids: readonly string[], locale: string): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.practice.findMany({ where: { id: { in: [...ids] } }, select: { id: true, title: true } })
  return new Map(titled.parse(rows).map(({ id, title }) => [id, inLanguage(title, locale).value]))
}

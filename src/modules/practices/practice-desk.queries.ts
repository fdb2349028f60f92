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
import { everyOne } from '@/modules/practices/practice.sql'
import { db } from '@/platform/db'
import { pageOf, totalOf } from '@/platform/list'
import { prepared } from '@/platform/prepared'

const whereOf = (viewer: Viewer, filter: DeskFilter): Prisma.Sql =>
  everyOne([
    deskConditions(filter, viewer.isAdmin ? null : viewer.territoryIds, sql.deskPractice),
    sql.deskPracticeConditions(filter),
  ])

const idsOf = async (where: Prisma.Sql, page: { after: PageKey | null; limit: number }): Promise<string[]> =>
  (await db.$queryRaw<{ id: string }[]>(sql.idsOfDeskPractices(where, page))).map(({ id }) => id)

/** Practices of the viewer's own territories in any state, last changed first, and how many there are in all. */
export async function findDeskPractices(
  viewer: Viewer,
  filter: DeskFilter,
  page: { after?: PageKey | null; limit: number; locale: string },
): Promise<Page<PracticeDeskRow>> {
  const where = whereOf(viewer, filter)
  const ids = await idsOf(where, { after: page.after ?? null, limit: page.limit + 1 })
  const rows =
    ids.length === 0 ? [] : await db.$queryRaw<{ key: unknown }[]>(prepared(sql.listDeskPractices(ids, page.locale)))
  const total = await totalOf(rows, page, async () => {
    const [counted] = await db.$queryRaw<{ total: number }[]>(sql.countDeskPractices(where))
    return counted?.total ?? 0
  })
  return pageOf(rows, page.limit, (raw) => practiceDeskRowSchema.parse(summaryFields(raw, page.locale)), total)
}

const titled = z.array(z.object({ id: z.string(), title: localized(20_000) }))

/** What practices are called, by id, in the reader's language where there is one. */
export async function findPracticeNames(ids: readonly string[], locale: string): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.practice.findMany({ where: { id: { in: [...ids] } }, select: { id: true, title: true } })
  return new Map(titled.parse(rows).map(({ id, title }) => [id, inLanguage(title, locale).value]))
}

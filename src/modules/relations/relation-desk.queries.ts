import { z } from 'zod'
import { countryName } from '@/core/country'
import type { DeskFilter } from '@/core/curated'
import type { Page, PageKey } from '@/core/page'
import type { Viewer } from '@/core/viewer'
import type { Prisma } from '@/generated/prisma/client'
import { deskConditions } from '@/modules/actors/actor-desk.queries'
import * as sql from '@/modules/relations/relation-desk.sql'
import { findRelations, summaryFields, summaryOf } from '@/modules/relations/relation.queries'
import { type RelationDeskRow, relationDeskRowSchema, type RelationSummary } from '@/modules/relations/relation.schema'
import { all } from '@/platform/condition'
import { db } from '@/platform/db'
import { listByIds } from '@/platform/list'

const raw = z.object({ updated_at: z.date(), sent_back_reason: z.string().nullable() })
const rowOf = (row: unknown): RelationDeskRow => {
  const { updated_at: updatedAt, sent_back_reason: sentBackReason } = raw.parse(row)
  return relationDeskRowSchema.parse({ ...summaryFields(row), updatedAt, sentBackReason })
}

const whereOf = (viewer: Viewer, filter: DeskFilter): Prisma.Sql =>
  all([
    deskConditions(filter, viewer.isAdmin ? null : viewer.territoryIds, sql.deskRelation),
    sql.deskRelationConditions(filter),
  ])

const list = listByIds(
  { ids: sql.idsOfDeskRelations, rows: sql.listDeskRelations, count: sql.countDeskRelations },
  rowOf,
)

/** Relations of the viewer's own territories in any state, last changed first, and how many there are in all. */
export const findDeskRelations = (
  viewer: Viewer,
  filter: DeskFilter,
  page: { after?: PageKey | null; limit: number; locale: string },
): Promise<Page<RelationDeskRow>> => list.page(whereOf(viewer, filter), page)

/** What relations are called, by id: the title, else the parties. */
export async function findRelationNames(ids: readonly string[], locale: string): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<unknown[]>(sql.summariesOfRelations(ids, locale))
  return new Map(
    rows
      .map(summaryOf)
      .map(({ id, title, parties }) => [id, title?.value ?? parties.map(nameOfEnd(locale)).join(' – ')]),
  )
}

/** An end that is a country alone is called by it. */
const nameOfEnd =
  (locale: string) =>
  ({ name, country }: RelationSummary['parties'][number]): string =>
    name.value === '' && country !== null ? countryName(country, locale) : name.value

/** Relations that carry these words, for a form that names them: public ones, then those of the viewer's own territories. */
export async function suggestRelations(
  viewer: Viewer,
  q: string,
  { limit, locale }: { limit: number; locale: string },
): Promise<RelationSummary[]> {
  if (q.trim().length < 2) return []
  const [found, own] = await Promise.all([
    findRelations({ q, scope: 'all' }, { limit, locale }),
    findDeskRelations(viewer, { q, status: ['draft', 'submitted', 'published'] }, { limit, locale }),
  ])
  const known = new Set(found.rows.map(({ id }) => id))
  return [...found.rows, ...own.rows.filter(({ id }) => !known.has(id))].slice(0, limit)
}

/** The ids of those that match, last changed first. */
export const findDeskRelationIds = (viewer: Viewer, filter: DeskFilter, limit: number): Promise<string[]> =>
  list.ids(whereOf(viewer, filter), { after: null, limit })

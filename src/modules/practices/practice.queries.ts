import { z } from 'zod'
import { decided } from '@/core/decision'
import { inLanguage, localized } from '@/core/localized'
import { type Page, placeIn } from '@/core/page'
import type { Prisma } from '@/generated/prisma/client'
import { practiceFilterKeys, type PracticeSummary, practiceSummarySchema } from '@/modules/practices/practice.schema'
import * as sql from '@/modules/practices/practice.sql'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { territoryIdsWithin } from '@/modules/territories/territory.queries'
import { all } from '@/platform/condition'
import { db } from '@/platform/db'
import { keptPerVersion, pageOf, totalOf } from '@/platform/list'
import { prepared, preparedIfOnly } from '@/platform/prepared'

const texts = localized(20_000)
const rawSummary = z.object({ title: texts, summary: texts.nullable() })

/** A row of `summary` (practice.sql) with its texts in the reader's language. */
export const summaryFields = (raw: unknown, locale: string) => {
  const { title, summary } = rawSummary.parse(raw)
  return {
    ...(typeof raw === 'object' ? raw : {}),
    title: inLanguage(title, locale),
    summary: summary && inLanguage(summary, locale),
  }
}
export const summaryOf = (raw: unknown, locale: string): PracticeSummary =>
  practiceSummarySchema.parse(summaryFields(raw, locale))

/** A filter, and optionally what a practice has to rest on. */
export type PracticeFilter = Filter & { actorId?: string; relationId?: string }

/** The conditions a filter puts on a practice `p` of public_practice. */
export async function practiceWhere({ actorId, relationId, ...filter }: PracticeFilter): Promise<Prisma.Sql> {
  const territoryIds = filter.territory === undefined ? null : await territoryIdsWithin(filter.territory)
  return all([
    sql.practiceConditions(filter, territoryIds),
    ...(actorId === undefined ? [] : [sql.withActor(actorId)]),
    ...(relationId === undefined ? [] : [sql.withRelation(relationId)]),
  ])
}

/** Order and position of a list of practices, by name unless the filter says otherwise. */
export const placeInPractices = (filter: Pick<Filter, 'sort' | 'after'>) =>
  placeIn(filter, sql.practicePositions, 'name')

/** What of a filter means nothing among practices. */
export const strangeToPractices = (filter: Filter): string[] => {
  const known: ReadonlySet<string> = new Set(practiceFilterKeys)
  return [...Object.keys(filter).filter((key) => !known.has(key)), ...placeInPractices(filter).ignored]
}

/** The part of a filter that decides which rows there are, as a cache key. */
const selectionOf = ({ sort: _sort, after: _after, zoom: _zoom, ...selection }: PracticeFilter): string =>
  JSON.stringify(selection)

/** How many public practices pass a filter. */
export async function countPractices(filter: PracticeFilter): Promise<number> {
  return keptPerVersion(`practice-count ${selectionOf(filter)}`, async () => {
    const [row] = await db.$queryRaw<{ total: number }[]>(sql.countPublicPractices(await practiceWhere(filter)))
    return row?.total ?? 0
  })
}

/** What a list of the practices of one actor or relation is asked for by. */
const ofOneRecord = ['actorId', 'relationId']

/** Public practices under a filter, one page by key, the same rows for every viewer. */
export async function findPractices(
  filter: PracticeFilter,
  page: { limit: number; locale: string },
): Promise<Page<PracticeSummary>> {
  const { sort, after } = placeInPractices(filter)
  decided() // public views only
  const asked = { sort, after, limit: page.limit + 1, locale: page.locale }
  const rows = await db.$queryRaw<{ key: unknown }[]>(
    preparedIfOnly(ofOneRecord, filter, sql.listPublicPractices(await practiceWhere(filter), asked)),
  )
  const total = await totalOf(rows, { after, limit: page.limit }, () => countPractices(filter))
  return pageOf(rows, page.limit, (raw) => summaryOf(raw, page.locale), total)
}

/** Public practices among these ids, in no order. */
export async function getPracticeSummaries(ids: readonly string[], locale: string): Promise<PracticeSummary[]> {
  decided()
  if (ids.length === 0) return []
  const rows = await db.$queryRaw<unknown[]>(prepared(sql.publicPracticesById(ids, locale)))
  return rows.map((raw) => summaryOf(raw, locale))
}

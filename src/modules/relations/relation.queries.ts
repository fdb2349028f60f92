import { z } from 'zod'
import { decided } from '@/core/decision'
import { inLanguage, localized } from '@/core/localized'
import { type Page, type PageKey, placeIn } from '@/core/page'
import type { Prisma } from '@/generated/prisma/client'
import { freshness, relationConditions } from '@/modules/actors/actor.queries'
import { coverageInMemory, decadesInMemory } from '@/modules/census/coverage-count.queries'
import { relationCountriesInMemory, statesInMemory } from '@/modules/census/relation-count.queries'
import { orderedInMemory } from '@/modules/census/relation-order.queries'
import { type NewRelation, type RelationSummary, relationSummarySchema } from '@/modules/relations/relation.schema'
import * as sql from '@/modules/relations/relation.sql'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { territoryIdsWithin } from '@/modules/territories/territory.queries'
import { all } from '@/platform/condition'
import { db } from '@/platform/db'
import { keptPerVersion, pageOf } from '@/platform/list'
import { prepared, preparedIfOnly } from '@/platform/prepared'

const rawSummary = z.object({
  title: localized(200).nullable(),
  locale: z.string(),
  party_count: z.number(),
  is_international: z.boolean(),
  project_acronym: z.string().nullable(),
  usable_by_firms: z.string().nullable(),
  verified_at: z.date().nullable(),
})

export const summaryFields = (raw: unknown) => {
  const row = rawSummary.parse(raw)
  return {
    ...(typeof raw === 'object' ? raw : {}),
    title: row.title && inLanguage(row.title, row.locale),
    partyCount: row.party_count,
    isInternational: row.is_international,
    projectAcronym: row.project_acronym,
    usableByFirms: row.usable_by_firms,
    verifiedAt: row.verified_at,
  }
}
export const summaryOf = (raw: unknown): RelationSummary => relationSummarySchema.parse(summaryFields(raw))

/** A filter, and optionally one actor that must be among the parties. */
export type RelationFilter = Filter & { partyId?: string }

/** The conditions a filter puts on a relation `r` of public_relation; map and figures use the same ones. */
export async function relationWhere({ partyId, ...filter }: RelationFilter): Promise<Prisma.Sql> {
  const territoryIds = filter.territory === undefined ? null : await territoryIdsWithin(filter.territory)
  const shared = relationConditions(filter, { territoryIds, holder: filter.holder ?? null })
  return all([
    shared,
    sql.ownConditions(filter, territoryIds),
    ...(filter.verified === undefined ? [] : [freshness(sql.verifiedAt, filter.verified)]),
    ...(partyId === undefined ? [] : [sql.withParty(partyId)]),
  ])
}

/** Order and position of a list of relations, by name unless the filter says otherwise. */
export const placeInRelations = (filter: Pick<Filter, 'sort' | 'after'>) =>
  placeIn(filter, sql.relationPositions, 'name')

/** The part of a filter that decides which rows there are, as a cache key. */
const selectionOf = ({ sort: _sort, after: _after, zoom: _zoom, ...selection }: RelationFilter): string =>
  JSON.stringify(selection)

type RelationCounts = { total: number; byType: Record<string, number>; byState: Record<string, number> }

const summed = (rows: readonly { relations: number }[], keyOf: (index: number) => string): Record<string, number> => {
  const sums: Record<string, number> = {}
  rows.forEach((row, index) => {
    sums[keyOf(index)] = (sums[keyOf(index)] ?? 0) + row.relations
  })
  return sums
}

/** Numbers of public relations under a filter: in all, by type, by state. International ones unless it says otherwise. */
export async function countRelations(filter: RelationFilter): Promise<RelationCounts> {
  return keptPerVersion(`relation-counts ${selectionOf(filter)}`, async () => {
    const rows =
      (await statesInMemory(filter)) ??
      (await db.$queryRaw<{ type: string; state: string; relations: number }[]>(
        sql.countPublicRelations(await relationWhere(filter)),
      ))
    return {
      total: rows.reduce((sum, row) => sum + row.relations, 0),
      byType: summed(rows, (index) => rows[index]?.type ?? ''),
      byState: summed(rows, (index) => rows[index]?.state ?? ''),
    }
  })
}

/** Countries that public relations under a filter touch, each relation once a country, most first. */
export async function countRelationsByCountry(
  filter: RelationFilter,
): Promise<{ country: string; relations: number }[]> {
  return keptPerVersion(
    `relation-countries ${selectionOf(filter)}`,
    async () =>
      (await relationCountriesInMemory(filter)) ??
      db.$queryRaw<{ country: string; relations: number }[]>(
        sql.countPublicRelationsByCountry(await relationWhere(filter)),
      ),
  )
}

export type DecadeCount = { decade: number | null; state: string; relations: number }

/** Public relations by the decade they began in (null = not known) and state. */
export async function countRelationsByDecade(filter: RelationFilter): Promise<DecadeCount[]> {
  return keptPerVersion(
    `relation-decades ${selectionOf(filter)}`,
    async () =>
      (await decadesInMemory(filter)) ??
      db.$queryRaw<DecadeCount[]>(sql.countPublicRelationsByDecade(await relationWhere(filter))),
  )
}

const coverageSchema = z.object({
  total: z.number(),
  confirmed: z.number(),
  with_holder: z.number(),
  holders: z.number(),
  with_start: z.number(),
  usable: z.number(),
})
type RelationCoverage = {
  total: number
  confirmed: number
  withHolder: number
  holders: number
  withStart: number
  usable: number
}

/** How complete the relations under a filter are: numbers of those confirmed in 12 months, with holder, with a start. */
export async function coverageOfRelations(filter: RelationFilter): Promise<RelationCoverage> {
  return keptPerVersion(`relation-coverage ${selectionOf(filter)}`, async () => {
    const known = await coverageInMemory(filter)
    if (known !== null) return known
    const statement = sql.coverageOfPublicRelations(await relationWhere(filter))
    const [row] = await db.$queryRaw<unknown[]>(preparedIfOnly(['holder'], filter, statement))
    const { with_holder: withHolder, with_start: withStart, ...rest } = coverageSchema.parse(row)
    return { ...rest, withHolder, withStart }
  })
}

/** Filters that leave most of what there is: such a page is found at once in the index of its order. */
const weak: ReadonlySet<string> = new Set(['scope', 'sort', 'after', 'zoom'])

/**
 * What a page of a list is looked for under. In the order of beginnings, where the database would try one relation after
 * the other, memory knows which make up the first page.
 */
async function whereOfPage(
  filter: RelationFilter,
  { sort, after, limit }: { sort: string; after: PageKey | null; limit: number },
): Promise<Prisma.Sql> {
  const order = after !== null ? undefined : { started: 'first' as const, '-started': 'latest' as const }[sort]
  const isWeak = Object.entries(filter).every(([key, value]) => value === undefined || weak.has(key))
  const ids = order === undefined || isWeak ? null : await orderedInMemory(filter, order, limit + 1)
  return ids === null ? relationWhere(filter) : sql.isAmong(ids)
}

/** What a page of one actor's relations is asked for by. */
const ofOneActor = ['partyId', 'scope', 'sort', 'after']

/**
 * Public relations under a filter, one page by key, the same rows for every viewer. Sorted by name unless the filter
 * says otherwise. `parties`: how many parties of each are listed (six by default; `partyCount` is always whole).
 */
export async function findRelations(
  filter: RelationFilter,
  page: { limit: number; locale: string; parties?: number },
): Promise<Page<RelationSummary>> {
  const { sort, after } = placeInRelations(filter)
  const [rows, { total }] = await Promise.all([
    whereOfPage(filter, { sort, after, limit: page.limit }).then((where) =>
      db.$queryRaw<{ key: unknown }[]>(
        preparedIfOnly(
          ofOneActor,
          filter,
          sql.listPublicRelations(where, {
            ...{ sort, after, limit: page.limit + 1, locale: page.locale },
            parties: page.parties ?? 6,
          }),
        ),
      ),
    ),
    countRelations(filter),
  ])
  return pageOf(rows, page.limit, summaryOf, total)
}

/** Public relations that already tie two of these ends: shown while a new one is being written. */
export async function findTiesBetween(
  parties: NewRelation['parties'],
  asked: { exceptId?: string; locale: string },
): Promise<RelationSummary[]> {
  const actorIds = parties.flatMap((end) => ('actorId' in end ? [end.actorId] : []))
  const placeIds = parties.flatMap((end) => ('placeId' in end ? [end.placeId] : []))
  if (actorIds.length + placeIds.length < 2) return []
  const rows = await db.$queryRaw<unknown[]>(
    sql.tiesBetween({ actorIds, placeIds }, asked.exceptId ?? null, asked.locale),
  )
  return rows.map(summaryOf)
}

/** Public relations among these ids, in no order, with three parties each. */
export async function getRelationSummaries(ids: readonly string[], locale: string): Promise<RelationSummary[]> {
  decided()
  if (ids.length === 0) return []
  return (await db.$queryRaw<unknown[]>(prepared(sql.publicRelationsById(ids, locale)))).map(summaryOf)
}

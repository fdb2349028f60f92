import { z } from 'zod'
import { decided } from '@/core/decision'
import { withoutLegalForm } from '@/core/legal-form'
import { type Page, placeIn } from '@/core/page'
import type { Viewer } from '@/core/viewer'
import type { Prisma } from '@/generated/prisma/client'
import { type ActorSummary, actorSummarySchema } from '@/modules/actors/actor.schema'
import * as sql from '@/modules/actors/actor.sql'
import { countStatement } from '@/modules/actors/cell.queries'
import { actorCountriesInMemory, actorIdsInMemory } from '@/modules/census/actor-count.queries'
import { kindsInMemory } from '@/modules/census/cell-count.queries'
import { asksOfRelations, type Filter, foldedWords } from '@/modules/taxonomy/filter.schema'
import { territoryIdsWithin } from '@/modules/territories/territory.queries'
import { db } from '@/platform/db'
import { keptPerVersion, pageOf } from '@/platform/list'
import { prepared } from '@/platform/prepared'

const rawSummary = z.object({
  name: z.string().nullable(),
  name_language: z.string().nullable(),
  home_id: z.string().nullable(),
  home_slug: z.string().nullable(),
  home_name: z.string().nullable(),
  verified_at: z.date().nullable(),
})

export const summaryFields = (raw: unknown) => {
  const row = rawSummary.parse(raw)
  return {
    ...(typeof raw === 'object' ? raw : {}),
    name: { value: row.name ?? '', language: row.name_language ?? '' },
    homeTerritory: row.home_id === null ? null : { id: row.home_id, slug: row.home_slug, name: row.home_name },
    verifiedAt: row.verified_at,
  }
}
const summaryOf = (raw: unknown): ActorSummary => actorSummarySchema.parse(summaryFields(raw))

/** The territories a filter asks for: the one named and all below it; null when it names none. */
const territoriesOf = async (filter: Filter): Promise<string[] | null> =>
  filter.territory === undefined ? null : territoryIdsWithin(filter.territory)

/** The conditions a filter puts on an actor `a` of public_actor; the map draws by the same ones. */
export const actorWhere = async (filter: Filter): Promise<Prisma.Sql> =>
  sql.actorConditions(filter, await territoriesOf(filter))

export { freshness } from '@/modules/actors/condition.sql'
export { relationConditions, scopeCondition } from '@/modules/actors/tie.sql'

/** Order and position of a list of actors, by name unless the filter says otherwise. */
export const placeInActors = (filter: Pick<Filter, 'sort' | 'after'>) => placeIn(filter, sql.actorPositions, 'name')

/** The part of a filter that decides which rows there are (not their order or page), as a cache key. */
const selectionOf = ({ sort: _sort, after: _after, zoom: _zoom, ...selection }: Filter): string =>
  JSON.stringify(selection)

type ActorCounts = { total: number; byKind: Record<string, number>; withoutPoint: number }

/** Numbers of public actors under a filter, in all and by kind. */
export async function countActors(filter: Filter): Promise<ActorCounts> {
  return keptPerVersion(`actor-counts ${selectionOf(filter)}`, async () => {
    const rows = (await kindsInMemory(filter)) ?? (await countedKinds(filter))
    return {
      total: rows.reduce((sum, row) => sum + row.actors, 0),
      byKind: Object.fromEntries(rows.map((row) => [row.kind, row.actors])),
      withoutPoint: rows.reduce((sum, row) => sum + row.without_point, 0),
    }
  })
}

async function countedKinds(filter: Filter): Promise<{ kind: string; actors: number; without_point: number }[]> {
  const territoryIds = await territoriesOf(filter)
  return db.$queryRaw(
    countStatement({ filter, territoryIds }) ?? sql.countPublicActors(sql.actorConditions(filter, territoryIds)),
  )
}

/** Countries where public actors under a filter sit, with their numbers, most first. */
export async function countActorsByCountry(filter: Filter): Promise<{ country: string; actors: number }[]> {
  return keptPerVersion(
    `actor-countries ${selectionOf(filter)}`,
    async () =>
      (await actorCountriesInMemory(filter)) ??
      db.$queryRaw<{ country: string; actors: number }[]>(sql.countPublicActorsByCountry(await actorWhere(filter))),
  )
}

/** So many actors are named to the database by their ids; of more, each is asked for its relations. */
const mostNamed = 10_000

/** The conditions of a list: where relations are asked for, memory says whether few or many have them. */
async function listWhere(filter: Filter): Promise<Prisma.Sql> {
  if (!asksOfRelations(filter)) return actorWhere(filter)
  const found = await actorIdsInMemory(filter, mostNamed)
  return found?.ids ? sql.isAmong(found.ids) : sql.actorConditions(filter, await territoriesOf(filter), found !== null)
}

/**
 * Public actors under a filter, one page by key. Sorted by name unless the filter says otherwise. The same rows for every
 * viewer (9-decisions, Public); the desk has its own list.
 */
export async function findActors(filter: Filter, page: { limit: number; locale: string }): Promise<Page<ActorSummary>> {
  const { sort, after } = placeInActors(filter)
  const [rows, { total }] = await Promise.all([
    listWhere(filter).then((where) =>
      db.$queryRaw<{ key: unknown }[]>(
        sql.listPublicActors(where, { sort, after, limit: page.limit + 1, locale: page.locale }),
      ),
    ),
    countActors(filter),
  ])
  return pageOf(rows, page.limit, summaryOf, total)
}

/** Actors by part of a name, for choosing a party, a holder or a parent: public ones and the viewer's own. */
export async function searchActors(
  viewer: Viewer | null,
  q: string,
  asked: { limit: number; locale: string },
): Promise<ActorSummary[]> {
  const words = foldedWords(q)
  if (words.length === 0) return []
  const rows = await db.$queryRaw<unknown[]>(
    sql.suggestActors(words, viewer?.territoryIds ?? [], asked.limit, asked.locale),
  )
  return rows.map(summaryOf)
}

/** Records likely to be the same body as one with this name (case, accents and legal form aside). */
export async function findLikelyTwins(
  viewer: Viewer,
  asked: { name: string; country?: string; exceptId?: string; locale: string },
): Promise<ActorSummary[]> {
  const name = withoutLegalForm(asked.name)
  if (name.length < 3) return []
  const rows = await db.$queryRaw<unknown[]>(
    sql.likelyTwins(name, {
      country: asked.country ?? null,
      exceptId: asked.exceptId ?? null,
      ownTerritoryIds: viewer.territoryIds,
      locale: asked.locale,
    }),
  )
  const found = rows.map(summaryOf)
  const isExact = (actor: ActorSummary) => withoutLegalForm(actor.name.value) === name
  return [...found.filter(isExact), ...found.filter((actor) => !isExact(actor))]
}

/** Public actors among these ids, in no order. */
export async function getActorSummaries(ids: readonly string[], locale: string): Promise<ActorSummary[]> {
  decided()
  if (ids.length === 0) return []
  return (await db.$queryRaw<unknown[]>(prepared(sql.publicActorsById(ids, locale)))).map(summaryOf)
}

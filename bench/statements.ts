import type { Pool } from 'pg'
import { Prisma } from '@/generated/prisma/client'
import type { PageKey } from '@/core/page'
import { placeInActors } from '@/modules/actors/actor.queries'
import * as actorSql from '@/modules/actors/actor.sql'
import { cellStatement, countStatement } from '@/modules/actors/cell.queries'
import * as flowSql from '@/modules/map/flow.sql'
import * as mapSql from '@/modules/map/map.sql'
import * as regionSql from '@/modules/map/region.sql'
import { placeInRelations, relationWhere } from '@/modules/relations/relation.queries'
import * as relationSql from '@/modules/relations/relation.sql'
import { type Filter, filterOf } from '@/modules/taxonomy/filter.schema'

/** A statement with a name for reports. `keyed`: reading a large table from end to end is a fault. */
type Statement = { name: string; sql: Prisma.Sql; keyed: boolean }

/** Sends a statement of the product through pg alone. */
export const send = async (pool: Pool, { text, values }: Prisma.Sql): Promise<unknown[]> =>
  (await pool.query<object>({ text, values })).rows

export const filter = (query: string): Filter => filterOf(new URLSearchParams(query)).filter

export const actorPage = (asked: Filter, limit: number): Prisma.Sql => {
  const { sort, after } = placeInActors(asked)
  // Where relations are asked for, as of many actors.
  const where = actorSql.actorConditions(asked, null, true)
  return actorSql.listPublicActors(where, { sort, after, limit: limit + 1, locale: 'en' })
}

const relationPage = async (asked: Filter & { partyId?: string }): Promise<Prisma.Sql> => {
  const page = { ...placeInRelations(asked), limit: 26, locale: 'en', parties: 6 }
  return relationSql.listPublicRelations(await relationWhere(asked), page)
}

const clustersOf = (asked: Filter, zoom: number): Prisma.Sql =>
  cellStatement({ filter: asked, territoryIds: null }, Math.floor(zoom) + 2, null) ?? Prisma.sql`SELECT '[]' AS cells`

const countsOf = (asked: Filter): Prisma.Sql =>
  countStatement({ filter: asked, territoryIds: null }) ??
  actorSql.countPublicActors(actorSql.actorConditions(asked, null))

/** Numbers of relations between countries or regions. */
const flowsOf = async (asked: Filter, level: 'country' | 'region'): Promise<Prisma.Sql> =>
  flowSql.countByTie(await relationWhere(asked), level, null)

/** Numbers of relations by region of NUTS 2. */
const regionsOf = async (asked: Filter): Promise<Prisma.Sql> =>
  regionSql.relationsByRegion(await relationWhere(asked), 4)

type Far = { actors: Record<string, PageKey>; relations: Record<string, PageKey>; hub: string; median: string }

/** Keys of rows in the last tenth of each order, the actor with most relations and one with few. */
async function farOf(pool: Pool): Promise<Far> {
  const key = async (sql: string): Promise<PageKey> => {
    const [row] = (await pool.query<{ key: PageKey }>(sql)).rows
    return row?.key ?? []
  }
  const id = async (sql: string) => (await pool.query<{ id: string }>(sql)).rows[0]?.id ?? ''
  const ninth = (view: string) => `OFFSET (SELECT count(*) * 9 / 10 FROM ${view}) LIMIT 1`
  const label = 'SELECT jsonb_build_array(folded_label, id) AS key FROM public_actor ORDER BY folded_label'
  const title = 'SELECT jsonb_build_array(folded_title, id) AS key FROM public_relation ORDER BY folded_title'
  const never = "SELECT jsonb_build_array('-infinity', id) AS key"
  return {
    actors: {
      name: await key(`${label}, id ${ninth('public_actor')}`),
      '-name': await key(`${label} DESC, id DESC ${ninth('public_actor')}`),
      relations: await key(
        `SELECT jsonb_build_array(relation_count, folded_label, id) AS key FROM public_actor ORDER BY relation_count DESC, folded_label, id ${ninth('public_actor')}`,
      ),
      verified: await key(`${never} FROM public_actor ORDER BY id ${ninth('public_actor')}`),
      '-verified': await key(`${never} FROM public_actor ORDER BY id DESC ${ninth('public_actor')}`),
    },
    relations: {
      name: await key(`${title}, id ${ninth('public_relation')}`),
      '-started': await key(
        `SELECT jsonb_build_array(started_earliest, id) AS key FROM public_relation WHERE started IS NOT NULL ORDER BY started_earliest DESC, id DESC ${ninth('public_relation WHERE started IS NOT NULL')}`,
      ),
      '-verified': await key(`${never} FROM public_relation ORDER BY id DESC ${ninth('public_relation')}`),
    },
    hub: await id('SELECT id FROM public_actor ORDER BY relation_count DESC LIMIT 1'),
    median: await id('SELECT id FROM public_actor WHERE relation_count = 3 ORDER BY id LIMIT 1'),
  }
}

/** Every hot statement of lists, details and map. */
export async function statementsOf(pool: Pool): Promise<Statement[]> {
  const far = await farOf(pool)
  const keyed = (name: string, sql: Prisma.Sql): Statement => ({ name, sql, keyed: true })
  const counted = (name: string, sql: Prisma.Sql): Statement => ({ name, sql, keyed: false })
  const inView = (zoom: number, box: string) =>
    keyed(`clusters z${String(zoom)} in view`, clustersOf(filter(`bbox=${box}`), zoom))
  const sorts = (['name', '-name', 'relations', 'verified', '-verified'] as const).flatMap((sort) => [
    keyed(`actors by ${sort}, first page`, actorPage({ sort }, 25)),
    keyed(`actors by ${sort}, far page`, actorPage({ sort, after: [...(far.actors[sort] ?? [])] }, 25)),
  ])
  const relationSorts = (['name', '-started', '-verified'] as const).map(async (sort) => [
    keyed(`relations by ${sort}, first page`, await relationPage({ sort })),
    keyed(`relations by ${sort}, far page`, await relationPage({ sort, after: [...(far.relations[sort] ?? [])] })),
  ])
  const byName = [...(far.actors.name ?? [])]
  return [
    ...sorts,
    keyed(
      'actors of a kind and country, far page',
      actorPage({ ...filter('kind=university&country=IT'), after: byName }, 25),
    ),
    keyed('actors of a rare country, first page', actorPage(filter('country=IS'), 25)),
    keyed('actors in a box, first page', actorPage(filter('bbox=10,44,11.5,45'), 25)),
    counted('actors with a word, first page', actorPage(filter('q=bologna'), 25)),
    counted('actors with a joint degree, first page', actorPage(filter('type=joint_degree'), 25)),
    counted('actors counted', countsOf({})),
    counted('actors of a kind and country counted', countsOf(filter('kind=university&country=IT'))),
    counted('actors counted by country', actorSql.countPublicActorsByCountry(actorSql.actorConditions({}, null))),
    ...(await Promise.all(relationSorts)).flat(),
    keyed('relations of the busiest actor', await relationPage({ partyId: far.hub })),
    keyed('relations of an actor with three', await relationPage({ partyId: far.median })),
    keyed(
      'lines of the busiest actor',
      mapSql.farEnds(await relationWhere({ partyId: far.hub }), mapSql.isActor(far.hub), 'en', 3000),
    ),
    counted('relations counted', relationSql.countPublicRelations(await relationWhere({}))),
    keyed(
      'relations of an actor with three counted',
      relationSql.countPublicRelations(await relationWhere({ partyId: far.median })),
    ),
    ...[2, 4, 6, 8].map((zoom) => counted(`clusters z${String(zoom)}`, clustersOf({}, zoom))),
    ...[2, 4, 6, 8].map((zoom) =>
      counted(
        `clusters z${String(zoom)} filtered`,
        clustersOf(filter('kind=university,enterprise&country=IT,DE,SE'), zoom),
      ),
    ),
    counted('flows between countries', await flowsOf({}, 'country')),
    counted('flows between regions', await flowsOf({}, 'region')),
    counted('flows between countries, one type', await flowsOf(filter('type=joint_degree'), 'country')),
    counted('relations by region', await regionsOf({})),
    counted('relations by region, one type', await regionsOf(filter('type=joint_degree'))),
    inView(6, '2,41,18,48'),
    inView(8, '9,43.5,13,45.5'),
    inView(11, '10.4,44.5,10.9,44.8'),
  ]
}

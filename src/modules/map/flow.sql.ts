import type { Bbox } from '@/core/bbox'
import { Prisma } from '@/generated/prisma/client'
import type { TieLevel } from '@/modules/taxonomy/filter.schema'

const tiesOf: Record<TieLevel, Prisma.Sql> = {
  country: Prisma.sql`reach.country_ties`,
  region: Prisma.sql`reach.region_ties`,
  city: Prisma.sql`reach.city_ties`,
}

/** A relation `r` with a party in a city of a box. */
const reachesCityIn = ([west, south, east, north]: Bbox): Prisma.Sql => {
  const inside =
    west <= east
      ? Prisma.sql`p.longitude BETWEEN ${west} AND ${east}`
      : Prisma.sql`(p.longitude >= ${west} OR p.longitude <= ${east})`
  return Prisma.sql`r.id IN (
    WITH near AS MATERIALIZED (SELECT p.id FROM place p WHERE p.latitude BETWEEN ${south} AND ${north} AND ${inside})
    SELECT rp.relation_id FROM near JOIN relation_party rp ON rp.place_id = near.id
    UNION
    SELECT rp.relation_id FROM near JOIN actor a ON a.place_id = near.id JOIN relation_party rp ON rp.actor_id = a.id)`
}

/**
 * Numbers of public relations `r` by tie, type and state; the tie NULL are those without one. With a box only relations
 * with a party in one of its cities: the ties of these cities are counted whole, others may be in part.
 */
export const countByTie = (where: Prisma.Sql, level: TieLevel, cities: Bbox | null): Prisma.Sql => Prisma.sql`
  SELECT tie, alike.type, alike.state, sum(alike.relations)::int AS relations
  FROM (
    -- Most relations tie one pair that many others tie: these are taken apart once.
    SELECT ${tiesOf[level]} AS ties, r.type::text AS type, r.state::text AS state, count(*) AS relations
    FROM public_relation r JOIN relation_reach reach ON reach.relation_id = r.id
    WHERE ${where} AND ${cities === null ? Prisma.sql`TRUE` : reachesCityIn(cities)} GROUP BY 1, 2, 3
  ) AS alike
  LEFT JOIN LATERAL unnest(alike.ties) AS tie ON TRUE
  GROUP BY 1, 2, 3`

/** Cities by number, as the ends of flows. */
export const citiesById = (ids: readonly number[]): Prisma.Sql => Prisma.sql`
  SELECT p.id::text AS sign, p.name, p.country::text AS country, p.longitude, p.latitude FROM place p WHERE p.id = ANY(${ids}::int[])`

/** Which way the relations of these ties go: the sign their first party stands at, and their direction seen from it. */
export const directionsOfTies = (where: Prisma.Sql, level: TieLevel, ties: readonly string[]): Prisma.Sql => {
  const sign: Record<TieLevel, Prisma.Sql> = {
    country: Prisma.sql`coalesce(a.country, p.country, rp.country)::text`,
    region: Prisma.sql`CASE WHEN EXISTS (SELECT FROM nuts_region n WHERE n.country = coalesce(a.country, p.country, rp.country))
      THEN left(coalesce(a.nuts_code, p.nuts_code), 4) ELSE coalesce(a.country, p.country, rp.country)::text END`,
    city: Prisma.sql`coalesce(a.place_id, rp.place_id)::text`,
  }
  return Prisma.sql`
    SELECT DISTINCT tie, first.sign, r.direction::text AS direction
    FROM public_relation r
    JOIN relation_reach reach ON reach.relation_id = r.id
    CROSS JOIN LATERAL unnest(${tiesOf[level]}) AS tie
    CROSS JOIN LATERAL (
      SELECT ${sign[level]} AS sign FROM relation_party rp
      LEFT JOIN actor a ON a.id = rp.actor_id LEFT JOIN place p ON p.id = rp.place_id
      WHERE rp.relation_id = r.id ORDER BY rp.position LIMIT 1
    ) AS first
    WHERE ${where} AND ${tiesOf[level]} && ${ties}::text[] AND tie = ANY(${ties}::text[])`
}

import { Prisma } from '@/generated/prisma/client'

/**
 * Actors in the cells of a grid, by kind and home territory, with the sums their centre is computed from. A cell is a run of Morton codes:
 * shifting `mz` (60 bits) right by 2 × (30 − level) leaves the cell's number at that level (see the first migration).
 */
export const countByCell = (where: Prisma.Sql, level: number): Prisma.Sql => Prisma.sql`
  SELECT (a.mz >> ${2 * (30 - level)}::int)::text AS cell, a.kind::text AS kind, a.home_territory_id::text AS home, count(*)::int AS actors,
         sum(a.mx)::float AS mx, sum(a.my)::float AS my, min(a.mx) AS west, max(a.mx) AS east, min(a.my) AS north, max(a.my) AS south,
         min(a.id::text) AS one
  FROM public_actor a WHERE ${where} AND a.mz IS NOT NULL GROUP BY 1, 2, 3`

export const namesOfActors = (ids: readonly string[], locale: string): Prisma.Sql => Prisma.sql`
  SELECT a.id, a.slug, a.longitude, a.latitude, label.value AS name, label.language
  FROM public_actor a JOIN LATERAL (
    SELECT n.value, n.language FROM actor_name n
    WHERE n.actor_id = a.id AND n.kind = 'label' AND (n.language = ${locale} OR n.is_original)
    ORDER BY n.language = ${locale} DESC LIMIT 1
  ) AS label ON TRUE
  WHERE a.id = ANY(${ids}::uuid[])`

/** West, south, east, north of actors under a condition; nulls when none has a point. */
export const extentOfActors = (where: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT min(a.longitude) AS west, min(a.latitude) AS south, max(a.longitude) AS east, max(a.latitude) AS north
  FROM public_actor a WHERE ${where}`

export const isAtHome: Prisma.Sql = Prisma.sql`a.home_territory_id IS NOT NULL`

/** The far ends of a selection's public relations `r`. `centre` says which party the lines start from. */
export const farEnds = (where: Prisma.Sql, centre: Prisma.Sql, locale: string, limit: number): Prisma.Sql => Prisma.sql`
  SELECT r.slug, r.type::text AS type, r.direction::text AS direction, r.state::text AS state, r.started,
         near.position AS from_position, far.position AS position,
         near.longitude AS from_longitude, near.latitude AS from_latitude,
         far.longitude, far.latitude, far.country, coalesce(label.value, far.place_name, '') AS name, label.language
  FROM public_relation r
  JOIN LATERAL (
    SELECT rp.position, rp.longitude, rp.latitude FROM public_relation_party rp
    WHERE rp.relation_id = r.id AND rp.longitude IS NOT NULL ORDER BY ((${centre}) IS TRUE) DESC, rp.position LIMIT 1
  ) AS near ON TRUE
  JOIN public_relation_party far ON far.relation_id = r.id AND far.position <> near.position AND far.longitude IS NOT NULL
  LEFT JOIN LATERAL (
    SELECT n.value, n.language FROM actor_name n
    WHERE n.actor_id = far.actor_id AND n.kind = 'label' AND (n.language = ${locale} OR n.is_original)
    ORDER BY n.language = ${locale} DESC LIMIT 1
  ) AS label ON TRUE
  WHERE ${where} LIMIT ${limit}`

// Never NULL: a descending order would put it first, and lines would start from a place.
export const isActor = (id: string): Prisma.Sql => Prisma.sql`rp.actor_id IS NOT DISTINCT FROM ${id}::uuid`
export const isHolder: Prisma.Sql = Prisma.sql`coalesce(rp.actor_id = r.holder_id, FALSE)`
export const isRelation = (idOrSlug: string): Prisma.Sql =>
  Prisma.sql`(r.slug = ${idOrSlug} OR r.id::text = ${idOrSlug})`

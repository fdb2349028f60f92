import { isId } from '@/core/id'
import { Prisma } from '@/generated/prisma/client'

export const namesOfActors = (ids: readonly string[], locale: string): Prisma.Sql => Prisma.sql`
  SELECT a.id, a.slug, a.longitude, a.latitude, a.verified_at, label.value AS name, label.language
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
  WITH chosen AS MATERIALIZED (
    SELECT r.id, r.slug, r.type, r.direction, r.state, r.started, r.holder_id FROM public_relation r WHERE ${where}
  ), ends AS MATERIALIZED (
    -- The view's own reading of a party; its relations are known to be public here.
    SELECT rp.relation_id, rp.position, rp.actor_id, coalesce(p.name, rp.place_name) AS place_name,
           coalesce(a.country, p.country, rp.country) AS country,
           coalesce(a.public_longitude, p.longitude, rp.longitude) AS longitude,
           coalesce(a.public_latitude, p.latitude, rp.latitude) AS latitude
    FROM chosen r
    -- Each relation's parties by index: OFFSET keeps the planner from reading all parties there are.
    CROSS JOIN LATERAL (SELECT * FROM relation_party own WHERE own.relation_id = r.id OFFSET 0) AS rp
    LEFT JOIN actor a ON a.id = rp.actor_id
    LEFT JOIN place p ON p.id = rp.place_id
  ), near AS (
    SELECT DISTINCT ON (rp.relation_id) rp.relation_id, rp.position, rp.longitude, rp.latitude
    FROM ends rp JOIN chosen r ON r.id = rp.relation_id WHERE rp.longitude IS NOT NULL
    ORDER BY rp.relation_id, ((${centre}) IS TRUE) DESC, rp.position
  )
  SELECT r.slug, r.type::text AS type, r.direction::text AS direction, r.state::text AS state, r.started,
         near.position AS from_position, far.position AS position,
         near.longitude AS from_longitude, near.latitude AS from_latitude,
         far.longitude, far.latitude, far.country, coalesce(label.value, far.place_name, '') AS name, label.language
  FROM chosen r
  JOIN near ON near.relation_id = r.id
  JOIN ends far ON far.relation_id = r.id AND far.position <> near.position AND far.longitude IS NOT NULL
  LEFT JOIN LATERAL (
    SELECT n.value, n.language FROM actor_name n
    WHERE n.actor_id = far.actor_id AND n.kind = 'label' AND (n.language = ${locale} OR n.is_original)
    ORDER BY n.language = ${locale} DESC LIMIT 1
  ) AS label ON TRUE
  LIMIT ${limit}`

// Never NULL: a descending order would put it first, and lines would start from a place.
export const isActor = (id: string): Prisma.Sql => Prisma.sql`rp.actor_id IS NOT DISTINCT FROM ${id}::uuid`
export const isHolder: Prisma.Sql = Prisma.sql`coalesce(rp.actor_id = r.holder_id, FALSE)`
export const isRelation = (idOrSlug: string): Prisma.Sql =>
  isId(idOrSlug) ? Prisma.sql`r.id = ${idOrSlug}::uuid` : Prisma.sql`r.slug = ${idOrSlug}`

import { Prisma } from '@/generated/prisma/client'

/** The relations that began last first, as the index relation_public_latest has them. */
export const latestFirst = Prisma.sql`ORDER BY coalesce(r.started_earliest, '-infinity'::date) DESC, r.id DESC`
export const byId = Prisma.sql`ORDER BY r.id`

/**
 * Public relations under a condition with all their parties, as one text of JSON: [id, type, holder, [party, …]]. A party
 * is the id of its actor, `p` and the number of its place, or `c:`, its country and what it is called.
 */
export const relationsWithParties = (where: Prisma.Sql, order: Prisma.Sql, limit: number): Prisma.Sql => Prisma.sql`
  WITH chosen AS MATERIALIZED (
    SELECT r.id, r.type, r.holder_id FROM public_relation r WHERE ${where} ${order} LIMIT ${limit}
  )
  SELECT coalesce(json_agg(json_build_array(c.id, c.type, c.holder_id, ends.parties)), '[]')::text AS relations
  FROM chosen c
  CROSS JOIN LATERAL (
    -- The view's own reading of a party; its relations are known to be public here.
    SELECT json_agg(coalesce(rp.actor_id::text, 'p' || rp.place_id, 'c:' || rp.country || coalesce(':' || rp.place_name, '')) ORDER BY rp.position) AS parties
    FROM (SELECT * FROM relation_party own WHERE own.relation_id = c.id OFFSET 0) AS rp
  ) AS ends`

/** A relation `r` with one of these among its parties. */
export const touches = (actorIds: readonly string[], placeIds: readonly number[]): Prisma.Sql => Prisma.sql`
  r.id IN (
    SELECT rp.relation_id FROM relation_party rp WHERE rp.actor_id = ANY(${actorIds}::uuid[])
    UNION SELECT rp.relation_id FROM relation_party rp WHERE rp.place_id = ANY(${placeIds}::int[]))`

/** A relation `r` with two of these among its parties. */
export const joins = (actorIds: readonly string[], placeIds: readonly number[]): Prisma.Sql => Prisma.sql`
  r.id IN (
    SELECT near.relation_id FROM (
      SELECT rp.relation_id FROM relation_party rp WHERE rp.actor_id = ANY(${actorIds}::uuid[])
      UNION ALL SELECT rp.relation_id FROM relation_party rp WHERE rp.place_id = ANY(${placeIds}::int[])
    ) AS near GROUP BY near.relation_id
    -- A party known only by its country may be the second one.
    HAVING count(*) >= 2 OR EXISTS (
      SELECT FROM relation_party c WHERE c.relation_id = near.relation_id AND c.actor_id IS NULL AND c.place_id IS NULL))`

/** [id, slug, kind, country, home territory, name, language] of public actors, as one text of JSON. */
export const factsOfActors = (ids: readonly string[], locale: string): Prisma.Sql => Prisma.sql`
  SELECT coalesce(json_agg(json_build_array(a.id, a.slug, a.kind, a.country, a.home_territory_id, label.value, label.language)), '[]')::text AS facts
  FROM public_actor a CROSS JOIN LATERAL (
    SELECT n.value, n.language FROM actor_name n
    WHERE n.actor_id = a.id AND n.kind = 'label' AND (n.language = ${locale} OR n.is_original)
    ORDER BY n.language = ${locale} DESC LIMIT 1
  ) AS label
  WHERE a.id = ANY(${ids}::uuid[])`

/** [id, name, country] of places of the gazetteer, as one text of JSON. */
export const factsOfPlaces = (ids: readonly number[]): Prisma.Sql => Prisma.sql`
  SELECT coalesce(json_agg(json_build_array(p.id, p.name, p.country)), '[]')::text AS facts
  FROM place p WHERE p.id = ANY(${ids}::int[])`

export const both = (one: Prisma.Sql, other: Prisma.Sql): Prisma.Sql => Prisma.sql`(${one}) AND (${other})`

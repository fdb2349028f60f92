import { Prisma } from '@/generated/prisma/client'

/** So many actors and relations of a territory make its profile: enough for shares, and bounded in the largest. */
const sample = 2000

/**
 * The profile of every territory with all within it: how often each value of each part occurs among its public actors,
 * their international relations, and the themes of its practices. What is invented for demonstration does not count.
 */
export const profiles = Prisma.sql`
  WITH RECURSIVE inside AS (
    SELECT id AS root, id FROM territory
    UNION ALL SELECT i.root, c.id FROM inside i JOIN territory c ON c.parent_id = i.id
  ), near AS MATERIALIZED (
    SELECT t.id AS root, t.country AS own, a.* FROM territory t CROSS JOIN LATERAL (
      SELECT p.id, p.kind::text AS kind, p.sectors FROM public_actor p
      WHERE p.home_territory_id = ANY(ARRAY(SELECT i.id FROM inside i WHERE i.root = t.id)) AND NOT p.fictitious LIMIT ${sample}
    ) AS a
  ), everybody AS MATERIALIZED (
    SELECT root, own, array_agg(id) AS ids FROM near GROUP BY 1, 2
  ), ties AS MATERIALIZED (
    SELECT n.root, n.own, r.* FROM everybody n CROSS JOIN LATERAL (
      SELECT DISTINCT q.id, q.type::text AS type, q.themes, q.countries FROM unnest(n.ids) AS a(id)
      JOIN relation_party e ON e.actor_id = a.id JOIN public_relation q ON q.id = e.relation_id
      WHERE q.is_international AND NOT q.fictitious LIMIT ${sample}
    ) AS r
  ), said AS (
    SELECT root, 'kind' AS part, kind AS value FROM near
    UNION ALL SELECT root, 'sector', code FROM near CROSS JOIN LATERAL unnest(sectors) AS s(code)
    UNION ALL SELECT root, 'type', type FROM ties
    UNION ALL SELECT root, 'theme', theme FROM ties CROSS JOIN LATERAL unnest(themes) AS s(theme)
    UNION ALL SELECT i.root, 'theme', theme FROM public_practice p JOIN inside i ON i.id = p.home_territory_id
      CROSS JOIN LATERAL unnest(p.themes) AS s(theme)
    UNION ALL SELECT root, 'country', c.code FROM ties CROSS JOIN LATERAL unnest(countries) AS c(code) WHERE c.code <> own
  ), counted AS (
    SELECT root, part, value, count(*)::int AS count FROM said GROUP BY 1, 2, 3
  )
  SELECT root AS "territoryId", part, jsonb_object_agg(value, count) AS counts FROM counted GROUP BY 1, 2`

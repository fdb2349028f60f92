import { Prisma } from '@/generated/prisma/client'

/** How often each theme occurs among the public practices of each territory with all within it. */
export const practiceThemes = Prisma.sql`
  WITH RECURSIVE inside AS (
    SELECT id AS root, id FROM territory
    UNION ALL SELECT i.root, c.id FROM inside i JOIN territory c ON c.parent_id = i.id
  )
  SELECT i.root AS "territoryId", theme, count(*)::int AS count
  FROM public_practice p JOIN inside i ON i.id = p.home_territory_id CROSS JOIN LATERAL unnest(p.themes) AS s(theme)
  GROUP BY 1, 2`

/**
 * The profile of every territory with all within it: how often each value of each part occurs among its public actors and
 * their international relations. Of sectors, a section counts where none of its divisions is said. What is invented for
 * demonstration does not count. The atlas in memory says the same (census/profile.queries).
 */
export const profiles = Prisma.sql`
  WITH RECURSIVE inside AS (
    SELECT id AS root, country AS own, id FROM territory
    UNION ALL SELECT i.root, i.own, c.id FROM inside i JOIN territory c ON c.parent_id = i.id
  ), near AS MATERIALIZED (
    SELECT i.root, i.own, p.id, p.kind::text AS kind, p.sectors
    FROM inside i JOIN public_actor p ON p.home_territory_id = i.id WHERE NOT p.fictitious
  ), ties AS MATERIALIZED (
    SELECT n.root, n.own, q.type::text AS type, q.themes, q.countries
    FROM (SELECT DISTINCT n.root, n.own, e.relation_id FROM near n JOIN relation_party e ON e.actor_id = n.id) AS n
    JOIN public_relation q ON q.id = n.relation_id WHERE q.is_international AND NOT q.fictitious
  ), said AS (
    SELECT root, 'kind' AS part, kind AS value FROM near
    UNION ALL SELECT root, 'sector', code FROM near
      CROSS JOIN LATERAL (SELECT DISTINCT code FROM unnest(sectors) AS s(code)) AS s
      WHERE length(code) > 1 OR NOT EXISTS (SELECT FROM unnest(sectors) AS d(code) WHERE length(d.code) > 1 AND left(d.code, 1) = s.code)
    UNION ALL SELECT root, 'type', type FROM ties
    UNION ALL SELECT root, 'theme', theme FROM ties CROSS JOIN LATERAL (SELECT DISTINCT theme FROM unnest(themes) AS s(theme)) AS s
    UNION ALL SELECT root, 'country', c.code FROM ties
      CROSS JOIN LATERAL (SELECT DISTINCT code FROM unnest(countries) AS c(code)) AS c WHERE c.code <> own
  ), counted AS (
    SELECT root, part, value, count(*)::int AS count FROM said GROUP BY 1, 2, 3
  )
  SELECT root AS "territoryId", part, jsonb_object_agg(value, count) AS counts FROM counted GROUP BY 1, 2`

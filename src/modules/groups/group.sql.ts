import { Prisma } from '@/generated/prisma/client'

/** Groups a territory chose to show, each with its public organisations by kind. Reads the public views alone. */
export const shownGroups = (territoryId: string): Prisma.Sql => Prisma.sql`
  SELECT g.name, coalesce(k.kinds, '[]') AS kinds
  FROM public_group g
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('kind', n.kind, 'count', n.count) ORDER BY n.count DESC, n.kind) AS kinds
    FROM (
      SELECT a.kind, count(*)::int AS count FROM public_group_actor a WHERE a.group_id = g.id GROUP BY a.kind
    ) AS n
  ) AS k ON true
  WHERE g.territory_id = ${territoryId}::uuid ORDER BY g.slug`

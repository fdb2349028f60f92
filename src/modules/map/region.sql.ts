import { Prisma } from '@/generated/prisma/client'

/** Letters of a NUTS code by level. */
const letters = (level: number) => level + 2

/** Numbers of public relations `r` by NUTS region, each once a region; the region NULL are those with none known. */
export const relationsByRegion = (where: Prisma.Sql, level: number): Prisma.Sql => Prisma.sql`
  SELECT met.code, count(*)::int AS records
  FROM public_relation r
  JOIN relation_reach reach ON reach.relation_id = r.id
  LEFT JOIN LATERAL (SELECT code FROM unnest(reach.regions) AS code WHERE length(code) = ${letters(level)}::int) AS met ON TRUE
  WHERE ${where} GROUP BY 1`

/** Numbers of public actors `a` by NUTS region; the region NULL are those whose region is not known. */
export const actorsByRegion = (where: Prisma.Sql, level: number): Prisma.Sql => Prisma.sql`
  SELECT left(a.nuts_code, ${letters(level)}::int) AS code, count(*)::int AS records
  FROM public_actor a WHERE ${where} GROUP BY 1`

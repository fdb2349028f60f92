import { Prisma } from '@/generated/prisma/client'

/** Numbers of public relations `r` by NUTS region (codes of so many letters), each once a region; the region NULL are those with none known. */
export const relationsByRegion = (where: Prisma.Sql, letters: number): Prisma.Sql => Prisma.sql`
  SELECT met.code, count(*)::int AS records
  FROM public_relation r
  JOIN relation_reach reach ON reach.relation_id = r.id
  LEFT JOIN LATERAL (SELECT code FROM unnest(reach.regions) AS code WHERE length(code) = ${letters}::int) AS met ON TRUE
  WHERE ${where} GROUP BY 1`

/** Numbers of public actors `a` by NUTS region; the region NULL are those whose region is not known. */
export const actorsByRegion = (where: Prisma.Sql, letters: number): Prisma.Sql => Prisma.sql`
  SELECT left(a.nuts_code, ${letters}::int) AS code, count(*)::int AS records
  FROM public_actor a WHERE ${where} GROUP BY 1`

import { Prisma } from '@/generated/prisma/client'

/** Places abroad that public relations `r` reach, with numbers of relations; near places are one (0.1°). Most first. */
export const placesReached = (where: Prisma.Sql, country: string, limit: number): Prisma.Sql => Prisma.sql`
  SELECT r.type::text AS type, r.state::text AS state, avg(far.longitude)::float AS longitude, avg(far.latitude)::float AS latitude,
         count(DISTINCT r.id)::int AS relations
  FROM public_relation r
  JOIN public_relation_party far ON far.relation_id = r.id AND far.longitude IS NOT NULL AND far.country <> ${country}
  WHERE ${where} AND r.state NOT IN ('ended', 'suspended')
  GROUP BY r.type, r.state, round(far.longitude::numeric, 1), round(far.latitude::numeric, 1)
  ORDER BY relations DESC, r.type::text COLLATE "C", r.state::text COLLATE "C", round(far.longitude::numeric, 1), round(far.latitude::numeric, 1)
  LIMIT ${limit}`

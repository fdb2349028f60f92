import { Prisma } from '@/generated/prisma/client'
import type { PracticeFacet } from '@/modules/taxonomy/facet.schema'

/** Each territory beside itself and all above it. */
type Lines = readonly (readonly [home: string, above: string])[]

/** What a facet says of a practice `p`. */
function partOf(facet: PracticeFacet, lines: Lines): { value: Prisma.Sql; join: Prisma.Sql } {
  switch (facet) {
    case 'kind':
      return { value: Prisma.sql`k.kind::text`, join: Prisma.sql`JOIN actor k ON k.id = p.in_charge_id` }
    case 'country':
      return { value: Prisma.sql`p.country::text`, join: Prisma.empty }
    case 'territory': {
      const [homes, above] = [lines.map(([home]) => home), lines.map(([, over]) => over)]
      return {
        value: Prisma.sql`t.id::text`,
        join: Prisma.sql`JOIN unnest(${homes}::uuid[], ${above}::uuid[]) AS t(home, id) ON t.home = p.home_territory_id`,
      }
    }
    case 'sector':
      return {
        value: Prisma.sql`said.value`,
        join: Prisma.sql`CROSS JOIN LATERAL (
          SELECT DISTINCT s.value FROM unnest(p.sectors) AS c(code), unnest(ARRAY[c.code, left(c.code, 1)]) AS s(value)
        ) AS said`,
      }
    case 'reviewed':
      return {
        value: Prisma.sql`coalesce(judged.result_class, 'none')`,
        join: Prisma.sql`LEFT JOIN public_practice_class judged ON judged.practice_id = p.id`,
      }
    case 'theme':
      return { value: Prisma.sql`met.theme`, join: Prisma.sql`CROSS JOIN LATERAL unnest(p.themes) AS met(theme)` }
  }
}

/** Public practices for each answer to a facet. `where`: the other filters, of practices `p`. */
export function countPracticesBy(facet: PracticeFacet, where: Prisma.Sql, lines: Lines): Prisma.Sql {
  const { value, join } = partOf(facet, lines)
  return Prisma.sql`
    SELECT ${value} AS value, NULL::text AS label, count(DISTINCT p.id)::int AS count
    FROM public_practice p ${join} WHERE ${where} AND ${value} IS NOT NULL GROUP BY 1`
}

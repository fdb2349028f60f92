import type { Freshness } from '@/core/curated'
import { Prisma } from '@/generated/prisma/client'
import type { FacetKey, Subject } from '@/modules/taxonomy/facet.schema'

/** `homes[i]` lies in `within[i]`: each territory beside itself and all above it. */
export type Homes = { homes: readonly string[]; within: readonly string[] }
type FacetParts = Homes & {
  types: readonly string[]
  groups: readonly string[]
  /** How the filter counts the months since a confirmation. */
  freshness: (verifiedAt: Prisma.Sql, verified: Freshness) => Prisma.Sql
}
/** The seal as a text. */
const seal = (at: Prisma.Sql, { freshness }: FacetParts): Prisma.Sql => Prisma.sql`
  CASE WHEN ${freshness(at, 'never')} THEN 'never' WHEN ${freshness(at, 'fresh')} THEN 'fresh'
       WHEN ${freshness(at, 'ageing')} THEN 'ageing' ELSE 'old' END`

type Part = { value: Prisma.Sql; join: Prisma.Sql; label?: Prisma.Sql }

const none = Prisma.empty
const sections = (column: Prisma.Sql) => Prisma.sql`
  CROSS JOIN LATERAL (
    SELECT DISTINCT said.value FROM unnest(${column}) AS s(code)
    CROSS JOIN LATERAL unnest(ARRAY[s.code, left(s.code, 1)]) AS said(value)
  ) AS sector`
const homes = (home: Prisma.Sql, { homes: inner, within }: Homes) => Prisma.sql`
  JOIN unnest(${inner}::uuid[], ${within}::uuid[]) AS t(home, id) ON t.home = ${home}`
const parties = Prisma.sql`JOIN relation_party rp ON rp.relation_id = r.id LEFT JOIN actor a ON a.id = rp.actor_id`

/** What a facet says of a relation `r`. */
function ofRelation(facet: FacetKey, parts: FacetParts): Part {
  switch (facet) {
    case 'kind':
      return { value: Prisma.sql`a.kind::text`, join: parties }
    case 'territory':
      return {
        value: Prisma.sql`t.id::text`,
        join: Prisma.sql`${parties} ${homes(Prisma.sql`coalesce(a.home_territory_id, rp.home_territory_id)`, parts)}`,
      }
    case 'group':
      return {
        value: Prisma.sql`g.name`,
        join: Prisma.sql`JOIN unnest(${parts.types}::text[], ${parts.groups}::text[]) AS g(type, name) ON g.type = r.type::text`,
      }
    case 'type':
      return { value: Prisma.sql`r.type::text`, join: none }
    case 'state':
      return { value: Prisma.sql`r.state::text`, join: none }
    case 'country':
      return {
        value: Prisma.sql`met.country::text`,
        join: Prisma.sql`CROSS JOIN LATERAL unnest(r.countries) AS met(country)`,
      }
    case 'sector':
      return { value: Prisma.sql`sector.value`, join: sections(Prisma.sql`r.sectors`) }
    case 'theme':
      return { value: Prisma.sql`met.theme`, join: Prisma.sql`CROSS JOIN LATERAL unnest(r.themes) AS met(theme)` }
    case 'programme':
      return { value: Prisma.sql`lower(r.programme)`, join: none, label: Prisma.sql`min(r.programme COLLATE "C")` }
    case 'holder':
      return { value: Prisma.sql`r.holder_id::text`, join: none }
    case 'verified':
      return { value: seal(Prisma.sql`r.verified_at`, parts), join: none }
    case 'scope':
      return { value: Prisma.sql`CASE WHEN r.is_international THEN 'international' ELSE 'domestic' END`, join: none }
  }
}

/** What a facet says of an actor `a` itself; null when it speaks of its relations. */
function ofActor(facet: FacetKey, parts: FacetParts): Part | null {
  switch (facet) {
    case 'kind':
      return { value: Prisma.sql`a.kind::text`, join: none }
    case 'country':
      return { value: Prisma.sql`a.country::text`, join: none }
    case 'territory':
      return { value: Prisma.sql`t.id::text`, join: homes(Prisma.sql`a.home_territory_id`, parts) }
    case 'sector':
      return { value: Prisma.sql`sector.value`, join: sections(Prisma.sql`a.sectors`) }
    case 'verified':
      return { value: seal(Prisma.sql`a.verified_at`, parts), join: none }
    default:
      return null
  }
}

/**
 * Rows of the list for each answer to a facet. `where`: the other filters, of public relations `r` or public actors `a`;
 * `ofTies`: what they ask of an actor's relations, when the facet speaks of these; `isAnybody`: nothing of the actor.
 */
export function countByFacet(
  facet: FacetKey,
  asked: {
    of: Exclude<Subject, 'practices'>
    parts: FacetParts
    where: Prisma.Sql
    ofTies: readonly Prisma.Sql[]
    isAnybody: boolean
  },
): Prisma.Sql {
  const { of, parts, where, ofTies, isAnybody } = asked
  const among = isAnybody
    ? Prisma.sql`rp.actor_id IS NOT NULL`
    : Prisma.sql`rp.actor_id = ANY(ARRAY(SELECT a.id FROM public_actor a WHERE ${where}))`
  const own = of === 'actors' ? ofActor(facet, parts) : null
  const { value, join, label = Prisma.sql`NULL::text` } = own ?? ofRelation(facet, parts)
  if (own !== null)
    return Prisma.sql`
      SELECT ${value} AS value, NULL::text AS label, count(*)::int AS count
      FROM public_actor a ${join} WHERE ${where} AND ${value} IS NOT NULL GROUP BY 1`
  if (of === 'relations')
    return Prisma.sql`
      SELECT ${value} AS value, ${label} AS label, count(DISTINCT r.id)::int AS count
      FROM public_relation r ${join} WHERE ${where} AND ${value} IS NOT NULL GROUP BY 1`
  return Prisma.sql`
    SELECT ${value} AS value, ${label} AS label, count(DISTINCT rp.actor_id)::int AS count
    FROM public_relation r JOIN relation_party rp ON rp.relation_id = r.id ${join}
    WHERE ${Prisma.join([...ofTies], ' AND ')} AND ${value} IS NOT NULL AND ${among} GROUP BY 1`
}

/** Public relations by the years they began, were renewed and ended in. */
export const countByYear = (where: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT said.what, said.year, count(*)::int AS count
  FROM public_relation r CROSS JOIN LATERAL (
    VALUES ('begun', left(r.started, 4)::int), ('renewed', left(r.renewed, 4)::int), ('ended', left(r.ended, 4)::int)
  ) AS said(what, year)
  WHERE ${where} AND said.year IS NOT NULL GROUP BY 1, 2 ORDER BY 2`

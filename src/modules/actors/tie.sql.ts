import { isId } from '@/core/id'
import { Prisma } from '@/generated/prisma/client'
import { type Filter, type Tie, type TieLevel, tieText } from '@/modules/taxonomy/filter.schema'
import { typesOf } from '@/modules/taxonomy/taxonomy.schema'
import { all } from '@/platform/condition'

const tiesOf: Record<TieLevel, Prisma.Sql> = {
  country: Prisma.sql`reach.country_ties`,
  region: Prisma.sql`reach.region_ties`,
  city: Prisma.sql`reach.city_ties`,
}

/** A relation `r` that ties these two places. */
const ties = (tie: Tie): Prisma.Sql =>
  Prisma.sql`r.id IN (SELECT reach.relation_id FROM relation_reach reach WHERE ${tiesOf[tie.level]} && ARRAY[${tieText(tie)}])`

/**
 * What the filters say of a relation `r` (a row of public_relation or relation). `territoryIds`: the territory asked
 * for and everything below it; `holderId`: the actor asked for.
 */
export function relationConditions(
  filter: Filter,
  asked: { territoryIds: readonly string[] | null; holder: string | null },
): Prisma.Sql {
  const conditions: Prisma.Sql[] = []
  // A type and its group are two filters: both must hold, as for any two.
  if (filter.type) conditions.push(Prisma.sql`r.type = ANY(${filter.type}::relation_type[])`)
  if (filter.group) conditions.push(Prisma.sql`r.type = ANY(${filter.group.flatMap(typesOf)}::relation_type[])`)
  if (filter.state) conditions.push(Prisma.sql`r.state = ANY(${filter.state}::relation_state[])`)
  if (filter.theme) conditions.push(Prisma.sql`r.themes && ${filter.theme}::text[]`)
  if (filter.programme) conditions.push(Prisma.sql`lower(r.programme) = lower(${filter.programme})`)
  if (filter.since)
    conditions.push(Prisma.sql`coalesce(r.ended_latest, 'infinity') >= make_date(${filter.since}::int, 1, 1)`)
  if (filter.until)
    conditions.push(Prisma.sql`coalesce(r.started_earliest, '-infinity') <= make_date(${filter.until}::int, 12, 31)`)
  if (filter.between) conditions.push(ties(filter.between))
  if (asked.holder !== null)
    conditions.push(
      Prisma.sql`r.holder_id = (SELECT h.id FROM public_actor h WHERE ${isId(asked.holder) ? Prisma.sql`h.id = ${asked.holder}::uuid` : Prisma.sql`h.slug = ${asked.holder}`})`,
    )
  return all(conditions)
}

/** International or domestic ties, where a filter says which. Lists of relations have a default of their own. */
export const scopeCondition = (scope: Filter['scope']): Prisma.Sql =>
  scope === undefined || scope === 'all'
    ? Prisma.sql`TRUE`
    : Prisma.sql`r.is_international = ${scope === 'international'}`

/** An actor `a` that has a relation of those a filter asks for. */
export function isTied(filter: Filter, territoryIds: readonly string[] | null, isAskedOfEach: boolean): Prisma.Sql {
  const asked = Prisma.sql`${scopeCondition(filter.scope)}
    AND ${relationConditions(filter, { territoryIds, holder: filter.holder ?? null })}`
  if (isAskedOfEach)
    // With a LIMIT it is no semi-join: the actors are gone through in their order until a page is full.
    return Prisma.sql`(SELECT TRUE FROM relation_party rp JOIN public_relation r ON r.id = rp.relation_id
      WHERE rp.actor_id = a.id AND ${asked} LIMIT 1)`
  // The relations are gone through once, whatever the number of actors: as EXISTS it was once for each.
  return Prisma.sql`a.id = ANY(ARRAY(
    SELECT rp.actor_id FROM relation_party rp JOIN public_relation r ON r.id = rp.relation_id
    WHERE rp.actor_id IS NOT NULL AND ${asked}))`
}

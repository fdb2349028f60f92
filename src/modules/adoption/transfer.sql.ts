import { Prisma } from '@/generated/prisma/client'

// Reads the public views alone: what a territory made of a practice of another one is for everybody.

const day = (column: Prisma.Sql) => Prisma.sql`to_char(${column}, 'YYYY-MM-DD')`

const shown = Prisma.sql`
  SELECT x.id, x.state::text AS state, x.note, x.workshop_title AS "workshopTitle", ${day(Prisma.sql`x.workshop_on`)} AS "workshopOn",
    ${day(Prisma.sql`x.workshop_until`)} AS "workshopUntil", x.workshop_place AS "workshopPlace", x.reasons, x.since, x.became, x.links,
    x.demo, x.updated_at AS "updatedAt",
    jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name) AS territory,
    jsonb_build_object('id', p.id, 'slug', p.slug, 'title', p.title,
      'home', CASE WHEN h.id IS NOT NULL THEN jsonb_build_object('id', h.id, 'slug', h.slug, 'name', h.name) END) AS practice,
    ARRAY(SELECT r.id FROM practice_transfer_relation l JOIN public_relation r ON r.id = l.relation_id
      WHERE l.transfer_id = x.id ORDER BY r.id) AS relations
  FROM public_practice_transfer x
  JOIN territory t ON t.id = x.territory_id
  JOIN public_practice p ON p.id = x.practice_id
  LEFT JOIN territory h ON h.id = p.home_territory_id`

// What was adopted says most.
const weight = Prisma.sql`array_position(ARRAY['adopted', 'workshop', 'interested', 'not_adopted'], x.state::text)`

/** What territories made of one practice. */
export const transfersOfPractice = (practiceId: string, limit: number): Prisma.Sql => Prisma.sql`
  ${shown} WHERE x.practice_id = ${practiceId}::uuid ORDER BY ${weight}, t.folded_name, x.id LIMIT ${limit}`

/**
 * What came into a territory from outside, or went out of it to others: of a territory itself, and of all within it as
 * far as their borders are its own. `inside`: itself and all within it.
 */
export const transfersOfTerritory = (
  direction: 'in' | 'out',
  { id, inside, limit }: { id: string; inside: readonly string[]; limit: number },
): Prisma.Sql => {
  const within = (column: Prisma.Sql) => Prisma.sql`${column} = ANY(${inside}::uuid[])`
  const [here, there] =
    direction === 'in'
      ? [Prisma.sql`x.territory_id`, Prisma.sql`p.home_territory_id`]
      : [Prisma.sql`p.home_territory_id`, Prisma.sql`x.territory_id`]
  return Prisma.sql`
    ${shown} WHERE ${here} = ${id}::uuid OR (${within(here)} AND NOT coalesce(${within(there)}, FALSE))
    ORDER BY ${weight}, p.folded_title, t.folded_name, x.id LIMIT ${limit}`
}

/** Public transfers with these ids, in no order. */
export const transfersById = (ids: readonly string[]): Prisma.Sql => Prisma.sql`
  ${shown} WHERE x.id = ANY(${ids}::uuid[])`

/**
 * Public relations by which a practice may have come to a territory: with a party at home there, and named by the practice
 * or with one of its actors as a party.
 */
export const waysTo = (
  practiceId: string,
  { inside, limit }: { inside: readonly string[]; limit: number },
): Prisma.Sql => Prisma.sql`
  WITH carried AS (
    SELECT p.in_charge_id AS id FROM practice p WHERE p.id = ${practiceId}::uuid
    UNION SELECT actor_id FROM practice_actor WHERE practice_id = ${practiceId}::uuid
  ), near AS (
    SELECT n.relation_id AS id, TRUE AS named FROM practice_relation n WHERE n.practice_id = ${practiceId}::uuid
    UNION ALL SELECT e.relation_id, FALSE FROM relation_party e JOIN carried ON carried.id = e.actor_id
  )
  SELECT r.id FROM public_relation r
  JOIN (SELECT id, bool_or(named) AS named FROM near GROUP BY id) AS near ON near.id = r.id
  WHERE EXISTS (
    SELECT FROM relation_party e LEFT JOIN actor a ON a.id = e.actor_id
    WHERE e.relation_id = r.id AND coalesce(a.home_territory_id, e.home_territory_id) = ANY(${inside}::uuid[]))
  ORDER BY near.named DESC, r.started_earliest DESC NULLS LAST, r.id LIMIT ${limit}`

/**
 * Transfers of these territories whose workshop is over, seen from the day it is there, and of which nobody said what came
 * of it; the longest waiting first.
 */
export const workshopsOver = (territoryIds: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT x.id, x.practice_id AS "practiceId", p.title, p.slug, p.status::text AS status, p.visibility::text AS visibility,
    p.territory_id AS "practiceTerritoryId", t.id AS "territoryId", t.name AS "territoryName",
    coalesce(x.workshop_until, x.workshop_on)::text AS day
  FROM practice_transfer x JOIN practice p ON p.id = x.practice_id JOIN territory t ON t.id = x.territory_id
  WHERE x.territory_id = ANY(${[...territoryIds]}::uuid[]) AND x.state = 'workshop'
    AND coalesce(x.workshop_until, x.workshop_on) < (now() AT TIME ZONE t.time_zone)::date
  ORDER BY coalesce(x.workshop_until, x.workshop_on), x.id LIMIT 1000`

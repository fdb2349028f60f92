import { Prisma } from '@/generated/prisma/client'

// Likely duplicates, set-based (3-architecture, Database decisions): first the few records that could be the same, by a
// shared number, a box of 0.05° or its neighbours where the names begin or end alike, or the country and first word of
// the name; then the likeness of their names, which are stored folded and without legal forms. Plans and times: docs/performance.md.

/** Whose records are looked at (null = the commons), and what the viewer may see of the others. */
export type DuplicateScope = {
  territoryId: string | null
  seesAll: boolean
  territoryIds: readonly string[]
  limit: number
}

/**
 * For the length of one transaction. The planner takes the names of one country for a few: without its sorted joins, and
 * with memory for a hundred thousand names, the searches take half the time or less.
 */
export const roomForDuplicates = Prisma.sql`SELECT set_config('statement_timeout', '30s', true),
  set_config('work_mem', '64MB', true), set_config('enable_mergejoin', 'off', true)`

/** Records of the territory asked for, in any state but archived. */
const own = (record: Prisma.Sql, { territoryId }: DuplicateScope): Prisma.Sql =>
  territoryId === null
    ? Prisma.sql`${record}.status <> 'archived' AND ${record}.territory_id IS NULL`
    : Prisma.sql`${record}.status <> 'archived' AND ${record}.territory_id = ${territoryId}::uuid`

/** Raw SQL passes by the policies: what a person with a role may read (5-permissions, first rows). */
const visible = (record: Prisma.Sql, { seesAll, territoryIds }: DuplicateScope): Prisma.Sql =>
  seesAll
    ? Prisma.sql`${record}.status <> 'archived'`
    : Prisma.sql`((${record}.status = 'published' AND ${record}.visibility <> 'territory') OR (${record}.status <> 'archived' AND ${record}.territory_id = ANY(${territoryIds}::uuid[])))`

const undecided = Prisma.sql`NOT EXISTS (SELECT FROM not_duplicate d WHERE d.first_id = p.first_id AND d.second_id = p.second_id)`

// Great circle on a sphere of 6,371 km (haversine); NULL when one of the two has no point.
const metres = Prisma.sql`round(12742000 * asin(sqrt(
  sin(radians(b.public_latitude - a.public_latitude) / 2) ^ 2
  + cos(radians(a.public_latitude)) * cos(radians(b.public_latitude)) * sin(radians(b.public_longitude - a.public_longitude) / 2) ^ 2)))`

// A first word that more names of a country begin with ("comune", "university") says little: then the last one counts too.
const crowd = 40

// How a name begins and ends.
const edges = Prisma.sql`ARRAY[left(n.compared, 4), ' ' || right(n.compared, 5)]`

/** What makes one number of letters and the square, 0.1° wide, they stand in. */
const spotSeed = (east: Prisma.Sql, north: Prisma.Sql): Prisma.Sql => Prisma.sql`(${east} * 10000 + ${north})::bigint`

const shorterAndLonger = Prisma.sql`CROSS JOIN LATERAL (
  SELECT CASE WHEN length(n.compared) < length(m.compared) THEN n.compared ELSE m.compared END AS shorter,
    CASE WHEN length(n.compared) < length(m.compared) THEN m.compared ELSE n.compared END AS longer,
    least(length(n.compared), length(m.compared)) AS size OFFSET 0) AS by_length`

const probes = Prisma.join(
  [1, 2, 3, 4, 5].map((at) => Prisma.sql`(strpos(longer, substr(shorter, size * ${at}::int / 6, 3)) > 0)::int`),
  ' + ',
)

/**
 * Are two names that alike? Most that begin alike are not, and similarity() is dear: of five places of the shorter one
 * three must be found in the longer one first. Where two names share 0.6 of their trigrams, the longer one holds three
 * quarters of the shorter one's.
 */
const areAlike = (least: number): Prisma.Sql =>
  Prisma.sql`CASE WHEN ${probes} >= 3 THEN similarity(n.compared, m.compared) >= ${least}::real ELSE FALSE END`

/** Pairs of actors, likeliest first: what they share, how alike their names are, how far apart they stand (metres). */
export const likelyDuplicateActors = (scope: DuplicateScope): Prisma.Sql => Prisma.sql`
  WITH mine AS MATERIALIZED (
    SELECT a.id, a.country FROM actor a WHERE ${own(Prisma.sql`a`, scope)}
  ), names AS MATERIALIZED (
    SELECT n.actor_id, n.compared, a.country, split_part(n.compared, ' ', 1) AS word,
      floor(a.public_longitude / 0.05)::int AS x, floor(a.public_latitude / 0.05)::int AS y
    FROM actor a JOIN actor_name n ON n.actor_id = a.id
    WHERE a.country = ANY(ARRAY(SELECT DISTINCT country FROM mine)) AND a.status <> 'archived' AND n.kind <> 'acronym' AND n.compared <> ''
  ), crowded AS (
    SELECT country, word FROM names GROUP BY country, word HAVING count(*) > ${crowd}
  ), keyed AS MATERIALIZED (
    SELECT n.actor_id, n.compared, n.country, n.x, n.y, n.x IS NULL AS placeless,
      CASE WHEN c.word IS NULL THEN n.word ELSE n.word || ' ' || split_part(n.compared, ' ', -1) END AS key
    FROM names n LEFT JOIN crowded c USING (country, word)
  ), mine_at AS (
    SELECT n.actor_id, n.compared, n.x, n.y, hashtextextended(letters, ${spotSeed(Prisma.sql`east`, Prisma.sql`north`)}) AS spot
    FROM mine JOIN keyed n ON n.actor_id = mine.id AND NOT n.placeless CROSS JOIN LATERAL unnest(${edges}) AS letters
    CROSS JOIN LATERAL unnest(ARRAY[(n.x - 1) >> 1, (n.x + 1) >> 1]) AS east
    CROSS JOIN LATERAL unnest(ARRAY[(n.y - 1) >> 1, (n.y + 1) >> 1]) AS north
  ), all_at AS (
    SELECT n.actor_id, n.compared, n.x, n.y, hashtextextended(letters, ${spotSeed(Prisma.sql`(n.x >> 1)`, Prisma.sql`(n.y >> 1)`)}) AS spot
    FROM keyed n CROSS JOIN LATERAL unnest(${edges}) AS letters WHERE NOT n.placeless
  ), found AS (
    SELECT i.actor_id AS one, j.actor_id AS other, NULL::real AS alike, j.scheme::text AS scheme
    FROM mine JOIN actor_identifier i ON i.actor_id = mine.id AND i.scheme IN ('vat', 'register', 'domain')
    JOIN actor_identifier j ON j.scheme = i.scheme AND j.value = i.value AND j.actor_id <> i.actor_id
    UNION ALL
    SELECT n.actor_id, m.actor_id, similarity(n.compared, m.compared), NULL
    FROM mine_at n JOIN all_at m ON m.spot = n.spot AND m.actor_id <> n.actor_id ${shorterAndLonger}
    -- Names of very different lengths are never so alike, and lengths cost nothing.
    WHERE m.x BETWEEN n.x - 1 AND n.x + 1 AND m.y BETWEEN n.y - 1 AND n.y + 1
      AND length(longer) < 2 * size AND ${areAlike(0.6)}
    UNION ALL
    SELECT n.actor_id, m.actor_id, similarity(n.compared, m.compared), NULL
    FROM mine JOIN keyed n ON n.actor_id = mine.id AND n.placeless
    JOIN keyed m ON m.country = n.country AND m.key = n.key AND m.actor_id <> n.actor_id ${shorterAndLonger}
    WHERE ${areAlike(0.7)}
    UNION ALL
    SELECT n.actor_id, m.actor_id, similarity(n.compared, m.compared), NULL
    FROM mine JOIN keyed n ON n.actor_id = mine.id AND NOT n.placeless
    JOIN keyed m ON m.placeless AND m.country = n.country AND m.key = n.key ${shorterAndLonger}
    WHERE ${areAlike(0.7)}
  ), pair AS (
    SELECT least(one, other) AS first_id, greatest(one, other) AS second_id, max(alike) AS alike,
      coalesce(array_agg(DISTINCT scheme) FILTER (WHERE scheme IS NOT NULL), '{}') AS schemes
    FROM found GROUP BY 1, 2
  ), judged AS (
    SELECT p.first_id, p.second_id, p.schemes,
      coalesce(p.alike, (
        SELECT max(similarity(n.compared, m.compared)) FROM actor_name n, actor_name m
        WHERE n.actor_id = p.first_id AND m.actor_id = p.second_id AND n.kind <> 'acronym' AND m.kind <> 'acronym'
      ), 0)::float AS alike,
      ${metres}::float AS metres
    FROM pair p
    -- Found by key one by one: the planner takes the pairs for more than they are, and would read the table twice.
    JOIN LATERAL (SELECT * FROM actor WHERE id = p.first_id OFFSET 0) AS a ON TRUE
    JOIN LATERAL (SELECT * FROM actor WHERE id = p.second_id OFFSET 0) AS b ON TRUE
    WHERE ${visible(Prisma.sql`a`, scope)} AND ${visible(Prisma.sql`b`, scope)} AND ${undecided}
  )
  SELECT first_id AS "firstId", second_id AS "secondId", schemes, alike, metres FROM judged
  -- Departments share the web domain of their house.
  WHERE schemes <> '{domain}' OR alike >= 0.4
  ORDER BY (schemes && '{vat,register}') DESC, alike DESC, metres, first_id, second_id LIMIT ${scope.limit}`

// What is the same end twice.
const partyKey = Prisma.sql`coalesce(rp.actor_id::text, rp.place_id::text, rp.country || '/' || coalesce(rp.place_name, ''))`

/**
 * Pairs of relations of one type between the same parties, whose dates overlap or are not known. The others of a
 * relation are looked for at the party that has the fewest.
 */
export const likelyDuplicateRelations = (scope: DuplicateScope): Prisma.Sql => Prisma.sql`
  WITH mine AS MATERIALIZED (
    SELECT r.id, r.type, r.started_earliest, r.ended_latest FROM relation r WHERE ${own(Prisma.sql`r`, scope)}
  ), ends AS MATERIALIZED (
    SELECT rp.relation_id, rp.actor_id, rp.place_id, ${partyKey} AS party
    FROM mine JOIN relation_party rp ON rp.relation_id = mine.id
  ), sets AS MATERIALIZED (
    SELECT relation_id, array_agg(party ORDER BY party) AS parties FROM ends GROUP BY relation_id
  ), rarest AS (
    SELECT DISTINCT ON (e.relation_id) e.relation_id, e.actor_id, e.place_id
    FROM ends e LEFT JOIN actor a ON a.id = e.actor_id WHERE e.actor_id IS NOT NULL OR e.place_id IS NOT NULL
    ORDER BY e.relation_id, (e.actor_id IS NULL), a.relation_count, e.actor_id
  ), met AS (
    SELECT f.relation_id, rp.relation_id AS other FROM rarest f JOIN relation_party rp ON rp.actor_id = f.actor_id AND rp.relation_id <> f.relation_id
    UNION ALL
    SELECT f.relation_id, rp.relation_id FROM rarest f JOIN relation_party rp ON f.actor_id IS NULL AND rp.place_id = f.place_id AND rp.relation_id <> f.relation_id
  ), candidate AS MATERIALIZED (
    SELECT m.id AS one, o.id AS other FROM met JOIN mine m ON m.id = met.relation_id
    JOIN relation o ON o.id = met.other AND o.type = m.type
    WHERE coalesce(o.started_earliest, '-infinity') <= coalesce(m.ended_latest, 'infinity')
      AND coalesce(m.started_earliest, '-infinity') <= coalesce(o.ended_latest, 'infinity')
      AND ${visible(Prisma.sql`o`, scope)}
  ), whole AS (
    SELECT c.one, c.other FROM candidate c JOIN sets s ON s.relation_id = c.one
    WHERE s.parties = (
      SELECT array_agg(${partyKey} ORDER BY ${partyKey}) FROM relation_party rp WHERE rp.relation_id = c.other)
  ), p AS (
    SELECT DISTINCT least(one, other) AS first_id, greatest(one, other) AS second_id FROM whole
  )
  SELECT p.first_id AS "firstId", p.second_id AS "secondId" FROM p JOIN relation a ON a.id = p.first_id
  WHERE ${undecided} ORDER BY a.folded_title, p.first_id, p.second_id LIMIT ${scope.limit}`

/**
 * Relations that say the same once one actor stands for both: one of the actor that goes (or, afterwards, one of those
 * that were moved) and another one. Parties are compared as sets, the actor that goes written as the one that stays.
 */
export const relationsThatMeet = ({ from, to, moved }: MeetingOf): Prisma.Sql => Prisma.sql`
  WITH ends AS MATERIALIZED (
    SELECT rp.relation_id,
      ${moved === undefined ? Prisma.sql`bool_or(rp.actor_id = ${from}::uuid)` : Prisma.sql`rp.relation_id = ANY(${moved}::uuid[])`} AS goes,
      array_agg(DISTINCT CASE WHEN rp.actor_id = ${from}::uuid THEN ${to} ELSE ${partyKey} END) AS parties
    FROM relation_party rp
    WHERE rp.relation_id IN (SELECT relation_id FROM relation_party WHERE actor_id IN (${from}::uuid, ${to}::uuid))
    GROUP BY rp.relation_id
  )
  SELECT a.id AS "firstId", b.id AS "secondId"
  FROM ends m JOIN ends n ON n.parties = m.parties AND m.goes AND NOT n.goes
  JOIN relation a ON a.id = m.relation_id JOIN relation b ON b.id = n.relation_id AND b.type = a.type
  WHERE a.status <> 'archived' AND b.status <> 'archived' AND cardinality(m.parties) > 1
  ORDER BY a.folded_title, a.id, b.id LIMIT 50`
export type MeetingOf = { from: string; to: string; moved?: readonly string[] }

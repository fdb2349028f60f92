import { Prisma } from '@/generated/prisma/client'

const placeColumns = Prisma.sql`
  p.id, p.name, p.country, p.longitude, p.latitude, p.population, p.time_zone AS "timeZone",
  CASE WHEN p.admin1 ~ '^[A-Z]+$' THEN p.admin1 END AS region`

/** One row a place, best first: by tier, then the territory's countries, then the number of inhabitants. */
const bestOf = (named: Prisma.Sql, near: readonly string[], limit: number): Prisma.Sql => Prisma.sql`
  WITH named AS (${named}), best AS (
    SELECT place_id, min(tier) AS tier, bool_or(country = ANY(${near}::text[])) AS near, max(population) AS population
    FROM named GROUP BY place_id ORDER BY tier, near DESC, population DESC, place_id LIMIT ${limit}
  )
  SELECT ${placeColumns} FROM best JOIN place p ON p.id = best.place_id
  ORDER BY best.tier, best.near DESC, best.population DESC, best.place_id`

/**
 * Places by part of a name: the whole name before its beginning, that before the beginning of a later word. A range of
 * an index that holds all it needs, and the trigrams of a word's first letters. `key` is a placeKey: letters, digits
 * and spaces, all of which sort below `{`.
 */
export const placesByPrefix = (key: string, near: readonly string[], limit: number): Prisma.Sql =>
  bestOf(
    Prisma.sql`
    SELECT place_id, CASE WHEN folded = ${key} THEN 0 ELSE 1 END AS tier, country, population
    FROM place_name WHERE folded >= ${key} AND folded < ${`${key}{`}
    UNION ALL
    SELECT place_id, 2, country, population FROM place_name WHERE folded LIKE ${`% ${key}%`}`,
    near,
    limit,
  )

/**
 * The same for two or three letters, which begin tens of thousands of names: only whole names, the territory's own
 * countries and places of at least 15,000 people compete.
 */
export const placesByLetters = (key: string, near: readonly string[], limit: number): Prisma.Sql =>
  bestOf(
    Prisma.sql`
    SELECT place_id, CASE WHEN folded = ${key} THEN 0 ELSE 1 END AS tier, country, population
    FROM place_name WHERE folded >= ${key} AND folded < ${`${key}{`}
      AND (folded = ${key} OR population >= 15000 OR country = ANY(${near}::text[]))`,
    near,
    limit,
  )

const wordsBegin = (key: string) => Prisma.sql`
    SELECT place_id, 0::numeric AS tier, country, population
    FROM place_name WHERE ${Prisma.join(
      key.split(' ').map((word) => Prisma.sql`folded ~ ${`(^| )${word}`}`),
      ' AND ',
    )}`

/** For what no name begins with: each word begins some word of the name (`reggio em` and Reggio nell'Emilia). */
export const placesByWords = (key: string, near: readonly string[], limit: number): Prisma.Sql =>
  bestOf(wordsBegin(key), near, limit)

/** The same, else a name nearly so, the likest first. Dear for long texts: the index reads all their trigrams. */
export const placesByLikeness = (key: string, near: readonly string[], limit: number): Prisma.Sql =>
  bestOf(
    Prisma.sql`${wordsBegin(key)}
    UNION ALL
    SELECT place_id, 2 - round(similarity(folded, ${key})::numeric, 1), country, population
    FROM place_name WHERE folded % ${key}`,
    near,
    limit,
  )

/** One question of a file; `at` is its position. */
type NamedPoint = { at: number; key: string; country: string; longitude: number | null; latitude: number | null }

/**
 * For each question every place of that name in that country, at most 40 km from the point when one was given (a box
 * first, the sphere afterwards), nearest first, else most populous first.
 */
export const placesNamed = (questions: readonly NamedPoint[]): Prisma.Sql => Prisma.sql`
  SELECT q.at, p.id, p.longitude, p.latitude, p.population
  FROM jsonb_to_recordset(${JSON.stringify(questions)}::jsonb)
    AS q(at integer, key text, country text, longitude double precision, latitude double precision)
  JOIN place_name n ON n.folded = q.key AND n.country = q.country
  JOIN place p ON p.id = n.place_id
  WHERE q.longitude IS NULL
    OR (abs(p.latitude - q.latitude) < 0.4 AND abs(p.longitude - q.longitude) * cos(radians(q.latitude)) < 0.4)`

import { Prisma } from '@/generated/prisma/client'

const placeColumns = Prisma.sql`
  p.id, p.name, p.country, p.longitude, p.latitude, p.population, p.time_zone AS "timeZone",
  CASE WHEN p.country IN ('US', 'CA', 'AU') THEN p.admin1 END AS region`

const like = (key: string) => `${key.replace(/[\\%_]/g, '\\$&')}%`

/**
 * Places by the beginning of a name, best first: the whole name before its beginning, the territory's countries before
 * others, then the number of inhabitants. Reads the names' own columns first (an index-only range) and 40 places last.
 */
export const placesByPrefix = (key: string, near: readonly string[], limit: number): Prisma.Sql => Prisma.sql`
  WITH named AS (
    SELECT n.place_id, bool_or(n.folded = ${key}) AS whole, max(n.population) AS population, min(n.country) AS country
    FROM place_name n WHERE n.folded LIKE ${like(key)} GROUP BY n.place_id
  ), best AS (
    SELECT * FROM named ORDER BY (country = ANY(${near}::text[])) DESC, whole DESC, population DESC, place_id LIMIT ${limit}
  )
  SELECT ${placeColumns} FROM best JOIN place p ON p.id = best.place_id
  ORDER BY (best.country = ANY(${near}::text[])) DESC, best.whole DESC, best.population DESC, best.place_id`

/** Places with a word that begins so, or with a name nearly so: for what the prefix did not find. */
export const placesBySimilarity = (key: string, near: readonly string[], limit: number): Prisma.Sql => Prisma.sql`
  WITH named AS (
    SELECT n.place_id, max(similarity(n.folded, ${key})) AS likeness, max(n.population) AS population, min(n.country) AS country
    FROM place_name n WHERE n.folded % ${key} OR n.folded LIKE ${`% ${like(key)}`} GROUP BY n.place_id
  ), best AS (
    SELECT * FROM named
    ORDER BY (country = ANY(${near}::text[])) DESC, round(likeness::numeric, 1) DESC, population DESC, place_id LIMIT ${limit}
  )
  SELECT ${placeColumns} FROM best JOIN place p ON p.id = best.place_id
  ORDER BY (best.country = ANY(${near}::text[])) DESC, round(best.likeness::numeric, 1) DESC, best.population DESC, best.place_id`

export const placesById = (ids: readonly number[]): Prisma.Sql => Prisma.sql`
  SELECT ${placeColumns} FROM place p WHERE p.id = ANY(${ids}::int[])`

/** One question of a file; `at` is its position. */
export type NamedPoint = { at: number; key: string; country: string; longitude: number | null; latitude: number | null }

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

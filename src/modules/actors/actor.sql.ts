import { countriesNamed } from '@/core/country-by-name'
import { isId } from '@/core/id'
import { like } from '@/core/like'
import type { KeyPart } from '@/core/page'
import { Prisma } from '@/generated/prisma/client'
import { insideBbox } from '@/modules/actors/box.sql'
import { freshness } from '@/modules/actors/condition.sql'
import { isTied } from '@/modules/actors/tie.sql'
import { asksOfRelations, type Filter, foldedWords } from '@/modules/taxonomy/filter.schema'
import { all } from '@/platform/condition'

// Lists, counts and maps of public pages read the views: raw SQL passes by the policies, so it may only see what
// everyone may see (9-decisions, Public). The desk's list takes the viewer's territories as a parameter.

const sectorsOf = (column: Prisma.Sql, sectors: readonly string[]): Prisma.Sql =>
  // A section (one letter) stands for its divisions too.
  Prisma.sql`EXISTS (SELECT FROM unnest(${column}) AS s(code) WHERE s.code = ANY(${sectors}) OR left(s.code, 1) = ANY(${sectors}))`

/** An actor `a` that is one of these. */
export const isAmong = (ids: readonly string[]): Prisma.Sql => Prisma.sql`a.id = ANY(${ids}::uuid[])`

/**
 * What the filters say of an actor `a` (a row of public_actor). `isAskedOfEach`: many have the relations that are asked
 * for, so a page is full before long.
 */
export function actorConditions(
  filter: Filter,
  territoryIds: readonly string[] | null,
  isAskedOfEach = false,
): Prisma.Sql {
  const conditions: Prisma.Sql[] = []
  if (filter.kind) conditions.push(Prisma.sql`a.kind = ANY(${filter.kind}::actor_kind[])`)
  // One country, the usual case, as an equation: then its index gives the rows in order.
  if (filter.country?.length === 1) conditions.push(Prisma.sql`a.country = ${filter.country[0]}`)
  else if (filter.country) conditions.push(Prisma.sql`a.country = ANY(${filter.country}::bpchar[])`)
  if (filter.region?.length === 2) conditions.push(Prisma.sql`a.country = ${filter.region}`)
  else if (filter.region) conditions.push(Prisma.sql`a.nuts_code LIKE ${`${filter.region}%`}`)
  if (territoryIds !== null) conditions.push(Prisma.sql`a.home_territory_id = ANY(${territoryIds}::uuid[])`)
  if (filter.sector) conditions.push(sectorsOf(Prisma.sql`a.sectors`, filter.sector))
  if (filter.verified) conditions.push(freshness(Prisma.sql`a.verified_at`, filter.verified))
  if (filter.bbox) conditions.push(insideBbox(filter.bbox))
  for (const word of filter.q === undefined ? [] : foldedWords(filter.q))
    conditions.push(Prisma.sql`(
      EXISTS (SELECT FROM actor_name n WHERE n.actor_id = a.id AND n.folded LIKE ${like(word)})
      OR EXISTS (SELECT FROM place_name pn WHERE pn.place_id = a.place_id AND pn.folded LIKE ${like(word)})
      OR lower(a.city) LIKE ${like(word)} OR a.country = ANY(${countriesNamed(word)}::text[]))`)
  if (asksOfRelations(filter)) conditions.push(isTied(filter, territoryIds, isAskedOfEach))
  return all(conditions)
}

/** `name` and `name_language` of actor `a` in the reader's language, else the original. */
export const shownLabel = (locale: string): Prisma.Sql => Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT n.value, n.language FROM actor_name n
    WHERE n.actor_id = a.id AND n.kind = 'label' AND (n.language = ${locale} OR n.is_original)
    ORDER BY n.language = ${locale} DESC LIMIT 1
  ) AS label ON TRUE`

/** A jsonb text of several languages in the reader's language, else the original. */
const inReadersLanguage = (column: Prisma.Sql, locale: string): Prisma.Sql => Prisma.sql`
  coalesce(${column} #>> ARRAY['texts', ${locale}, 'value'], ${column} #>> ARRAY['texts', ${column} ->> 'original', 'value'])`

const summary = (locale: string, longitude: Prisma.Sql, latitude: Prisma.Sql): Prisma.Sql => Prisma.sql`
  a.id, a.slug, a.kind::text AS kind, label.value AS name, label.language AS name_language, a.city, a.country,
  t.id AS home_id, t.slug AS home_slug, ${inReadersLanguage(Prisma.sql`t.name`, locale)} AS home_name,
  ${longitude} AS longitude, ${latitude} AS latitude, a.sectors, a.verified_at, a.relation_count AS relations, a.demo, a.fictitious`

export const publicSummary = (locale: string) => summary(locale, Prisma.sql`a.longitude`, Prisma.sql`a.latitude`)
export const home = Prisma.sql`LEFT JOIN territory t ON t.id = a.home_territory_id`

type Sort = 'name' | '-name' | 'relations' | 'verified' | '-verified'
type Order = { by: Prisma.Sql; key: Prisma.Sql; after: (key: readonly (string | number | null)[]) => Prisma.Sql }

/** How a list is sorted, the key of a row in that order, and "after this key" (paging is by key, never by offset). */
const orders: Record<Sort, Order> = {
  name: {
    by: Prisma.sql`a.folded_label, a.id`,
    key: Prisma.sql`jsonb_build_array(a.folded_label, a.id)`,
    after: ([label, id]) => Prisma.sql`(a.folded_label, a.id) > (${label}, ${id}::uuid)`,
  },
  '-name': {
    by: Prisma.sql`a.folded_label DESC, a.id DESC`,
    key: Prisma.sql`jsonb_build_array(a.folded_label, a.id)`,
    after: ([label, id]) => Prisma.sql`(a.folded_label, a.id) < (${label}, ${id}::uuid)`,
  },
  relations: {
    // Negated, so that the whole key grows and one comparison, and one index, serves it.
    by: Prisma.sql`-a.relation_count, a.folded_label, a.id`,
    key: Prisma.sql`jsonb_build_array(a.relation_count, a.folded_label, a.id)`,
    after: ([count, label, id]) =>
      Prisma.sql`(-a.relation_count, a.folded_label, a.id) > (-${count}::int, ${label}, ${id}::uuid)`,
  },
  verified: {
    by: Prisma.sql`coalesce(a.verified_at, '-infinity'), a.id`,
    key: Prisma.sql`jsonb_build_array(coalesce(a.verified_at, '-infinity')::text, a.id)`,
    after: ([at, id]) => Prisma.sql`(coalesce(a.verified_at, '-infinity'), a.id) > (${at}::timestamptz, ${id}::uuid)`,
  },
  '-verified': {
    by: Prisma.sql`coalesce(a.verified_at, '-infinity') DESC, a.id DESC`,
    key: Prisma.sql`jsonb_build_array(coalesce(a.verified_at, '-infinity')::text, a.id)`,
    after: ([at, id]) => Prisma.sql`(coalesce(a.verified_at, '-infinity'), a.id) < (${at}::timestamptz, ${id}::uuid)`,
  },
}

/** What the position after a row is made of, in each order. */
export const actorPositions: Record<Sort, readonly KeyPart[]> = {
  name: ['text', 'id'],
  '-name': ['text', 'id'],
  relations: ['count', 'text', 'id'],
  verified: ['time', 'id'],
  '-verified': ['time', 'id'],
}

export const listPublicActors = (
  where: Prisma.Sql,
  page: { sort: Sort; after: readonly (string | number | null)[] | null; limit: number; locale: string },
): Prisma.Sql => Prisma.sql`
  SELECT ${publicSummary(page.locale)}, ${orders[page.sort].key} AS key
  FROM (
    SELECT a.* FROM public_actor a
    WHERE ${where} AND ${page.after === null ? Prisma.sql`TRUE` : orders[page.sort].after(page.after)}
    ORDER BY ${orders[page.sort].by} LIMIT ${page.limit}
  ) AS a ${shownLabel(page.locale)} ${home}
  ORDER BY ${orders[page.sort].by}`

/** Numbers per kind and in all; also those without a point, whom no map can show. */
export const countPublicActors = (where: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT a.kind::text AS kind, count(*)::int AS actors, count(*) FILTER (WHERE a.mz IS NULL)::int AS without_point
  FROM public_actor a WHERE ${where} GROUP BY a.kind`

export const countPublicActorsByCountry = (where: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT a.country, count(*)::int AS actors FROM public_actor a WHERE ${where} GROUP BY a.country ORDER BY actors DESC, a.country`

/**
 * Actors by the beginning of a name or of one of its words, best first: for choosing a party or a holder. Public ones,
 * and all of the viewer's own territories.
 */
export const suggestActors = (
  words: readonly string[],
  ownTerritoryIds: readonly string[],
  limit: number,
  locale: string,
): Prisma.Sql => Prisma.sql`
  SELECT ${summary(locale, Prisma.sql`a.public_longitude`, Prisma.sql`a.public_latitude`)}
  FROM actor a ${shownLabel(locale)} ${home}
  WHERE ((a.status = 'published' AND a.visibility = 'public') OR a.territory_id = ANY(${ownTerritoryIds}::uuid[]))
    AND a.status <> 'archived'
    AND ${all(words.map((word) => Prisma.sql`EXISTS (SELECT FROM actor_name n WHERE n.actor_id = a.id AND n.folded LIKE ${like(word)})`))}
  ORDER BY (a.folded_label LIKE ${`${words.join(' ')}%`}) DESC, a.relation_count DESC, a.folded_label, a.id LIMIT ${limit}`

/**
 * Records likely to be the same body: a name that folds alike or nearly so, case, accents and legal form aside, in the
 * same country first. `name` is folded and without its legal form.
 */
export const likelyTwins = (
  name: string,
  asked: { country: string | null; exceptId: string | null; ownTerritoryIds: readonly string[]; locale: string },
): Prisma.Sql => Prisma.sql`
  SELECT ${summary(asked.locale, Prisma.sql`a.public_longitude`, Prisma.sql`a.public_latitude`)}, found.score
  FROM (
    SELECT n.actor_id, max(similarity(n.folded, ${name}))::float AS score FROM actor_name n
    WHERE n.folded % ${name} AND n.kind <> 'acronym' GROUP BY n.actor_id ORDER BY score DESC LIMIT 40
  ) AS found JOIN actor a ON a.id = found.actor_id ${shownLabel(asked.locale)} ${home}
  WHERE ((a.status = 'published' AND a.visibility = 'public') OR a.territory_id = ANY(${asked.ownTerritoryIds}::uuid[]))
    AND a.status <> 'archived' AND a.id::text IS DISTINCT FROM ${asked.exceptId}
    AND (found.score >= 0.8 OR (found.score >= 0.5 AND (${asked.country}::text IS NULL OR a.country = ${asked.country})))
  ORDER BY (a.country = ${asked.country}) DESC NULLS LAST, found.score DESC LIMIT 5`

/** Addresses of public actors from one on, for the sitemap. */
export const addressesOfActors = (from: string, limit: number): Prisma.Sql => Prisma.sql`
  SELECT a.slug, a.updated_at AS "updatedAt" FROM public_actor a WHERE a.slug >= ${from} ORDER BY a.slug LIMIT ${limit}`

/** The first address of each file of `size` public actors. */
export const addressStartsOfActors = (size: number): Prisma.Sql => Prisma.sql`
  SELECT n.slug FROM (SELECT a.slug, row_number() OVER (ORDER BY a.slug) AS at FROM public_actor a) AS n
  WHERE (n.at - 1) % ${size}::int = 0 ORDER BY n.slug`

export const publicActorsById = (ids: readonly string[], locale: string): Prisma.Sql => Prisma.sql`
  SELECT ${publicSummary(locale)} FROM public_actor a ${shownLabel(locale)} ${home} WHERE a.id = ANY(${ids}::uuid[])`

/** The public actor of an id or an address. */
export const publicActor = (key: string): Prisma.Sql =>
  isId(key)
    ? Prisma.sql`SELECT a.id::text AS id FROM public_actor a WHERE a.id = ${key}::uuid`
    : Prisma.sql`SELECT a.id::text AS id FROM public_actor a WHERE a.slug = ${key}`

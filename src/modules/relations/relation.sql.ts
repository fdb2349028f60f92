import { fold } from '@/core/fold'
import { like } from '@/core/like'
import type { KeyPart } from '@/core/page'
import { Prisma } from '@/generated/prisma/client'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { foldedWords } from '@/modules/taxonomy/filter.schema'
import { withDivisions } from '@/modules/taxonomy/taxonomy.schema'
import { all } from '@/platform/condition'

// As in actor.sql: public pages read the views, the desk's list takes the viewer's territories as a parameter.

/** A relation `r` whose title, project or parties carry every word. */
export const saysWords = (q: string): Prisma.Sql =>
  all(
    foldedWords(q).map(
      (word) => Prisma.sql`(
        r.folded_title LIKE ${like(word)}
        OR lower(r.project_acronym) LIKE ${like(word)} OR lower(r.programme) LIKE ${like(word)} OR r.project_number = ${word}
        OR EXISTS (
          SELECT FROM relation_party rp
          LEFT JOIN actor_name n ON n.actor_id = rp.actor_id AND n.folded LIKE ${like(word)}
          LEFT JOIN place_name pn ON pn.place_id = rp.place_id AND pn.folded LIKE ${like(word)}
          WHERE rp.relation_id = r.id
            AND (n.actor_id IS NOT NULL OR pn.place_id IS NOT NULL OR lower(rp.place_name) LIKE ${like(fold(word))})))`,
    ),
  )

/**
 * What the filters say of a relation `r` beyond relationConditions of the actors room: words, places and freshness.
 * A relation belongs to a territory when any party's home is in it (9-decisions, Home and curator).
 */
export function ownConditions(filter: Filter, territoryIds: readonly string[] | null): Prisma.Sql {
  const conditions: Prisma.Sql[] = []
  const scope = filter.scope ?? 'international'
  if (scope !== 'all') conditions.push(Prisma.sql`r.is_international = ${scope === 'international'}`)
  if (filter.country) conditions.push(Prisma.sql`r.countries && ${filter.country}::text[]`)
  if (filter.region?.length === 2) conditions.push(Prisma.sql`r.countries && ARRAY[${filter.region}]`)
  else if (filter.region)
    conditions.push(
      Prisma.sql`r.id IN (SELECT reach.relation_id FROM relation_reach reach WHERE reach.regions && ARRAY[${filter.region}])`,
    )
  if (filter.sector) conditions.push(Prisma.sql`r.sectors && ${filter.sector.flatMap(withDivisions)}::text[]`)
  if (filter.q !== undefined) conditions.push(saysWords(filter.q))
  if (filter.kind)
    conditions.push(Prisma.sql`EXISTS (
      SELECT FROM relation_party rp JOIN actor a ON a.id = rp.actor_id
      WHERE rp.relation_id = r.id AND a.kind = ANY(${filter.kind}::actor_kind[]))`)
  if (territoryIds !== null)
    conditions.push(Prisma.sql`EXISTS (
      SELECT FROM relation_party rp LEFT JOIN actor a ON a.id = rp.actor_id
      WHERE rp.relation_id = r.id AND coalesce(a.home_territory_id, rp.home_territory_id) = ANY(${territoryIds}::uuid[]))`)
  if (filter.bbox) {
    const [west, south, east, north] = filter.bbox
    const inside =
      west <= east
        ? Prisma.sql`rp.longitude BETWEEN ${west} AND ${east}`
        : Prisma.sql`(rp.longitude >= ${west} OR rp.longitude <= ${east})`
    conditions.push(Prisma.sql`EXISTS (
      SELECT FROM public_relation_party rp WHERE rp.relation_id = r.id AND rp.latitude BETWEEN ${south} AND ${north} AND ${inside})`)
  }
  return all(conditions)
}

/** When a relation `r` was last confirmed. */
export const verifiedAt = Prisma.sql`r.verified_at`

export const isAmong = (ids: readonly string[]): Prisma.Sql => Prisma.sql`r.id = ANY(${ids}::uuid[])`

/** A relation `r` with this actor among its parties: read first, or a page would go through all relations in its order. */
export const withParty = (actorId: string): Prisma.Sql =>
  Prisma.sql`r.id = ANY(ARRAY(SELECT rp.relation_id FROM relation_party rp WHERE rp.actor_id = ${actorId}::uuid))`

// Names of parties in the reader's language; only public points leave the house.
export const partyList = (locale: string, most: number): Prisma.Sql => Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT count(*)::int AS party_count, jsonb_agg(jsonb_build_object(
      'role', p.role, 'actor', p.actor, 'placeId', p.place_id, 'name', jsonb_build_object('value', p.name, 'language', p.language),
      'city', p.city, 'country', p.country, 'longitude', p.longitude, 'latitude', p.latitude
    ) ORDER BY p.position) FILTER (WHERE p.position < ${most}) AS parties
    FROM (
      SELECT rp.position, rp.role, rp.place_id,
        CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('id', a.id, 'slug', a.slug, 'kind', a.kind, 'homeTerritoryId', a.home_territory_id) END AS actor,
        coalesce(label.value, g.name, rp.place_name, '') AS name, label.language, a.city,
        coalesce(a.country, g.country, rp.country) AS country,
        coalesce(a.public_longitude, g.longitude, rp.longitude) AS longitude,
        coalesce(a.public_latitude, g.latitude, rp.latitude) AS latitude
      FROM relation_party rp
      LEFT JOIN actor a ON a.id = rp.actor_id
      LEFT JOIN place g ON g.id = rp.place_id
      LEFT JOIN LATERAL (
        SELECT n.value, n.language FROM actor_name n
        WHERE n.actor_id = rp.actor_id AND n.kind = 'label' AND (n.language = ${locale} OR n.is_original)
        ORDER BY n.language = ${locale} DESC LIMIT 1
      ) AS label ON TRUE
      WHERE rp.relation_id = r.id
    ) AS p
  ) AS ends ON TRUE
  LEFT JOIN LATERAL (
    SELECT h.id, h.slug, n.value AS name FROM actor h
    JOIN actor_name n ON n.actor_id = h.id AND n.kind = 'label' AND (n.language = ${locale} OR n.is_original)
    WHERE h.id = r.holder_id ORDER BY n.language = ${locale} DESC LIMIT 1
  ) AS holder ON TRUE`

export const summary = (locale: string): Prisma.Sql => Prisma.sql`
  r.id, r.slug, r.type::text AS type, r.direction::text AS direction, r.state::text AS state, r.title, ${locale}::text AS locale,
  ends.party_count, coalesce(ends.parties, '[]') AS parties, r.countries, r.is_international, r.started, r.ended, r.renewed,
  r.programme, r.project_acronym, r.usable_by_firms::text AS usable_by_firms,
  CASE WHEN holder.id IS NOT NULL THEN jsonb_build_object('id', holder.id, 'slug', holder.slug, 'name', holder.name) END AS holder,
  r.verified_at, r.demo, r.fictitious`

type Sort = 'name' | '-name' | 'started' | '-started' | 'verified' | '-verified'
/** What the position after a row is made of, in each order. */
export const relationPositions: Record<Sort, readonly KeyPart[]> = {
  name: ['text', 'id'],
  '-name': ['text', 'id'],
  started: ['time', 'id'],
  '-started': ['time', 'id'],
  verified: ['time', 'id'],
  '-verified': ['time', 'id'],
}

// What each order sorts by, as text so that one comparison serves them all; ids break ties.
const sortValue: Record<Sort, Prisma.Sql> = {
  name: Prisma.sql`r.folded_title`,
  '-name': Prisma.sql`r.folded_title`,
  started: Prisma.sql`coalesce(r.started_earliest, 'infinity'::date)`,
  '-started': Prisma.sql`coalesce(r.started_earliest, '-infinity'::date)`,
  verified: Prisma.sql`coalesce(r.verified_at, '-infinity'::timestamptz)`,
  '-verified': Prisma.sql`coalesce(r.verified_at, '-infinity'::timestamptz)`,
}
const sortType: Record<Sort, Prisma.Sql> = {
  name: Prisma.sql`text`,
  '-name': Prisma.sql`text`,
  started: Prisma.sql`date`,
  '-started': Prisma.sql`date`,
  verified: Prisma.sql`timestamptz`,
  '-verified': Prisma.sql`timestamptz`,
}

export const listPublicRelations = (
  where: Prisma.Sql,
  page: {
    sort: Sort
    after: readonly (string | number | null)[] | null
    limit: number
    locale: string
    parties: number
  },
): Prisma.Sql => {
  const value = sortValue[page.sort]
  const [ascending, direction] = page.sort.startsWith('-')
    ? [Prisma.sql`<`, Prisma.sql`DESC`]
    : [Prisma.sql`>`, Prisma.sql`ASC`]
  const after =
    page.after === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(${value}, r.id) ${ascending} (${page.after[0]}::${sortType[page.sort]}, ${page.after[1]}::uuid)`
  return Prisma.sql`
    SELECT ${summary(page.locale)}, jsonb_build_array((${value})::text, r.id) AS key
    FROM (
      SELECT r.* FROM public_relation r WHERE ${where} AND ${after} ORDER BY ${value} ${direction}, r.id ${direction} LIMIT ${page.limit}
    ) AS r ${partyList(page.locale, page.parties)}
    ORDER BY ${value} ${direction}, r.id ${direction}`
}

export const countPublicRelations = (where: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT r.type::text AS type, r.state::text AS state, count(*)::int AS relations FROM public_relation r WHERE ${where} GROUP BY r.type, r.state`

/** Countries met by the relations, each counted once a relation. */
export const countPublicRelationsByCountry = (where: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT met.country, count(*)::int AS relations FROM public_relation r, unnest(r.countries) AS met(country)
  WHERE ${where} GROUP BY met.country ORDER BY relations DESC, met.country`

export const countPublicRelationsByDecade = (where: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT (date_part('year', r.started_earliest)::int / 10) * 10 AS decade, r.state::text AS state, count(*)::int AS relations
  FROM public_relation r WHERE ${where} GROUP BY 1, 2 ORDER BY 1`

/** How complete the data are (2-domain, Territory): confirmed in 12 months, with a holder, with a start. */
export const coverageOfPublicRelations = (where: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT count(*)::int AS total, count(*) FILTER (WHERE r.verified_at > now() - interval '12 months')::int AS confirmed,
         count(r.holder_id)::int AS with_holder, count(DISTINCT r.holder_id)::int AS holders, count(r.started)::int AS with_start,
         count(*) FILTER (WHERE r.usable_by_firms IN ('yes', 'on_request'))::int AS usable
  FROM public_relation r WHERE ${where}`

/** One relation's parties and holder, for its page. */
export const partiesOfRelation = (id: string, locale: string): Prisma.Sql => Prisma.sql`
  SELECT ${summary(locale)} FROM relation r ${partyList(locale, 1000)} WHERE r.id = ${id}::uuid`

/** Relations that tie all of these ends together already; `keys` are partyKey texts of actors and places. */
export const tiesBetween = (
  ends: { actorIds: readonly string[]; placeIds: readonly number[] },
  exceptId: string | null,
  locale: string,
): Prisma.Sql => Prisma.sql`
  SELECT ${summary(locale)}
  FROM public_relation r ${partyList(locale, 6)}
  WHERE r.id::text IS DISTINCT FROM ${exceptId}
    AND (SELECT count(*) FROM relation_party rp WHERE rp.relation_id = r.id
      AND (rp.actor_id = ANY(${ends.actorIds}::uuid[]) OR rp.place_id = ANY(${ends.placeIds}::int[]))) >= 2
  ORDER BY r.started_earliest DESC NULLS LAST, r.id LIMIT 5`

/** Addresses of public relations from one on, for the sitemap. */
export const addressesOfRelations = (from: string, limit: number): Prisma.Sql => Prisma.sql`
  SELECT r.slug, r.updated_at AS "updatedAt" FROM public_relation r WHERE r.slug >= ${from} ORDER BY r.slug LIMIT ${limit}`

/** The first address of each file of `size` public relations. */
export const addressStartsOfRelations = (size: number): Prisma.Sql => Prisma.sql`
  SELECT n.slug FROM (SELECT r.slug, row_number() OVER (ORDER BY r.slug) AS at FROM public_relation r) AS n
  WHERE (n.at - 1) % ${size}::int = 0 ORDER BY n.slug`

export const publicRelationsById = (ids: readonly string[], locale: string): Prisma.Sql => Prisma.sql`
  SELECT ${summary(locale)} FROM public_relation r ${partyList(locale, 3)} WHERE r.id = ANY(${ids}::uuid[])`

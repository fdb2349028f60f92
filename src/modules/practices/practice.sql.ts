import { isId } from '@/core/id'
import { like } from '@/core/like'
import type { KeyPart } from '@/core/page'
import { Prisma } from '@/generated/prisma/client'
import { type Filter, foldedWords } from '@/modules/taxonomy/filter.schema'
import { withDivisions } from '@/modules/taxonomy/taxonomy.schema'
import { all } from '@/platform/condition'

// As in relation.sql: public pages read the views, the desk's list takes the viewer's territories as a parameter.

/**
 * A practice `p` whose title, keywords, project or organisation in charge carry every word. Who is in charge is looked for
 * among the practices of `among`: everybody searches the public view, where nobody else is named.
 */
export const saysWords = (q: string, among: Prisma.Sql): Prisma.Sql =>
  all(
    foldedWords(q).map(
      (word) => Prisma.sql`p.id IN (
        SELECT t.id FROM practice t WHERE practice_says(t.folded_title, t.folded_titles, t.keywords, t.from_project) LIKE ${like(word)}
        UNION ALL SELECT c.id FROM actor_name n JOIN ${among} c ON c.in_charge_id = n.actor_id WHERE n.folded LIKE ${like(word)})`,
    ),
  )

const publicActor = (slugOrId: string): Prisma.Sql =>
  isId(slugOrId)
    ? Prisma.sql`SELECT h.id FROM public_actor h WHERE h.id = ${slugOrId}::uuid`
    : Prisma.sql`SELECT h.id FROM public_actor h WHERE h.slug = ${slugOrId}`

/** A practice `p` of one of these classes; without any that a group published it is of the class `none`. */
const judgedAs = (states: NonNullable<Filter['reviewed']>): Prisma.Sql =>
  states.includes('none')
    ? Prisma.sql`p.id NOT IN (SELECT c.practice_id FROM public_practice_class c WHERE c.result_class <> ALL(${states}::text[]))`
    : Prisma.sql`p.id IN (SELECT c.practice_id FROM public_practice_class c WHERE c.result_class = ANY(${states}::text[]))`

/** What the filters say of a practice `p` (a row of public_practice). A territory counts what is at home in it. */
export function practiceConditions(filter: Filter, territoryIds: readonly string[] | null): Prisma.Sql {
  const conditions: Prisma.Sql[] = []
  if (filter.q !== undefined) conditions.push(saysWords(filter.q, Prisma.sql`public_practice`))
  if (filter.country) conditions.push(Prisma.sql`p.country = ANY(${filter.country}::bpchar[])`)
  if (filter.region?.length === 2) conditions.push(Prisma.sql`p.country = ${filter.region}`)
  else if (filter.region)
    conditions.push(
      Prisma.sql`coalesce(p.nuts_code, (SELECT g.nuts_code FROM place g WHERE g.id = p.place_id)) LIKE ${`${filter.region}%`}`,
    )
  if (territoryIds !== null) conditions.push(Prisma.sql`p.home_territory_id = ANY(${territoryIds}::uuid[])`)
  if (filter.sector) conditions.push(Prisma.sql`p.sectors && ${filter.sector.flatMap(withDivisions)}::text[]`)
  if (filter.theme) conditions.push(Prisma.sql`p.themes && ${filter.theme}::text[]`)
  if (filter.programme) conditions.push(Prisma.sql`lower(p.from_project) = lower(${filter.programme})`)
  if (filter.since)
    conditions.push(Prisma.sql`coalesce(edtf_latest(p.ended), 'infinity') >= make_date(${filter.since}::int, 1, 1)`)
  if (filter.until)
    conditions.push(
      Prisma.sql`coalesce(edtf_earliest(p.started), '-infinity') <= make_date(${filter.until}::int, 12, 31)`,
    )
  if (filter.kind)
    conditions.push(
      Prisma.sql`EXISTS (SELECT FROM actor k WHERE k.id = p.in_charge_id AND k.kind = ANY(${filter.kind}::actor_kind[]))`,
    )
  if (filter.reviewed) conditions.push(judgedAs(filter.reviewed))
  if (filter.holder) conditions.push(Prisma.sql`p.in_charge_id = (${publicActor(filter.holder)})`)
  if (filter.bbox) {
    const [west, south, east, north] = filter.bbox
    conditions.push(
      Prisma.sql`p.latitude BETWEEN ${south} AND ${north}`,
      west <= east
        ? Prisma.sql`p.longitude BETWEEN ${west} AND ${east}`
        : Prisma.sql`(p.longitude >= ${west} OR p.longitude <= ${east})`,
    )
  }
  return all(conditions)
}

/** A practice `p` that this actor is in charge of or takes part in, as everybody may see. */
export const withActor = (actorId: string): Prisma.Sql => Prisma.sql`p.id = ANY(ARRAY(
  SELECT c.id FROM public_practice c WHERE c.in_charge_id = ${actorId}::uuid
  UNION ALL SELECT pa.practice_id FROM practice_actor pa WHERE pa.actor_id = ${actorId}::uuid))`

/** A practice `p` that rests on this relation. */
export const withRelation = (relationId: string): Prisma.Sql =>
  Prisma.sql`p.id = ANY(ARRAY(SELECT pr.practice_id FROM practice_relation pr WHERE pr.relation_id = ${relationId}::uuid))`

/** Names beside a practice `p`: its place, and who is in charge, in the reader's language where there is one. */
export const namesBeside = (locale: string): Prisma.Sql => Prisma.sql`
  LEFT JOIN place g ON g.id = p.place_id
  LEFT JOIN LATERAL (
    SELECT h.id, h.slug, h.kind, n.value AS name, n.language FROM actor h
    JOIN actor_name n ON n.actor_id = h.id AND n.kind = 'label' AND (n.language = ${locale} OR n.is_original)
    WHERE h.id = p.in_charge_id ORDER BY n.language = ${locale} DESC LIMIT 1
  ) AS charge ON TRUE
  LEFT JOIN LATERAL (
    SELECT r.name FROM nuts_region r WHERE r.code = coalesce(p.nuts_code, g.nuts_code) ORDER BY r.version DESC LIMIT 1
  ) AS nuts ON TRUE`

export const summary = Prisma.sql`
  p.id, p.slug, p.title, p.summary, p.themes, p.axes, p.sectors, p.scope::text AS scope, p.country,
  coalesce(p.nuts_code, g.nuts_code) AS "nutsCode", nuts.name AS region, p.place_id AS "placeId", g.name AS place,
  p.longitude, p.latitude, p."precision"::text AS "precision", p.started, p.ended, p.ongoing,
  CASE WHEN charge.id IS NOT NULL THEN jsonb_build_object(
    'id', charge.id, 'slug', charge.slug, 'kind', charge.kind, 'name', charge.name, 'language', charge.language) END AS "inCharge",
  p.verified_at AS "verifiedAt", p.published_at AS "publishedAt", p.demo, p.fictitious,
  EXISTS (SELECT FROM public_practice_result judged WHERE judged.practice_id = p.id AND NOT judged.demo) AS reviewed,
  (SELECT jsonb_build_object('resultClass', c.result_class, 'demo', c.demo) FROM public_practice_class c WHERE c.practice_id = p.id) AS judged`

type Sort = 'name' | '-name' | 'started' | '-started'
/** What the position after a row is made of, in each order. */
export const practicePositions: Record<Sort, readonly KeyPart[]> = {
  name: ['text', 'id'],
  '-name': ['text', 'id'],
  started: ['time', 'id'],
  '-started': ['time', 'id'],
}

const sortValue: Record<Sort, Prisma.Sql> = {
  name: Prisma.sql`p.folded_title`,
  '-name': Prisma.sql`p.folded_title`,
  started: Prisma.sql`coalesce(edtf_earliest(p.started), 'infinity'::date)`,
  '-started': Prisma.sql`coalesce(edtf_earliest(p.started), '-infinity'::date)`,
}
const sortType: Record<Sort, Prisma.Sql> = {
  name: Prisma.sql`text`,
  '-name': Prisma.sql`text`,
  started: Prisma.sql`date`,
  '-started': Prisma.sql`date`,
}

/** One page of a list: what comes after a position, in an order. */
export type PracticePage = {
  sort: Sort
  after: readonly (string | number | null)[] | null
  limit: number
  /** Whose names stand beside; none of the interface = as they were first written. */
  locale: string
}

/** Columns of public practices `p` and their names beside them, one page by key. */
export const practicePage = (columns: Prisma.Sql, where: Prisma.Sql, page: PracticePage): Prisma.Sql => {
  const value = sortValue[page.sort]
  const [beyond, direction] = page.sort.startsWith('-')
    ? [Prisma.sql`<`, Prisma.sql`DESC`]
    : [Prisma.sql`>`, Prisma.sql`ASC`]
  const after =
    page.after === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(${value}, p.id) ${beyond} (${page.after[0]}::${sortType[page.sort]}, ${page.after[1]}::uuid)`
  return Prisma.sql`
    SELECT ${columns}, jsonb_build_array((${value})::text, p.id) AS key
    FROM (
      SELECT p.* FROM public_practice p WHERE ${where} AND ${after} ORDER BY ${value} ${direction}, p.id ${direction} LIMIT ${page.limit}
    ) AS p ${namesBeside(page.locale)}
    ORDER BY ${value} ${direction}, p.id ${direction}`
}

export const listPublicPractices = (where: Prisma.Sql, page: PracticePage): Prisma.Sql =>
  practicePage(summary, where, page)

export const countPublicPractices = (where: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`SELECT count(*)::int AS total FROM public_practice p WHERE ${where}`

export const publicPracticesById = (ids: readonly string[], locale: string): Prisma.Sql => Prisma.sql`
  SELECT ${summary} FROM public_practice p ${namesBeside(locale)} WHERE p.id = ANY(${ids}::uuid[])`

/** What stands beside one practice, whatever its state. */
export const besidePractice = (id: string, locale: string): Prisma.Sql => Prisma.sql`
  SELECT ${summary} FROM practice p ${namesBeside(locale)} WHERE p.id = ${id}::uuid`

/** Addresses of public practices from one on, for the sitemap. */
export const addressesOfPractices = (from: string, limit: number): Prisma.Sql => Prisma.sql`
  SELECT p.slug, p.updated_at AS "updatedAt" FROM public_practice p WHERE p.slug >= ${from} ORDER BY p.slug LIMIT ${limit}`

/** The first address of each file of `size` public practices. */
export const addressStartsOfPractices = (size: number): Prisma.Sql => Prisma.sql`
  SELECT n.slug FROM (SELECT p.slug, row_number() OVER (ORDER BY p.slug) AS at FROM public_practice p) AS n
  WHERE (n.at - 1) % ${size}::int = 0 ORDER BY n.slug`

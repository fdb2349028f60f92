import { Prisma } from '@/generated/prisma/client'
import type { MatrixFacet, MatrixFilter } from '@/modules/adoption/matrix.schema'
import { all } from '@/platform/condition'

/** What the filters say of a practice `p`. */
const ofPractice = ({ theme, axis, reviewed }: MatrixFilter): Prisma.Sql =>
  all([
    ...(theme === undefined ? [] : [Prisma.sql`${theme} = ANY(p.themes)`]),
    ...(axis === undefined ? [] : [Prisma.sql`${axis} = ANY(p.axes)`]),
    ...(reviewed === undefined
      ? []
      : [
          Prisma.sql`coalesce((SELECT c.result_class FROM public_practice_class c WHERE c.practice_id = p.id), 'none') = ${reviewed}`,
        ]),
  ])

/**
 * What a filter chooses: hit, what is recorded, and chosen, the practices. Public views alone. inside: the
 * territory of the filter and all within it.
 */
function selection(filter: MatrixFilter, inside: readonly string[] | null): Prisma.Sql {
  const { state, rows } = filter
  const hit = all([
    ofPractice(filter),
    ...(state === undefined ? [] : [Prisma.sql`x.state = ${state}::transfer_state`]),
    ...(inside === null
      ? []
      : [Prisma.sql`(x.territory_id = ANY(${inside}::uuid[]) OR p.home_territory_id = ANY(${inside}::uuid[]))`]),
  ])
  const isHit = Prisma.sql`EXISTS (SELECT FROM hit WHERE hit.practice_id = p.id)`
  const isShown =
    rows !== 'all'
      ? isHit
      : inside === null
        ? Prisma.sql`TRUE`
        : Prisma.sql`(p.home_territory_id = ANY(${inside}::uuid[]) OR ${isHit})`
  return Prisma.sql`
    hit AS MATERIALIZED (
      SELECT x.id, x.practice_id, x.territory_id, x.state::text AS state, x.since
      FROM public_practice_transfer x JOIN public_practice p ON p.id = x.practice_id WHERE ${hit}
    ), chosen AS MATERIALIZED (
      SELECT p.id, p.slug, p.folded_title, p.home_territory_id FROM public_practice p WHERE ${ofPractice(filter)} AND ${isShown}
    )`
}

/**
 * The matrix in one row: how many practices there are, one page of them, what is recorded of these, and the sums of the
 * whole selection by territory and state.
 */
export function adoptionMatrix(filter: MatrixFilter, inside: readonly string[] | null, limit: number): Prisma.Sql {
  const { after } = filter
  const beyond =
    after === undefined ? Prisma.sql`TRUE` : Prisma.sql`(c.folded_title, c.id) > (${after[0]}, ${after[1]}::uuid)`
  return Prisma.sql`
    WITH ${selection(filter, inside)}, page AS MATERIALIZED (
      SELECT c.* FROM chosen c WHERE ${beyond} ORDER BY c.folded_title, c.id LIMIT ${limit}
    )
    SELECT (SELECT count(*)::int FROM chosen) AS total,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'slug', c.slug, 'title', t.title, 'homeId', c.home_territory_id,
          'key', jsonb_build_array(c.folded_title, c.id),
          'relations', (SELECT coalesce(jsonb_agg(r.id ORDER BY r.id), '[]') FROM practice_relation l
            JOIN public_relation r ON r.id = l.relation_id WHERE l.practice_id = c.id)) ORDER BY c.folded_title, c.id)
        FROM page c JOIN public_practice t ON t.id = c.id), '[]') AS rows,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', h.id, 'practiceId', h.practice_id, 'territoryId', h.territory_id,
          'state', h.state, 'since', h.since)) FROM hit h JOIN page c ON c.id = h.practice_id), '[]') AS cells,
      coalesce((SELECT jsonb_agg(jsonb_build_object('territoryId', s.territory_id, 'adopted', s.adopted, 'others', s.others))
        FROM (SELECT territory_id, count(*) FILTER (WHERE state = 'adopted')::int AS adopted,
            count(*) FILTER (WHERE state <> 'adopted')::int AS others FROM hit GROUP BY 1) AS s), '[]') AS sums,
      coalesce((SELECT jsonb_agg(jsonb_build_object('territoryId', o.home_territory_id, 'own', o.own))
        FROM (SELECT home_territory_id, count(*)::int AS own FROM chosen WHERE home_territory_id IS NOT NULL GROUP BY 1) AS o), '[]') AS homes`
}

/** Every transfer of the selection as rows of a file, in the order of the matrix: of practices, then of territories. */
export function adoptionRows(filter: MatrixFilter, inside: readonly string[] | null, limit: number): Prisma.Sql {
  const { state } = filter
  return Prisma.sql`
    SELECT x.id FROM public_practice_transfer x
    JOIN public_practice p ON p.id = x.practice_id JOIN territory t ON t.id = x.territory_id
    WHERE ${ofPractice(filter)}
      AND (${state ?? null}::text IS NULL OR x.state::text = ${state ?? null}::text)
      AND (${inside === null} OR x.territory_id = ANY(${inside ?? []}::uuid[]) OR p.home_territory_id = ANY(${inside ?? []}::uuid[]))
    ORDER BY p.folded_title, p.id, t.folded_name, x.id LIMIT ${limit}`
}

/** What each answer to a filter of the matrix would leave: practices, beside every other filter. */
export function countMatrixBy(
  facet: MatrixFacet,
  { filter, inside, lines }: { filter: MatrixFilter; inside: readonly string[] | null; lines: Lines },
): Prisma.Sql {
  const counted = countedBy(facet, lines)
  return Prisma.sql`
    WITH ${selection(filter, inside)}
    SELECT said.value, count(DISTINCT said.practice_id)::int AS count FROM (${counted}) AS said WHERE said.value IS NOT NULL GROUP BY 1`
}

/** Each territory beside itself and all above it. */
type Lines = readonly (readonly [within: string, above: string])[]

function countedBy(facet: MatrixFacet, lines: Lines): Prisma.Sql {
  const ofChosen = (value: Prisma.Sql, join: Prisma.Sql) =>
    Prisma.sql`SELECT ${value} AS value, p.id AS practice_id FROM chosen c JOIN public_practice p ON p.id = c.id ${join}`
  switch (facet) {
    case 'theme':
      return ofChosen(Prisma.sql`met.theme`, Prisma.sql`CROSS JOIN LATERAL unnest(p.themes) AS met(theme)`)
    case 'axis':
      return ofChosen(Prisma.sql`met.axis`, Prisma.sql`CROSS JOIN LATERAL unnest(p.axes) AS met(axis)`)
    case 'reviewed':
      return ofChosen(
        Prisma.sql`coalesce(j.result_class, 'none')`,
        Prisma.sql`LEFT JOIN public_practice_class j ON j.practice_id = p.id`,
      )
    case 'state':
      return Prisma.sql`SELECT h.state AS value, h.practice_id FROM hit h`
    case 'territory': {
      const [within, above] = [lines.map(([one]) => one), lines.map(([, over]) => over)]
      return Prisma.sql`
        SELECT t.above::text AS value, near.practice_id FROM (
          SELECT h.territory_id, h.practice_id FROM hit h
          UNION ALL SELECT c.home_territory_id, c.id FROM chosen c
        ) AS near JOIN unnest(${within}::uuid[], ${above}::uuid[]) AS t(within, above) ON t.within = near.territory_id`
    }
  }
}

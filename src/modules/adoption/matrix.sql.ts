import { Prisma } from '@/generated/prisma/client'
import type { MatrixFilter } from '@/modules/adoption/matrix.schema'

const all = (conditions: readonly Prisma.Sql[]) => Prisma.join([Prisma.sql`TRUE`, ...conditions], ' AND ')

/** What the filters say of a practice `p`. */
const ofPractice = ({ theme, axis }: MatrixFilter): Prisma.Sql =>
  all([
    ...(theme === undefined ? [] : [Prisma.sql`${theme} = ANY(p.themes)`]),
    ...(axis === undefined ? [] : [Prisma.sql`${axis} = ANY(p.axes)`]),
  ])

/**
 * The matrix in one row: how many practices there are, one page of them, what is recorded of these, and the sums of the
 * whole selection by territory and state. Public views alone. `inside`: the territory of the filter and all within it.
 */
export function adoptionMatrix(filter: MatrixFilter, inside: readonly string[] | null, limit: number): Prisma.Sql {
  const { state, after, rows } = filter
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
  const beyond =
    after === undefined ? Prisma.sql`TRUE` : Prisma.sql`(c.folded_title, c.id) > (${after[0]}, ${after[1]}::uuid)`
  return Prisma.sql`
    WITH hit AS MATERIALIZED (
      SELECT x.id, x.practice_id, x.territory_id, x.state::text AS state, x.since
      FROM public_practice_transfer x JOIN public_practice p ON p.id = x.practice_id WHERE ${hit}
    ), chosen AS MATERIALIZED (
      SELECT p.id, p.slug, p.folded_title, p.home_territory_id FROM public_practice p WHERE ${ofPractice(filter)} AND ${isShown}
    ), page AS MATERIALIZED (
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

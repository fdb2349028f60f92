import type { CoverCell, UnitBox } from '@/core/grid'
import { Prisma } from '@/generated/prisma/client'
import { insideUnits } from '@/modules/actors/box.sql'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { all } from '@/platform/condition'

/** The levels of the grid that map_cell holds sums of (docs/decisions/018). */
export const summedLevels = { coarsest: 2, finest: 11 }

/** What filters say of a row `m` of map_cell, which holds public actors only. */
const sumConditions = (filter: Filter, territoryIds: readonly string[] | null): Prisma.Sql => {
  const conditions: Prisma.Sql[] = []
  if (filter.kind) conditions.push(Prisma.sql`m.kind = ANY(${filter.kind}::actor_kind[])`)
  if (filter.country) conditions.push(Prisma.sql`m.country = ANY(${filter.country}::bpchar[])`)
  if (territoryIds !== null) conditions.push(Prisma.sql`m.home = ANY(${territoryIds}::uuid[])`)
  return all(conditions)
}

/** Cells as rows `t`: level, number, and the box they are cut by. LATERAL and OFFSET, or the planner joins them to all there is. */
const given = (cells: readonly CoverCell[]): Prisma.Sql => {
  const column = (value: (cell: CoverCell) => number) => Prisma.sql`${cells.map((cell) => String(value(cell)))}`
  return Prisma.sql`unnest(
    ${column(({ level }) => level)}::int[], ${column(({ cell }) => cell)}::bigint[],
    ${column(({ box }) => box.west)}::int[], ${column(({ box }) => box.east)}::int[],
    ${column(({ box }) => box.north)}::int[], ${column(({ box }) => box.south)}::int[]
  ) AS t(level, cell, west, east, north, south)`
}

/** Rows of map_cell that make up whole cells: their own, or all those of `level` within them when these are finer. */
const sumsOf = (cells: readonly CoverCell[], level: number, where: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT m.* FROM ${given(cells)} CROSS JOIN LATERAL (
    SELECT m.* FROM map_cell m
    WHERE m.level = greatest(t.level, ${level}::int)
      AND m.cell BETWEEN t.cell << 2 * greatest(0, ${level}::int - t.level) AND ((t.cell + 1) << 2 * greatest(0, ${level}::int - t.level)) - 1
      AND ${where} OFFSET 0
  ) AS m`

/** Actors `a` of cells, those of a cut cell only inside its box. Read from the index actor_public_map where that is enough. */
const actorsOf = (cells: readonly CoverCell[], where: Prisma.Sql): Prisma.Sql => Prisma.sql`
  ${given(cells)} CROSS JOIN LATERAL (
    SELECT a.id, a.kind, a.home_territory_id, a.mx, a.my, a.mz FROM public_actor a
    WHERE a.mz BETWEEN t.cell << 2 * (30 - t.level) AND ((t.cell + 1) << 2 * (30 - t.level)) - 1
      AND a.mx BETWEEN t.west AND t.east AND a.my BETWEEN t.north AND t.south AND ${where} OFFSET 0
  ) AS a`

const counted = (from: Prisma.Sql, level: number): Prisma.Sql => Prisma.sql`
  SELECT a.mz >> ${2 * (30 - level)}::int AS cell, a.kind, map_home(a.home_territory_id) AS home, count(*) AS actors,
         sum(a.mx) AS mx, sum(a.my) AS my, min(a.mx) AS west, max(a.mx) AS east, min(a.my) AS north, max(a.my) AS south,
         min(a.id::text COLLATE "C") AS one
  FROM ${from} GROUP BY 1, 2, 3`

/** The answer as one text: thousands of small rows cost more to hand over one by one than to count. */
const written = (cells: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT coalesce(json_agg(json_build_array(c.cell::text, c.kind, nullif(c.home::text, '00000000-0000-0000-0000-000000000000'),
    c.actors, c.mx, c.my, c.west, c.east, c.north, c.south, c.one)), '[]')::text AS cells FROM (${cells}) AS c`

/** Where to look: everywhere, or in the cells of a cover. */
type Where = { filter: Filter; territoryIds: readonly string[] | null; cover: readonly CoverCell[] | null }

/** Actors by cell of a level, kind and home, from the sums; those of cut cells from the actors (`conditions`). */
export function cellsFromSums(
  { filter, territoryIds, cover }: Where,
  level: number,
  conditions: Prisma.Sql,
): Prisma.Sql {
  const where = sumConditions(filter, territoryIds)
  const whole = cover === null ? null : cover.filter(({ isWhole }) => isWhole)
  const cut = (cover ?? []).filter(({ isWhole }) => !isWhole)
  const sums =
    whole === null
      ? Prisma.sql`SELECT m.* FROM map_cell m WHERE m.level = ${level}::int AND ${where}`
      : sumsOf(whole, level, where)
  const parts = [
    Prisma.sql`
      SELECT m.cell >> 2 * (m.level - ${level}::int) AS cell, m.kind, m.home, m.actors, m.mx, m.my, m.west, m.east, m.north, m.south, m.one::text AS one
      FROM (${sums}) AS m`,
    ...(cut.length === 0 ? [] : [counted(actorsOf(cut, conditions), level)]),
  ]
  return written(Prisma.sql`
    SELECT p.cell, p.kind, p.home, sum(p.actors)::int AS actors, sum(p.mx) AS mx, sum(p.my) AS my, min(p.west) AS west, max(p.east) AS east,
           min(p.north) AS north, max(p.south) AS south, min(p.one COLLATE "C") AS one
    FROM (${Prisma.join(parts, ' UNION ALL ')}) AS p GROUP BY 1, 2, 3`)
}

/** The same, counted from the actors of a cover: for filters that the sums know nothing of, and finer levels. */
export const cellsFromActors = (cover: readonly CoverCell[], level: number, conditions: Prisma.Sql): Prisma.Sql =>
  written(counted(actorsOf(cover, conditions), level))

/** The same, for filters that need the table: everywhere, or in boxes. */
export const cellsFromScan = (boxes: readonly UnitBox[] | null, level: number, conditions: Prisma.Sql): Prisma.Sql => {
  const inside = boxes === null ? Prisma.sql`a.mz IS NOT NULL` : insideUnits(boxes)
  return written(counted(Prisma.sql`public_actor a WHERE ${inside} AND ${conditions}`, level))
}

/** Numbers by kind from the sums. Without a cover also those that have no point. */
export function countFromSums({ filter, territoryIds, cover }: Where, conditions: Prisma.Sql): Prisma.Sql {
  const { coarsest } = summedLevels
  const where = sumConditions(filter, territoryIds)
  const cut = (cover ?? []).filter(({ isWhole }) => !isWhole)
  const sums =
    cover === null
      ? Prisma.sql`SELECT m.* FROM map_cell m WHERE m.level = ${coarsest}::int AND ${where}`
      : sumsOf(
          cover.filter(({ isWhole }) => isWhole),
          coarsest,
          where,
        )
  const rest =
    cover === null
      ? Prisma.sql`SELECT a.kind, 1 AS actors, 1 AS pointless FROM public_actor a WHERE a.mz IS NULL AND ${conditions}`
      : Prisma.sql`SELECT a.kind, 1, 0 FROM ${actorsOf(cut, conditions)}`
  const parts = [
    Prisma.sql`SELECT m.kind, m.actors, 0 AS pointless FROM (${sums}) AS m`,
    ...(cover === null || cut.length > 0 ? [rest] : []),
  ]
  return Prisma.sql`
    SELECT p.kind::text AS kind, sum(p.actors)::int AS actors, sum(p.pointless)::int AS without_point
    FROM (${Prisma.join(parts, ' UNION ALL ')}) AS p GROUP BY p.kind`
}

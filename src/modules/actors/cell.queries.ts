import { z } from 'zod'
import { coverOf, isPolar, type UnitBox, unitBoxesOf, worldUnits } from '@/core/grid'
import type { Prisma } from '@/generated/prisma/client'
import { addCells, cellsInMemory } from '@/modules/census/cell-count.queries'
import type { Cell } from '@/modules/census/cell.schema'
import { actorConditions } from '@/modules/actors/actor.sql'
import * as sql from '@/modules/actors/cell.sql'
import { actorKind } from '@/modules/taxonomy/taxonomy.schema'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { territoryIdsWithin } from '@/modules/territories/territory.queries'
import { db } from '@/platform/db'

/** Actors of one kind and home in one cell of the grid, with the sums their centre is computed from, in its units. */
const cellSchema = z.tuple([
  z.string(), // the cell's number
  actorKind,
  z.string().nullable(), // home territory
  z.number(), // actors
  z.number(), // sum of mx
  z.number(), // sum of my
  z.number(), // west
  z.number(), // east
  z.number(), // north
  z.number(), // south
  z.string(), // the lowest id
])
type Part = z.output<typeof cellSchema>
const answerSchema = z.tuple([
  z.object({ cells: z.string().transform((text) => z.array(cellSchema).parse(JSON.parse(text))) }),
])

/** Filters that the sums of map_cell can answer, and those that say nothing about actors. */
const summed = new Set<string>(['kind', 'country', 'territory', 'bbox', 'sort', 'after', 'zoom'])
const isSummed = ({ scope, ...filter }: Filter): boolean =>
  (scope === undefined || scope === 'all') &&
  Object.entries(filter).every(([key, value]) => value === undefined || summed.has(key)) &&
  (filter.bbox === undefined || !isPolar(filter.bbox))

/** A cover says where to look; only near the poles a box says more than units do. */
function conditionsOf({ bbox, ...rest }: Filter, territoryIds: readonly string[] | null): Prisma.Sql {
  return actorConditions({ ...rest, ...(bbox !== undefined && isPolar(bbox) && { bbox }) }, territoryIds)
}

/** The territory a filter names and all below it; null when it names none. */
const territoriesOf = async ({ territory }: Filter): Promise<string[] | null> =>
  territory === undefined ? null : territoryIdsWithin(territory)

/** Where a filter's box and `within` (if given) both are, in units; null is everywhere. */
function boxesOf({ bbox }: Filter, within: readonly UnitBox[] | null): readonly UnitBox[] | null {
  if (bbox === undefined) return within
  const boxes = unitBoxesOf(bbox)
  return within === null ? boxes : boxes.flatMap((box) => within.flatMap((other) => common(box, other) ?? []))
}

function common(one: UnitBox, other: UnitBox): UnitBox | null {
  const [west, east] = [Math.max(one.west, other.west), Math.min(one.east, other.east)]
  const [north, south] = [Math.max(one.north, other.north), Math.min(one.south, other.south)]
  return west > east || north > south ? null : { west, east, north, south }
}

/** Less than three degrees on each side. */
const isSmall = ({ west, east, north, south }: UnitBox): boolean =>
  Math.max(east - west, south - north) < worldUnits / 128

type Asked = { filter: Filter; territoryIds: readonly string[] | null }

/** The question of `findActorCells`; null when there is no place to look at. */
export function cellStatement(
  { filter, territoryIds }: Asked,
  level: number,
  within: readonly UnitBox[] | null,
): Prisma.Sql | null {
  const boxes = boxesOf(filter, within)
  if (boxes?.length === 0) return null
  const conditions = conditionsOf(filter, territoryIds)
  const { finest } = sql.summedLevels
  if (level <= finest && isSummed(filter))
    return sql.cellsFromSums({ filter, territoryIds, cover: boxes && coverOf(boxes, finest) }, level, conditions)
  // Cell by cell from the index alone, or where it is few rows; else in the order the planner thinks best.
  const isCellByCell = boxes !== null && (isSummed(filter) || boxes.every(isSmall))
  return isCellByCell
    ? sql.cellsFromActors(coverOf(boxes, level + 4), level, conditions)
    : sql.cellsFromScan(boxes, level, conditions)
}

const cellOf = ([, kind, home, actors, mx, my, west, east, north, south, one]: Part): Cell => ({
  ...{ actors, mx, my, west, east, north, south, one: actors === 1 ? one : '' },
  byKind: { [kind]: actors },
  byHome: home === null ? {} : { [home]: actors },
})

/** Public actors under a filter by cell of a level (2 to 30); `within` narrows them to boxes of units. */
export async function findActorCells(
  filter: Filter,
  level: number,
  within: readonly UnitBox[] | null,
): Promise<Cell[]> {
  const counted = await cellsInMemory(filter, level, boxesOf(filter, within))
  if (counted !== null) return counted
  const statement = cellStatement({ filter, territoryIds: await territoriesOf(filter) }, level, within)
  if (statement === null) return []
  const [{ cells }] = answerSchema.parse(await db.$queryRaw<unknown[]>(statement))
  const found = new Map<string, Cell>()
  for (const part of cells) {
    const there = found.get(part[0])
    found.set(part[0], there === undefined ? cellOf(part) : addCells(there, cellOf(part)))
  }
  return [...found.values()]
}

/** Numbers of public actors by kind from the sums; null when a filter asks for more than these know. */
export function countStatement({ filter, territoryIds }: Asked): Prisma.Sql | null {
  if (!isSummed(filter)) return null
  const cover = filter.bbox === undefined ? null : coverOf(unitBoxesOf(filter.bbox), sql.summedLevels.finest)
  return sql.countFromSums({ filter, territoryIds, cover }, conditionsOf(filter, territoryIds))
}

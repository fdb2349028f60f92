// The grid of maps: Web Mercator as a square of 2^30 × 2^30 units, as the columns mx and my of an actor count them. A cell
// of level n is a square of 2^(30 - n) units; its number is its Morton code, so that it is one range of mz.
import { type Bbox, boxesOf } from './bbox'
import { maxLatitude, mercatorX, mercatorY } from './mercator'

/** Units along a side of the world. */
export const worldUnits = 2 ** 30

const unit = (part: number) => Math.min(worldUnits - 1, Math.max(0, Math.floor(part * worldUnits)))
/** The column of units a longitude lies in. */
export const unitX = (longitude: number): number => unit(mercatorX(longitude))
/** The row of units a latitude lies in, southwards; beyond 85.05° the first or the last. */
export const unitY = (latitude: number): number => unit(mercatorY(latitude))

/** From the first to the last column and row, both included. */
export type UnitBox = { west: number; east: number; north: number; south: number }

/** Decimals of degrees that show a tenth of a pixel of a world 256 × 2^zoom wide; never more than a centimetre. */
export const decimalsAt = (zoom: number): number =>
  Math.min(7, Math.max(1, Math.ceil(Math.log10((256 * 2 ** zoom) / 360)) + 1))

/** The units a box touches: two boxes when it crosses the antimeridian. */
export const unitBoxesOf = (bbox: Bbox): UnitBox[] =>
  boxesOf(bbox).map(([west, south, east, north]) => ({
    ...{ west: unitX(west), east: unitX(east), north: unitY(north), south: unitY(south) },
  }))

/** Does a box end between the edge of the map and a pole, where units say nothing about latitude? */
export const isPolar = ([, south, , north]: Bbox): boolean =>
  [south, north].some((latitude) => Math.abs(latitude) > maxLatitude && Math.abs(latitude) < 90)

/** The square a tile of the usual pyramid covers, `margin` cells of `level` wider on each side (over the antimeridian). */
export function tileBoxes(
  { z, x, y }: { z: number; x: number; y: number },
  { level, margin }: { level: number; margin: number },
): UnitBox[] {
  const [size, more] = [2 ** (30 - z), margin * 2 ** (30 - level)]
  const north = Math.max(0, y * size - more)
  const south = Math.min(worldUnits, (y + 1) * size + more) - 1
  const [west, east] = [x * size - more, (x + 1) * size + more - 1]
  if (east - west + 1 >= worldUnits) return [{ west: 0, east: worldUnits - 1, north, south }]
  const parts = [{ west: Math.max(0, west), east: Math.min(worldUnits - 1, east), north, south }]
  if (west < 0) parts.push({ west: worldUnits + west, east: worldUnits - 1, north, south })
  if (east >= worldUnits) parts.push({ west: 0, east: east - worldUnits, north, south })
  return parts
}

/** How many cells of a level boxes touch. */
export const cellsIn = (boxes: readonly UnitBox[], level: number): number => {
  const cell = (value: number) => Math.floor(value / 2 ** (30 - level))
  return boxes.reduce(
    (sum, { west, east, north, south }) => sum + (cell(east) - cell(west) + 1) * (cell(south) - cell(north) + 1),
    0,
  )
}

/** A cell that lies wholly in its box, or is cut by the edge of it. */
export type CoverCell = { level: number; cell: number; box: UnitBox; isWhole: boolean }

/** Along a side of a box there are at most about this many of the smallest cells of its cover. */
const mostAlong = 64

/**
 * Cells that hold boxes with as little around them as their edges need, none finer than `finest`. A box that ends on
 * lines of the grid, as those of map and tiles do, is covered exactly.
 */
export function coverOf(boxes: readonly UnitBox[], finest: number): CoverCell[] {
  return boxes.flatMap((box) => {
    const size = Math.max(box.east - box.west, box.south - box.north) + 1
    const enough = Math.max(0, Math.ceil(Math.log2((mostAlong * worldUnits) / size)))
    // Cells of the level that has all four edges among its lines are not cut at all.
    const exact = Math.max(...[box.west, box.east + 1, box.north, box.south + 1].map(levelOfLine))
    const deepest = Math.min(finest, exact <= enough + 2 ? exact : enough)
    const found: CoverCell[] = []
    descend(found, { box, deepest }, { level: 0, cell: 0, x: 0, y: 0 })
    return found
  })
}

/** The coarsest level that has a line there. */
function levelOfLine(at: number): number {
  let level = 0
  while (level < 30 && at % 2 ** (30 - level) !== 0) level++
  return level
}

type Node = { level: number; cell: number; x: number; y: number }

function descend(found: CoverCell[], asked: { box: UnitBox; deepest: number }, { level, cell, x, y }: Node): void {
  const { box, deepest } = asked
  const size = 2 ** (30 - level)
  const [west, north] = [x * size, y * size]
  const [east, south] = [west + size - 1, north + size - 1]
  if (west > box.east || east < box.west || north > box.south || south < box.north) return
  const isWhole = west >= box.west && east <= box.east && north >= box.north && south <= box.south
  if (isWhole || level >= deepest) {
    found.push({ level, cell, box, isWhole })
    return
  }
  for (const [right, down] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const)
    // prettier-ignore
    descend(found, asked, { level: level + 1, cell: cell * 4 + down * 2 + right, x: x * 2 + right, y: y * 2 + down })
}

import { type Bbox, boxesOf } from '@/core/bbox'
import { isPolar, type UnitBox, unitBoxesOf, worldUnits } from '@/core/grid'
import { Prisma } from '@/generated/prisma/client'

/** Degrees from which a box counts as wide: a view of a screen at zoom 7. */
const wide = 5
/** More than a unit of the grid, in degrees. */
const hair = 1e-6

/** What lies in a box is said in units of the grid, for lists as for maps, or their numbers would differ at its edges. */
const touches = ({ west, east, north, south }: UnitBox): Prisma.Sql =>
  Prisma.sql`a.mx BETWEEN ${west}::int AND ${east}::int AND a.my BETWEEN ${north}::int AND ${south}::int`

/** Few rows: found in the GiST index on the public point, then read one by one. The last row of units reaches to the pole. */
const nearBox = ([west, south, east, north]: Bbox, units: UnitBox): Prisma.Sql => {
  const [low, high] = [units.south === worldUnits - 1 ? -90 : south - hair, units.north === 0 ? 90 : north + hair]
  return Prisma.sql`(a.longitude IS NOT NULL AND point(a.longitude, a.latitude) <@ box(point(${west - hair}, ${low}), point(${east + hair}, ${high})) AND ${touches(units)})`
}

/**
 * Many rows: read from the index actor_public_map alone, which is eight to thirteen times as fast with 100,000 actors.
 * The Morton codes of a box lie between those of its corners, with others among them.
 */
const wideBox = (units: UnitBox): Prisma.Sql =>
  Prisma.sql`(a.mz BETWEEN morton(${units.west}::int, ${units.north}::int) AND morton(${units.east}::int, ${units.south}::int) AND ${touches(units)})`

/** Inside one of some boxes of units. */
export const insideUnits = (boxes: readonly UnitBox[]): Prisma.Sql =>
  Prisma.sql`(${Prisma.join(boxes.map(wideBox), ' OR ')})`

/** Inside one of the boxes. */
export const insideBbox = (bbox: Bbox): Prisma.Sql => {
  const units = unitBoxesOf(bbox)
  const boxes = boxesOf(bbox).map((box, at) => {
    const [west, , east] = box
    const own = units[at] ?? { west: 0, east: -1, north: 0, south: -1 }
    return east - west >= wide ? wideBox(own) : nearBox(box, own)
  })
  const inside = Prisma.sql`(${Prisma.join(boxes, ' OR ')})`
  // Beyond 85.05° units end, and latitude says the rest.
  return isPolar(bbox) ? Prisma.sql`(${inside} AND a.latitude BETWEEN ${bbox[1]} AND ${bbox[3]})` : inside
}

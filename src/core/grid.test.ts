import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Bbox } from './bbox'
import { cellsIn, coverOf, tileBoxes, type UnitBox, unitBoxesOf, unitX, unitY, worldUnits } from './grid'
import { latitudeAt } from './mercator'
import { widened } from './view-box'

const box = fc
  .tuple(
    ...[fc.integer({ min: 0, max: worldUnits - 1 }), fc.integer({ min: 0, max: worldUnits - 1 })],
    ...[fc.integer({ min: 0, max: worldUnits - 1 }), fc.integer({ min: 0, max: worldUnits - 1 })],
  )
  .map(([a = 0, b = 0, c = 0, d = 0]): UnitBox => ({
    ...{ west: Math.min(a, b), east: Math.max(a, b), north: Math.min(c, d), south: Math.max(c, d) },
  }))

/** Bits of x and y interleaved, y first. */
const morton = (x: number, y: number, level: number) =>
  Array.from({ length: level }, (_, at) => level - 1 - at).reduce(
    (code, bit) => code * 4 + (Math.floor(y / 2 ** bit) % 2) * 2 + (Math.floor(x / 2 ** bit) % 2),
    0,
  )
const holds = ({ west, east, north, south }: UnitBox, x: number, y: number) =>
  x >= west && x <= east && y >= north && y <= south

test('every unit of a box is in exactly one cell of its cover, and a whole cell holds nothing else', () => {
  const spot = fc.integer({ min: 0, max: worldUnits - 1 })
  fc.assert(
    fc.property(box, spot, spot, fc.integer({ min: 0, max: 20 }), (asked, x, y, finest) => {
      const cells = coverOf([asked], finest)
      const around = cells.filter(({ level, cell }) => morton(Math.floor(x / 2 ** (30 - level)), Math.floor(y / 2 ** (30 - level)), level) === cell) // prettier-ignore
      expect(around.length).toBeLessThanOrEqual(1)
      if (holds(asked, x, y)) expect(around).toHaveLength(1)
      else for (const cell of around) expect(cell.isWhole).toBe(false)
    }),
  )
})

test('a cover is short', () => {
  fc.assert(fc.property(box, (asked) => void expect(coverOf([asked], 26).length).toBeLessThan(1500)))
})

test('the box of a view, written into an address and read again, is made of whole cells', () => {
  const view = fc.tuple(
    fc.double({ min: -179, max: 179, noNaN: true }),
    fc.double({ min: -75, max: 75, noNaN: true }),
    fc.integer({ min: 0, max: 16 }),
  )
  fc.assert(
    fc.property(view, ([longitude, latitude, zoom]) => {
      const [width, height] = [(360 * 1280) / (256 * 2 ** zoom), (360 * 800) / (256 * 2 ** zoom)]
      const seen: Bbox = [
        ...([Math.max(-180, longitude - width / 2), Math.max(-85, latitude - height / 3)] as const),
        ...([Math.min(180, longitude + width / 2), Math.min(85, latitude + height / 3)] as const),
      ]
      for (const cell of coverOf(unitBoxesOf(widened(seen, zoom)), zoom + 2)) expect(cell.isWhole).toBe(true)
    }),
  )
})

test('tiles of one zoom lie side by side and hold the world', () => {
  const boxes = [0, 1, 2, 3].flatMap((x) =>
    [0, 1, 2, 3].flatMap((y) => tileBoxes({ z: 2, x, y }, { level: 5, margin: 0 })),
  )
  const area = boxes.reduce((sum, one) => sum + (one.east - one.west + 1) * (one.south - one.north + 1), 0)
  expect(area).toBe(worldUnits ** 2)
})

test('the margin of a tile at the antimeridian lies on the other side of the world, that of a tile at a pole nowhere', () => {
  const size = worldUnits / 4
  const cell = worldUnits / 32
  expect(tileBoxes({ z: 2, x: 0, y: 0 }, { level: 5, margin: 1 })).toEqual([
    { west: 0, east: size + cell - 1, north: 0, south: size + cell - 1 },
    { west: worldUnits - cell, east: worldUnits - 1, north: 0, south: size + cell - 1 },
  ])
  expect(tileBoxes({ z: 0, x: 0, y: 0 }, { level: 3, margin: 1 })).toEqual([
    { west: 0, east: worldUnits - 1, north: 0, south: worldUnits - 1 },
  ])
})

test('units are counted from the north-western corner and never leave the square', () => {
  expect([unitX(-180), unitX(180), unitX(0)]).toEqual([0, worldUnits - 1, worldUnits / 2])
  expect([unitY(90), unitY(-90), unitY(latitudeAt(0.25 + 1e-9))]).toEqual([0, worldUnits - 1, worldUnits / 4 + 1])
  expect(cellsIn(unitBoxesOf([-180, -90, 180, 90]), 3)).toBe(64)
  expect(cellsIn(unitBoxesOf([170, -10, -170, 10]), 2)).toBe(4)
})

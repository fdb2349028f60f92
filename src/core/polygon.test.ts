import { expect, test } from 'vitest'
import { flatArea, isInside, kmBetween, kmToOutline, shapeOf } from './polygon'

const box = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const at = (longitude: number, latitude: number) => ({ longitude, latitude })

test('a point in a hole is outside', () => {
  const shape = shapeOf([[box(0, 0, 10, 10), box(4, 4, 6, 6)]])
  expect(isInside(shape, at(1, 1))).toBe(true)
  expect(isInside(shape, at(5, 5))).toBe(false)
  expect(isInside(shape, at(11, 5))).toBe(false)
})

test('a ring over the antimeridian holds what lies on both sides of it, and not the rest of the world', () => {
  const shape = shapeOf([[box(170, -10, -170, 10)]])
  expect(isInside(shape, at(175, 0))).toBe(true)
  expect(isInside(shape, at(-175, 0))).toBe(true)
  expect(isInside(shape, at(0, 0))).toBe(false)
})

test('distances are in kilometres', () => {
  const shape = shapeOf([[box(0, 0, 10, 10)]])
  expect(kmToOutline(shape, at(11, 5))).toBeCloseTo(110.8, 0)
  expect(kmToOutline(shape, at(5, 9.9))).toBeCloseTo(11.1, 0)
  expect(kmBetween([10.63, 44.7], [18.01, 53.12])).toBeCloseTo(1079, -1)
  expect(flatArea(shape)).toBe(100)
})

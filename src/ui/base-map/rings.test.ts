import { expect, test } from 'vitest'
import { mercatorX, mercatorY } from '@/core/mercator'
import { holdsPoint, packRings, ringsOf } from './rings'

test('lines are packed one after the other, with their boxes', () => {
  const { xy, starts, boxes } = packRings([
    [
      [-180, 0],
      [0, 0],
    ],
    [[180, 0]],
  ])
  expect([...xy]).toEqual([0, 0.5, 0.5, 0.5, 1, 0.5])
  expect([...starts]).toEqual([0, 2, 3])
  expect([...boxes]).toEqual([0, 0.5, 0.5, 0.5, 1, 0.5, 1, 0.5])
})

test('a polygon with a hole gives two rings, an empty object none', () => {
  const topology = {
    type: 'Topology' as const,
    arcs: [
      [[0, 0], [10, 0], [10, 10], [0, 0]],
      [[4, 1], [6, 1], [6, 3], [4, 1]],
    ],
    objects: {},
  } // prettier-ignore
  expect(ringsOf(topology, { type: 'Polygon', arcs: [[0], [1]] }).starts).toHaveLength(3)
  expect(ringsOf(topology, { type: 'GeometryCollection', geometries: [] }).starts).toHaveLength(1)
})

test('a point lies in a polygon, not in its hole, its neighbour or beyond its box', () => {
  const ring = (west: number, south: number, side: number) => [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ]
  const rings = packRings([ring(0, 40, 10), ring(4, 44, 2), ring(30, 0, 5)])
  const holds = (longitude: number, latitude: number) => holdsPoint(rings, mercatorX(longitude), mercatorY(latitude))
  expect([holds(1, 41), holds(32, 2)]).toEqual([true, true])
  expect([holds(5, 45), holds(11, 41), holds(1, 51), holds(20, 20)]).toEqual([false, false, false, false])
})

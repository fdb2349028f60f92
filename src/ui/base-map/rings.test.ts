import { expect, test } from 'vitest'
import { packRings, ringsOf } from './rings'

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

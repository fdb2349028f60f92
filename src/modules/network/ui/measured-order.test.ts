import { expect, test } from 'vitest'
import { inMeasuredOrder } from './measured-order'

const nodes = { key: ['a', 'b', 'c', 'd'], degree: [1, 5, 2, 2] }

test('by the value, up or down; equal ones by their ties, then by key', () => {
  const values = Float64Array.of(0.2, 0, 0.2, 0.2)
  expect(inMeasuredOrder(values, nodes, { isDown: true })).toEqual([2, 3, 0, 1])
  expect(inMeasuredOrder(values, nodes, { isDown: false })).toEqual([1, 2, 3, 0])
})

test('nothing measured of a node counts as nothing, and an empty network has no order', () => {
  expect(inMeasuredOrder([], nodes, { isDown: true })).toEqual([1, 2, 3, 0])
  expect(inMeasuredOrder([], { key: [], degree: [] }, { isDown: true })).toEqual([])
})

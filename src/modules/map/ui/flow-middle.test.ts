import { expect, test } from 'vitest'
import { type Bbox, isInBox } from '@/core/bbox'
import type { LonLat } from '@/core/mercator'
import { flowMiddle } from './flow-middle'

const [reggio, pretoria, tokyo, sanFrancisco]: readonly LonLat[] = [
  [10.63, 44.7],
  [28.19, -25.75],
  [139.7, 35.7],
  [-122.4, 37.8],
]
const at = (from = reggio, to = pretoria, view: Bbox | null = null) =>
  flowMiddle(from ?? [0, 0], to ?? [0, 0], view).map(Math.round)

test('the mark of a flow stands in its middle, and stays there while that is seen', () => {
  expect(at()).toEqual([20, 10])
  expect(at(reggio, pretoria, [-20, -40, 60, 70])).toEqual([20, 10])
})

test('nearer it stands in the middle of what is seen', () => {
  for (const view of [
    [5, 36, 19, 47.5],
    [10, 43.5, 12, 45.5],
    [27, -27, 30, -24],
  ] satisfies Bbox[]) {
    const mark = flowMiddle([10.63, 44.7], [28.19, -25.75], view)
    expect(isInBox(view, mark), view.join()).toBe(true)
  }
  expect(at(reggio, pretoria, [5, 36, 19, 47.5])).toEqual([12, 41])
})

test('over the antimeridian, too, and with nothing of it in view', () => {
  const pacific: Bbox = [150, 30, -170, 60]
  expect(isInBox(pacific, flowMiddle(tokyo ?? [0, 0], sanFrancisco ?? [0, 0], pacific))).toBe(true)
  expect(at(reggio, pretoria, [100, 60, 120, 70])).toEqual([20, 10])
  expect(at(reggio, pretoria, [-180, -85, 180, 85])).toEqual([20, 10])
})

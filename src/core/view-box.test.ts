import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bboxText, boxAround, middleOf, viewBox, widened, zoomInto } from './view-box'

const view = fc
  .record({ lon: fc.double({ min: -179, max: 179, noNaN: true }), lat: fc.double({ min: -70, max: 70, noNaN: true }) })
  .chain(({ lon, lat }) =>
    fc
      .record({ w: fc.double({ min: 0.01, max: 150, noNaN: true }), h: fc.double({ min: 0.01, max: 9, noNaN: true }) })
      .map(({ w, h }) => {
        const wrap = (x: number) => ((((x + 180) % 360) + 360) % 360) - 180
        return [wrap(lon - w), lat - h, wrap(lon + w), lat + h] as const
      }),
  )

test('a widened box holds the box it was made of', () => {
  fc.assert(
    fc.property(view, fc.integer({ min: 1, max: 14 }), (box, zoom) => {
      const [west, south, east, north] = widened(box, zoom)
      const inside = (lon: number) =>
        west <= east ? lon >= west - 1e-5 && lon <= east + 1e-5 : lon >= west - 1e-5 || lon <= east + 1e-5
      expect(inside(box[0]) && inside(box[2])).toBe(true)
      expect(south).toBeLessThanOrEqual(box[1] + 1e-5)
      expect(north).toBeGreaterThanOrEqual(box[3] - 1e-5)
    }),
  )
})

test('a box is written in plain decimals, however small', () => {
  expect(bboxText([-0.00000017, 0, 10.5, 20])).toBe('-0.00000017,0,10.5,20')
})

test('a small move asks for the same box', () => {
  expect(widened([10.01, 44.01, 11.01, 45.01], 5)).toEqual(widened([10.02, 44.02, 11.02, 45.02], 5))
})

test('a box that ends on the antimeridian does not cross it', () => {
  const [west, , east] = widened([170, 0, 179.9, 10], 3)
  expect(west).toBeLessThan(east)
  expect(east).toBe(180)
})

test('the middle of a box across the antimeridian lies near it', () => {
  expect(middleOf([170, -10, -170, 10])[0]).toBe(-180)
  expect(middleOf([10, -10, 20, 10])).toEqual([15, expect.closeTo(0, 9)])
})

test('a view of the whole world keeps its middle', () => {
  const box = viewBox({ center: [20, 0], bounds: [-180, -80, 180, 80] })
  expect(middleOf(box)[0]).toBeCloseTo(20, 3)
  expect(bboxText(box)).toBe('-160,-80,-160.00001,80')
  expect(widened(box, 2)).toEqual([-180, expect.any(Number), 180, expect.any(Number)])
})

test('the box around points crosses the antimeridian when that is narrower', () => {
  expect(boxAround([])).toBeNull()
  expect(boxAround([[10, 44]])).toEqual([10, 44, 10, 44])
  expect(boxAround([[10, 44], [-97, 32], [29, -23]])).toEqual([-97, -23, 29, 44]) // prettier-ignore
  expect(boxAround([[174, -36], [-150, 60]])).toEqual([174, -36, -150, 60]) // prettier-ignore
})

test('pressing a cluster always goes nearer, until the last zoom', () => {
  expect(zoomInto([-10, 40, 30, 60], 4, { pixels: 400, most: 14 })).toBe(5)
  expect(zoomInto([10, 44, 10, 44], 4, { pixels: 400, most: 14 })).toBe(14)
})

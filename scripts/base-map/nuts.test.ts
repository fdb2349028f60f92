import { expect, test } from 'vitest'
import { nutsRegions } from './nuts.mjs'

const regions = nutsRegions()
const region = (code: string) => regions.find((one) => one.code === code)

function isInside(rings: number[][][], x: number, y: number): boolean {
  let inside = false
  for (const ring of rings)
    ring.forEach(([x1 = 0, y1 = 0], i) => {
      const [x2 = 0, y2 = 0] = ring.at(i - 1) ?? []
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
    })
  return inside
}
const at = (x: number, y: number) =>
  regions.filter((one) => one.boundary.coordinates.some((rings) => isInside(rings, x, y))).map((one) => one.code)

test('all four levels are there, each region once', () => {
  expect([0, 1, 2, 3].map((level) => regions.filter((one) => one.level === level).length)).toEqual([37, 125, 334, 1514])
  expect(new Set(regions.map((one) => one.code)).size).toBe(regions.length)
})

test('Greece and the United Kingdom carry their ISO codes', () => {
  expect(region('EL52')).toMatchObject({ country: 'GR', level: 2, name: 'Kentriki Makedonia' })
  expect(region('UKE45')).toMatchObject({ country: 'GB', level: 3, name: 'Wakefield' })
})

test('the demonstration territories hold their city, on every level', () => {
  expect(at(10.63, 44.7)).toEqual(['IT', 'ITH', 'ITH5', 'ITH53'])
  expect(at(17.14, 60.67)).toEqual(['SE', 'SE3', 'SE31', 'SE313'])
  expect(at(-0.376, 39.47)).toEqual(['ES', 'ES5', 'ES52', 'ES523'])
  expect(at(-1.49, 53.68)).toEqual(['UK', 'UKE', 'UKE4', 'UKE45'])
  expect(at(-30, 45)).toEqual([])
})

test('boundaries stay light enough to be kept in memory', () => {
  expect(JSON.stringify(regions).length).toBeLessThan(8_000_000)
})

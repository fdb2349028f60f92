import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceKm, greatCircle, spreadBends } from './arc'
import type { LonLat } from './mercator'

const reggio: LonLat = [10.63, 44.7]
const fortWorth: LonLat = [-97.32, 32.73]
const auckland: LonLat = [174.76, -36.85]
const honolulu: LonLat = [-157.86, 21.31]
const anyPlace = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -89, max: 89, noNaN: true }),
)

test('the distance between two cities is the known one', () => {
  expect(distanceKm(reggio, fortWorth)).toBeGreaterThan(8600)
  expect(distanceKm(reggio, fortWorth)).toBeLessThan(8800)
  expect(distanceKm(reggio, reggio)).toBe(0)
})

test('a line begins and ends exactly at its places and leans to the pole', () => {
  const [run = [], ...more] = greatCircle(reggio, fortWorth)
  expect(more).toEqual([])
  expect([run[0], run.at(-1)]).toEqual([reggio, fortWorth])
  expect(Math.max(...run.map(([, lat]) => lat))).toBeGreaterThan(50)
})

test('a line over the antimeridian is cut in two, at the same latitude on either side', () => {
  for (const [from, to] of [
    [auckland, honolulu],
    [honolulu, auckland],
  ] as const) {
    const [first = [], second = []] = greatCircle(from, to)
    const [west, east] = [first.at(-1), second[0]]
    expect(Math.abs(west?.[0] ?? 0)).toBe(180)
    expect(east).toEqual([-(west?.[0] ?? 0), west?.[1]])
    expect([first[0], second.at(-1)]).toEqual([from, to])
  }
})

test('antipodes are joined over the north pole', () => {
  const runs = greatCircle([10, 40], [-170, -40])
  const latitudes = runs.flat().map(([, lat]) => lat)
  expect(latitudes.every(Number.isFinite)).toBe(true)
  expect(Math.max(...latitudes)).toBeGreaterThan(88)
  expect(runs.at(-1)?.at(-1)).toEqual([-170, -40])
})

test('equal places give no line', () => {
  expect(greatCircle(reggio, reggio)).toEqual([])
  expect(greatCircle(reggio, reggio, 0.1)).toEqual([])
})

test('no step of any line jumps across the map, and all numbers are finite', () => {
  fc.assert(
    fc.property(anyPlace, anyPlace, fc.double({ min: -0.12, max: 0.12, noNaN: true }), (from, to, bend) => {
      for (const run of greatCircle(from, to, bend))
        run.forEach(([lon, lat], i) => {
          expect(Number.isFinite(lon) && Number.isFinite(lat)).toBe(true)
          expect(Math.abs(lon - (run[i - 1]?.[0] ?? lon))).toBeLessThanOrEqual(180)
        })
    }),
  )
})

test('a bent line bows aside by that part of its length, and keeps its ends', () => {
  const [bent = []] = greatCircle(reggio, fortWorth, 0.1)
  const [straight = []] = greatCircle(reggio, fortWorth)
  const middle = (run: LonLat[]) => run[Math.floor(run.length / 2)] ?? reggio
  const share = distanceKm(middle(bent), middle(straight)) / distanceKm(reggio, fortWorth)
  expect(share).toBeGreaterThan(0.095)
  expect(share).toBeLessThan(0.105)
  expect([bent[0], bent.at(-1)]).toEqual([reggio, fortWorth])
})

test('several lines between two places lie apart, one alone is straight', () => {
  expect(spreadBends(1)).toEqual([0])
  expect(spreadBends(2)).toEqual([-0.08, 0.08])
  expect(spreadBends(3)).toEqual([-0.12, 0, 0.12])
})

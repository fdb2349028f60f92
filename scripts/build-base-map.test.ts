import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { MultiLineString, MultiPolygon, Topology } from 'topojson-specification'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { miniLandText } from './build-base-map.mjs'

const labels = z.object({
  countries: z.array(z.tuple([z.string(), z.number(), z.number(), z.number(), z.number()])),
  waters: z.array(z.tuple([z.string(), z.number(), z.number(), z.number(), z.number()])),
  places: z.record(z.string(), z.string()),
})
const manifest = z.object({
  hash: z.string().length(64),
  files: z.record(z.string(), z.object({ bytes: z.number(), gzip: z.number() })),
})

const read = (name: string): unknown => JSON.parse(readFileSync(`public/base/${name}`, 'utf8'))
type World = Topology<{ land: MultiPolygon; coast: MultiLineString; borders: MultiLineString }>
// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the build writes a TopoJSON topology
const world = (name: string) => read(name) as World

function ringsOf(topology: World): number[][][] {
  const land = feature(topology, topology.objects.land).geometry
  return land.type === 'MultiPolygon' ? land.coordinates.flat() : []
}

const linesOf = (geometry: Geometry) => (geometry.type === 'MultiLineString' ? geometry.coordinates : [])

function isLand(rings: number[][][], x: number, y: number): boolean {
  let inside = false
  for (const ring of rings)
    ring.forEach(([x1 = 0, y1 = 0], i) => {
      const [x2 = 0, y2 = 0] = ring.at(i - 1) ?? []
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
    })
  return inside
}

const levels = ['world-3.json', 'world-5.json', 'world-7.json']

test.each(levels)('%s: the sea is water and the land is land', (name) => {
  const rings = ringsOf(world(name))
  for (const [x, y] of [
    [-30, 0],
    [-150, 20],
    [80, -20],
    [179, 0],
    [-179, 0],
    [5, 56.5],
    [12, 39.8],
  ] as const)
    // prettier-ignore
    expect(isLand(rings, x, y), `${x}, ${y}`).toBe(false)
  for (const [x, y] of [
    [10.63, 44.7],
    [17.14, 60.5],
    [29.45, -23.9],
    [-97.3, 32.7],
    [178, 67],
    [-175, 66.3],
    [0, -85],
  ] as const)
    // prettier-ignore
    expect(isLand(rings, x, y), `${x}, ${y}`).toBe(true)
})

test.each(levels)(
  '%s: 25 to 40 of a hundred squares of the flat map are land, so no ring was turned inside out',
  (name) => {
    const rings = ringsOf(world(name))
    let land = 0
    for (let x = -177.5; x < 180; x += 5) for (let y = -87.5; y < 90; y += 5) if (isLand(rings, x, y)) land++
    expect(land / (72 * 36)).toBeGreaterThan(0.25)
    expect(land / (72 * 36)).toBeLessThan(0.4)
  },
)

test.each(levels)('%s: no edge runs across the map', (name) => {
  const topology = world(name)
  const { coast, borders } = topology.objects
  for (const lines of [ringsOf(topology), ...[coast, borders].map((object) => feature(topology, object).geometry)]) {
    for (const line of Array.isArray(lines) ? lines : linesOf(lines))
      line.forEach(([x = 0], i) => {
        // The foot of Antarctica, far below what Web Mercator shows, may run from edge to edge.
        if (i > 0 && (line[i]?.[1] ?? 0) > -85.1) expect(Math.abs(x - (line[i - 1]?.[0] ?? x))).toBeLessThan(180)
      })
  }
})

test('every file stays within its budget', () => {
  const { files } = manifest.parse(read('manifest.json'))
  const gzip = (name: string) => files[name]?.gzip ?? Infinity
  expect(gzip('world-3.json')).toBeLessThan(60_000)
  expect(gzip('world-5.json')).toBeLessThan(160_000)
  expect(gzip('world-7.json')).toBeLessThan(520_000)
  expect(gzip('regions-5.json')).toBeLessThan(25_000)
  expect(gzip('regions-7.json')).toBeLessThan(75_000)
  expect(gzip('places.json')).toBeLessThan(140_000)
  expect(gzip('tiles.json')).toBeLessThan(8_000)
  for (const [name, file] of Object.entries(files))
    if (name.startsWith('tiles/')) expect(file.gzip).toBeLessThan(90_000)
})

test('a tile beyond zoom 8 has coast, regions and the smaller places of its square', () => {
  // Tile 33/23 of zoom 6 holds the Po plain south of the river.
  const tile = z
    .object({
      objects: z.object({ land: z.unknown(), coast: z.unknown(), borders: z.unknown(), regions: z.unknown() }),
      places: z.array(z.tuple([z.string(), z.number(), z.number(), z.number()])),
    })
    .parse(read('tiles/33-23.json'))
  expect(tile.places.map(([name]) => name)).toContain('Scandiano')
  const sizes = tile.places.map(([, , , size]) => size)
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
})

test('countries, waters and large cities are written in the five languages', () => {
  const texts = ['en', 'it', 'es', 'sv', 'pl'].map((locale) => labels.parse(read(`labels-${locale}.json`)))
  expect(texts.map((one) => one.countries.length)).toEqual(Array(5).fill(texts[0]?.countries.length))
  expect(texts.map((one) => one.countries.some(([name]) => ['Sweden', 'Svezia', 'Suecia', 'Sverige', 'Szwecja'].includes(name)))).toEqual(Array(5).fill(true)) // prettier-ignore
  expect(texts[3]?.waters.map(([name]) => name)).toContain('Östersjön')
  expect(Object.values(texts[4]?.places ?? {})).toContain('Mediolan')
  for (const text of texts) for (const [name] of [...text.countries, ...text.waters]) expect(name).not.toBe('')
})

test('a second build has nothing to do', () => {
  const began = performance.now()
  expect(execFileSync(process.execPath, ['scripts/build-base-map.mjs'], { encoding: 'utf8' })).toBe('')
  expect(performance.now() - began).toBeLessThan(2000)
})

test('the committed land of the small maps is what the build makes', async () => {
  const committed: unknown = JSON.parse(readFileSync('src/ui/base-map/mini-land.json', 'utf8'))
  expect(JSON.parse(await miniLandText())).toEqual(committed)
})

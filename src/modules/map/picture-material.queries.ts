import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { geoArea } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import { z } from 'zod'
import type { Picture, PictureGround } from '@/modules/map/picture.schema'
import type { AreaLevel } from '@/modules/places/place.schema'

// Half a million numbers of a packaged file: that they are lists is enough to know.
const rings = z.custom<number[][][]>(Array.isArray)
const polygons = z.custom<number[][][][]>(Array.isArray)
const collection = z.object({ type: z.literal('GeometryCollection'), geometries: z.array(z.any()) })
const groundSchema = z.looseObject({
  type: z.literal('Topology'),
  arcs: rings,
  transform: z.object({ scale: z.tuple([z.number(), z.number()]), translate: z.tuple([z.number(), z.number()]) }),
  objects: z.object({ countries: collection, land: collection }),
})
const landSchema = z.object({
  features: z.array(z.object({ geometry: z.object({ type: z.literal('MultiPolygon'), coordinates: polygons }) })),
})

const file = (...parts: string[]) => join(process.cwd(), 'node_modules', ...parts)
const grounds = new Map<string, PictureGround>()

/** Natural Earth through world-atlas: 1:110m for half a world and more, 1:50m for a continent, 1:10m nearer. */
export function groundFor([west, , east]: readonly [number, number, number, number]): PictureGround {
  const degrees = east < west ? east + 360 - west : east - west
  const scale = degrees > 150 ? '110m' : degrees > 12 ? '50m' : '10m'
  const known = grounds.get(scale)
  if (known !== undefined) return known
  const topology = groundSchema.parse(JSON.parse(readFileSync(file('world-atlas', `countries-${scale}.json`), 'utf8')))
  const { features } = landSchema.parse(feature(topology, topology.objects.land))
  const edges = mesh(topology, topology.objects.countries, (a, b) => a !== b)
  const ground = {
    land: features.flatMap(({ geometry }) => geometry.coordinates),
    borders: edges.coordinates,
  }
  grounds.set(scale, ground)
  return ground
}

const arcs = z.custom<number[][][]>(Array.isArray)
const outline = z.object({ type: z.literal('MultiPolygon'), arcs })
const areasSchema = groundSchema.extend({ objects: z.record(z.string(), outline) })
const areaSchema = z.object({ geometry: z.object({ type: z.literal('MultiPolygon'), coordinates: polygons }) })
type Areas = readonly (readonly [code: string, polygons: PictureGround['land']])[]
const areas = new Map<AreaLevel, Areas>()

/** The outlines that the map fills: every country, or every NUTS region of a level, by code. */
export function areasOfLevel(level: AreaLevel): Areas {
  const known = areas.get(level)
  if (known !== undefined) return known
  const path = join(process.cwd(), 'public', 'base', `areas-${level}.json`)
  const topology = areasSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  const found = Object.entries(topology.objects).map(([code, object]) => {
    const { geometry } = areaSchema.parse(feature(topology, object))
    return [code, geometry.coordinates.map(turned)] as const
  })
  areas.set(level, found)
  return found
}

/** Rings as d3-geo reads them: it takes what lies to the right of an outline for inside, and a hole the other way round. */
const turned = (polygon: number[][][]): number[][][] =>
  polygon.map((ring, index) => {
    const isLarge = geoArea({ type: 'Polygon', coordinates: [ring] }) > 2 * Math.PI
    return isLarge === index > 0 ? ring : ring.toReversed()
  })

const latin = 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2212'
const latinExt = 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+2C60-2C7F,U+A720-A7FF'
let kept: Picture['fonts'] | undefined

/** The letters of the site, as they are served to pages. */
export function letters(): Picture['fonts'] {
  const read = (family: 'sans' | 'serif', name: string, subset: string, range: string) => ({
    ...{ family, range },
    data: readFileSync(file('@fontsource-variable', name, 'files', `${name}-${subset}-wght-normal.woff2`)).toString(
      'base64',
    ),
  })
  kept ??= [
    read('sans', 'instrument-sans', 'latin', latin),
    read('sans', 'instrument-sans', 'latin-ext', latinExt),
    read('serif', 'newsreader', 'latin', latin),
    read('serif', 'newsreader', 'latin-ext', latinExt),
  ]
  return kept
}

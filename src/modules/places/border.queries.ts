import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { feature } from 'topojson-client'
import { z } from 'zod'
import { asIsoSays, codeOfDrawing, overseas } from '@/core/drawn-country'
import { isInside, kmToOutline, type Point, pointWithin, type Polygons, type Shape, shapeOf } from '@/core/polygon'
import { db } from '@/platform/db'

const polygons = z.array(z.array(z.array(z.array(z.number()))))
const geometry = z.union([
  z
    .object({ type: z.literal('Polygon'), coordinates: z.array(z.array(z.array(z.number()))) })
    .transform(({ coordinates }) => [coordinates]),
  z.object({ type: z.literal('MultiPolygon'), coordinates: polygons }).transform(({ coordinates }) => coordinates),
])

let borders: { code: string; shape: Shape }[] | undefined

/** Countries as Natural Earth 1:10m draws them. */
function drawnCountries(): { code: string; polygons: Polygons }[] {
  const file = join(process.cwd(), 'node_modules', 'world-atlas', 'countries-10m.json')
  const topology = topologySchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const { features } = featuresSchema.parse(feature(topology, topology.objects.countries))
  return features.flatMap(({ id, properties, geometry: outline }) => {
    const code = codeOfDrawing(id, properties.name)
    return code === undefined || outline === null ? [] : [{ code, polygons: outline }]
  })
}

/** Their shapes, read once (0.3 s), when somebody first asks. */
function countryShapes(): { code: string; shape: Shape }[] {
  borders ??= drawnCountries().map(({ code, polygons }) => ({ code, shape: shapeOf(polygons) }))
  return borders
}

const topologySchema = z.looseObject({
  type: z.literal('Topology'),
  arcs: z.array(z.array(z.array(z.number()))),
  transform: z.object({ scale: z.tuple([z.number(), z.number()]), translate: z.tuple([z.number(), z.number()]) }),
  objects: z.object({ countries: z.object({ type: z.literal('GeometryCollection'), geometries: z.array(z.any()) }) }),
})
const featuresSchema = z.object({
  features: z.array(
    z.object({ id: z.string().optional(), properties: z.object({ name: z.string() }), geometry: geometry.nullable() }),
  ),
})

/** The polygons of every country by ISO code, each where ISO 3166 puts it. */
export function countryPolygons(): Map<string, Polygons> {
  const found = new Map<string, Polygons[number][]>()
  for (const { code: drawn, polygons: drawing } of drawnCountries())
    for (const polygon of drawing) {
      const [longitude, latitude] = pointWithin([polygon])
      const code = asIsoSays(drawn, { longitude, latitude })
      found.set(code, [...(found.get(code) ?? []), polygon])
    }
  return found
}

/** Quays, islets and rounded coordinates lie in the sea of a simplified coast: the nearest country this near has them. */
const offshore = 25

function drawnAround(point: Point): string | undefined {
  const inside = countryShapes().find(({ shape }) => isInside(shape, point))
  if (inside !== undefined) return inside.code
  const [nearest] = countryShapes()
    .map(({ code, shape }) => ({ code, km: kmToOutline(shape, point) }))
    .sort((a, b) => a.km - b.km)
  return nearest !== undefined && nearest.km <= offshore ? nearest.code : undefined
}

/** The country each point lies in or just off (ISO code), null on the open sea; in the order of the points. */
export function countriesOfPoints(points: readonly (Point | null)[]): (string | null)[] {
  const known = new Map<string, string | null>()
  return points.map((point) => {
    if (point === null) return null
    const key = `${String(point.longitude)} ${String(point.latitude)}`
    const found = known.get(key)
    if (found !== undefined) return found
    const drawn = drawnAround(point)
    const code = drawn === undefined ? null : asIsoSays(drawn, point)
    known.set(key, code)
    return code
  })
}

/** Kilometres from the point to this country; 0 inside it, Infinity for a country without a shape. */
export function kmOutsideCountry(country: string, point: Point): number {
  const found = countriesOfPoints([point])[0]
  // A file may call Réunion France: it lies in both.
  if (found === country || overseas.some(({ drawn, code }) => drawn === country && code === found)) return 0
  const shapes = countryShapes().filter(({ code }) => code === country)
  return Math.min(Infinity, ...shapes.map(({ shape }) => kmToOutline(shape, point)))
}

/** Points on quays and small islands fall outside simplified outlines: this near still counts as inside. */
const tolerance = 10

/** Does the point lie in this country, or at most 10 km outside? */
export const isInCountry = (country: string, point: Point): boolean => kmOutsideCountry(country, point) <= tolerance

type NutsShape = { code: string; shape: Shape }
const nutsByCountry = new Map<string, Promise<NutsShape[]>>()

/** NUTS 3 regions of a country with their outlines, kept in memory: reference data changes with a release only. */
function nutsShapes(country: string): Promise<NutsShape[]> {
  const found = nutsByCountry.get(country)
  if (found !== undefined) return found
  const loading = db.nutsRegion
    .findMany({ where: { country, level: 3 }, select: { code: true, boundary: true } })
    .then((rows) => rows.map(({ code, boundary }) => ({ code, shape: shapeOf(boundarySchema.parse(boundary)) })))
  // An empty answer may come before the reference data: it is asked for again.
  void loading
    .then((shapes) => shapes.length === 0 && nutsByCountry.delete(country))
    .catch(() => nutsByCountry.delete(country))
  nutsByCountry.set(country, loading)
  return loading
}

/** GeoJSON geometry of a boundary as polygons. */
export const boundarySchema: z.ZodType<Polygons> = geometry

/** NUTS 3 code of each point, null outside NUTS; in the order of the points. `country` narrows the search. */
export async function nutsOfPoints(
  points: readonly ((Point & { country: string }) | null)[],
): Promise<(string | null)[]> {
  const asked = new Set(points.flatMap((point) => (point === null ? [] : [point.country])))
  const shapes = new Map(
    await Promise.all([...asked].map(async (country) => [country, await nutsShapes(country)] as const)),
  )
  return points.map((point) =>
    point === null ? null : (shapes.get(point.country)?.find(({ shape }) => isInside(shape, point))?.code ?? null),
  )
}

/** Names of NUTS regions by code, in Latin script. */
export async function nutsNames(codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.nutsRegion.findMany({ where: { code: { in: [...codes] } }, select: { code: true, name: true } })
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** NUTS regions of a country by level and part of a name or code, without their outlines. */
export const findNutsRegions = (asked: { country: string; q?: string }) =>
  db.nutsRegion.findMany({
    where: {
      country: asked.country,
      ...(asked.q !== undefined && {
        OR: [{ name: { contains: asked.q, mode: 'insensitive' } }, { code: { startsWith: asked.q.toUpperCase() } }],
      }),
    },
    select: { code: true, level: true, name: true, country: true },
    orderBy: [{ level: 'asc' }, { name: 'asc' }],
    take: 60,
  })

/** Outline of one NUTS region, or null when there is no such code. */
export async function nutsBoundary(code: string): Promise<Polygons | null> {
  const row = await db.nutsRegion.findFirst({
    where: { code },
    orderBy: { version: 'desc' },
    select: { boundary: true },
  })
  return row === null ? null : boundarySchema.parse(row.boundary)
}

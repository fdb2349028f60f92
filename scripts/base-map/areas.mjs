// Outlines to be filled by the values of countries and regions, one object each, by code.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { merge } from 'topojson-client'
import { topology } from 'topojson-server'
import { filter, filterAttachedWeight, presimplify, simplify } from 'topojson-simplify'
import { nutsTopology } from './nuts.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What the app itself says of whose a drawn polygon is, so that the map and its figures agree. */
async function appCountries() {
  const contents = `export * from './src/core/drawn-country'; export { pointWithin } from './src/core/polygon'`
  const bundle = await build({
    ...{ stdin: { contents, resolveDir: root }, bundle: true, write: false, format: 'esm', platform: 'node' },
    logLevel: 'error',
  })
  return import(`data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].text).toString('base64')}`)
}

/**
 * Every country by ISO code, as a topology.
 * @param {ReturnType<typeof import('./world.mjs').worldCountries>} countries
 * @param {number} area least area of a triangle of the outline, in square degrees
 */
export async function countryAreas(countries, area) {
  const { asIsoSays, codeOfDrawing, pointWithin } = await appCountries()
  let world = topology({ countries: { type: 'FeatureCollection', features: countries } }, 1e6)
  world = simplify(presimplify(world), area)
  world = filter(world, filterAttachedWeight(world, area))
  const areas = {}
  for (const geometry of world.objects.countries.geometries) {
    const drawn = codeOfDrawing(geometry.id, geometry.properties.name)
    if (drawn === undefined || !geometry.arcs) continue
    for (const polygon of merge(world, [geometry]).coordinates) {
      const flat = polygon.map((ring) => ring.map(([x, y]) => [x, y]))
      const [longitude, latitude] = pointWithin([flat])
      const code = asIsoSays(drawn, { longitude, latitude })
      areas[code] ??= { type: 'MultiPolygon', coordinates: [] }
      areas[code].coordinates.push(flat)
    }
  }
  return topology(areas, 3e4)
}

/**
 * Every NUTS region of a level by code, as a topology.
 * @param {1 | 2 | 3} level
 * @param {number} area as above
 */
export function nutsAreas(level, area) {
  const light = nutsTopology(area)
  const parts = {}
  for (const geometry of light.objects.NUTS.geometries)
    (parts[geometry.properties.NUTS_ID.slice(0, level + 2)] ??= []).push(geometry)
  const areas = Object.fromEntries(Object.entries(parts).map(([code, own]) => [code, merge(light, own)]))
  return topology(areas, 3e4)
}

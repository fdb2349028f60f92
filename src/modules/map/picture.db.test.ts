import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { givenRelation, party } from '@tests/builders/relation'
import { emptyDatabase } from '@tests/database'
import { mapStateOf } from '@/modules/map/map-state.schema'
import { getPicture } from '@/modules/map/picture.queries'
import { pictureToSvg } from '@/modules/map/picture.svg/draw'

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

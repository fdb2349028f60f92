import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { emptyDatabase } from '@tests/database'
import { extentOfActors, findActorMap } from '@/modules/map/actor-map.queries'
import { findLines } from '@/modules/map/map.queries'
import { mapStateOf } from '@/modules/map/map-state.schema'
import { getScene } from '@/modules/map/scene.queries'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)
const asked = { limit: 25, locale: 'en' }
const sceneAt = (query: string) => getScene(mapStateOf(new URLSearchParams(query)), asked)
const reggio = { longitude: 10.63, latitude: 44.7 }
const bologna = { longitude: 11.34, latitude: 44.49 }

async function givenPolokwane() {
  const place = { featureCode: 'PPLA', population: 1, country: 'ZA', longitude: 29.4486, latitude: -23.9045 }
  await db.place.create({ data: { ...place, id: 965289, name: 'Polokwane' } })
  return { placeId: 965289, role: 'partner' as const }
}

test('lines start from the selected actor, also when the other party is a place', async () => {
  const comune = await givenActor({ kind: 'public_authority', ...reggio })
  const polokwane = await givenPolokwane()
  await givenRelation({ parties: [polokwane, party(comune)], started: '2004' })
  const lines = await findLines({ actor: comune.slug }, {}, 'en')
  expect(lines).toMatchObject([
    {
      from: [10.63, 44.7],
      to: [29.4486, -23.9045],
      name: 'Polokwane',
      since: '2004',
      group: 'institutional',
      flow: null,
    },
  ])
})

test('a flow is told from the selected end', async () => {
  const firm = await givenActor({ name: 'Firm', ...reggio })
  const buyer = await givenActor({ name: 'Buyer', country: 'ZA', longitude: 29, latitude: -24 })
  await givenRelation({ type: 'export', parties: [party(firm), party(buyer)] })
  expect(await findLines({ actor: firm.slug }, {}, 'en')).toMatchObject([{ flow: 'out' }])
  expect(await findLines({ actor: buyer.slug }, {}, 'en')).toMatchObject([{ flow: 'in' }])
})

test('parties in one town are listed and draw no line', async () => {
  const [one, other] = [await givenActor({ name: 'One', ...reggio }), await givenActor({ name: 'Other', ...reggio })]
  await givenRelation({ type: 'membership', parties: [party(one), party(other)] })
  expect(await sceneAt(`actor=${one.slug}`)).toMatchObject({ kind: 'actor', lines: [], page: { total: 1 } })
})

test('what ended waits until it is asked for', async () => {
  const comune = await givenActor(reggio)
  const polokwane = await givenPolokwane()
  await givenRelation({ parties: [party(comune), polokwane], state: 'ended', ended: '2010' })
  await givenRelation({ type: 'memorandum', parties: [party(comune), polokwane] })
  expect(await sceneAt(`actor=${comune.slug}`)).toMatchObject({ page: { total: 1 }, lines: [{ count: 1 }], hidden: 1 })
  expect(await sceneAt(`actor=${comune.slug}&state=active,ended`)).toMatchObject({ page: { total: 2 }, hidden: 0 })
})

test('map and list ask for the same box, so their sums are one', async () => {
  await givenActor({ name: 'In view', ...reggio })
  await givenActor({ name: 'Beside', ...bologna })
  await givenActor({ name: 'Far', country: 'ES', longitude: -0.37, latitude: 39.47 })
  await givenActor({ name: 'Nowhere' })
  expect(await sceneAt('')).toMatchObject({ page: { total: 4 }, all: 4, withoutPoint: 1 })
  const scene = await sceneAt('bbox=10,44,12,45&zoom=7')
  expect(scene).toMatchObject({ kind: 'actors', page: { total: 2 }, all: 4, withoutPoint: 0 })
  const { clusters, marks, total } = await findActorMap({ bbox: [9.84375, 43.58039, 12.65625, 45.58328] }, 7, 'en')
  expect(clusters.reduce((sum, { count }) => sum + count, marks.length)).toBe(total)
  expect(total).toBe(2)
})

test('the first view is that of the territories, a filtered one that of what it finds', async () => {
  await givenActor({ name: 'Here', ...reggio })
  await givenActor({ name: 'Abroad', country: 'ZA', longitude: 29, latitude: -24 })
  expect(await extentOfActors({})).toEqual([10.63, -24, 29, 44.7])
  const territory = await givenTerritory()
  await db.actor.updateMany({ where: { country: 'IT' }, data: { homeTerritoryId: territory.id } })
  await db.dataVersion.updateMany({ data: { version: { increment: 1 } } })
  expect(await extentOfActors({})).toEqual([10.63, 44.7, 10.63, 44.7])
  expect(await extentOfActors({ country: ['ZA'] })).toEqual([29, -24, 29, -24])
})

test('a selection that is not public is said to be missing, and the list is shown', async () => {
  await givenActor(reggio)
  expect(await sceneAt('actor=nobody')).toMatchObject({ kind: 'actors', isMissing: true, page: { total: 1 } })
  expect(await sceneAt('relation=nothing')).toMatchObject({ kind: 'actors', isMissing: true })
})

import { beforeEach, expect, test } from 'vitest'
import { anActor, givenActor } from '@tests/builders/actor'
import { givenRelation, party } from '@tests/builders/relation'
import { emptyDatabase } from '@tests/database'
import { systemViewer } from '@/core/viewer'
import { saveActors } from '@/modules/actors/actor.commands'
import { findActorMap } from '@/modules/map/actor-map.queries'
import { findLines } from '@/modules/map/map.queries'
import { findActors } from '@/modules/actors/actor.queries'
import { countRelations } from '@/modules/relations/relation.queries'
import { filterOf } from '@/modules/taxonomy/filter.schema'

beforeEach(emptyDatabase)
const list = { limit: 25, locale: 'en' }

const modena = { longitude: 10.92, latitude: 44.65 }
const dortmund = { longitude: 7.46, latitude: 51.51 }
const lund = { longitude: 13.19, latitude: 55.7 }

test('clusters, marks and actors without a point add up to all', async () => {
  await givenActor({ name: 'One', ...modena })
  await givenActor({ name: 'Two', kind: 'university', ...modena })
  await givenActor({ name: 'Three', country: 'SE', ...lund })
  await givenActor({ name: 'Nowhere' })
  const { clusters, marks, total, withoutPoint } = await findActorMap({}, 6, 'en')
  expect(clusters).toMatchObject([{ count: 2, byKind: { enterprise: 1, university: 1 } }])
  expect(marks).toMatchObject([{ name: 'Three', kind: 'enterprise' }])
  expect({ total, withoutPoint }).toEqual({ total: 4, withoutPoint: 1 })
})

test('a box holds the same actors whether it is wide or not, over the antimeridian too', async () => {
  await givenActor({ name: 'Modena', ...modena })
  await givenActor({ name: 'Suva', country: 'FJ', longitude: 178.44, latitude: -18.14 })
  await givenActor({ name: 'Apia', country: 'WS', longitude: -171.76, latitude: -13.83 })
  await givenActor({ name: 'Nowhere' })
  const namesIn = async (bbox: string) =>
    (await findActors(filterOf(new URLSearchParams({ bbox })).filter, list)).rows.map(({ name }) => name.value)
  expect(await namesIn('10,44,12,45')).toEqual(['Modena'])
  expect(await namesIn('0,40,20,50')).toEqual(['Modena'])
  expect(await namesIn('-180,-90,180,90')).toEqual(['Apia', 'Modena', 'Suva'])
  expect(await namesIn('170,-25,-165,-10')).toEqual(['Apia', 'Suva'])
  expect(await namesIn('11,40,20,50')).toEqual([])
  expect(await namesIn('0,40,20,44')).toEqual([])
})

test('lines run from the selected actor to every other end, from a relation’s holder to the others', async () => {
  const home = await givenActor({ name: 'Home', ...modena })
  const german = await givenActor({ name: 'German', country: 'DE', ...dortmund })
  const swedish = await givenActor({ name: 'Swedish', country: 'SE', ...lund })
  const pointless = await givenActor({ name: 'Pointless', country: 'FR' })
  const parties = [party(german), party(home), party(swedish), party(pointless)]
  const relation = await givenRelation({ type: 'eu_project', parties, holderId: swedish.id })

  const ofActor = await findLines({ actor: home.slug }, {}, 'en')
  expect(ofActor.map(({ name }) => name).sort()).toEqual(['German', 'Swedish'])
  for (const line of ofActor) expect(line.from).toEqual([modena.longitude, modena.latitude])

  const ofRelation = await findLines({ relation: relation.slug }, {}, 'en')
  expect(ofRelation.map(({ name }) => name).sort()).toEqual(['German', 'Home'])
  for (const line of ofRelation) expect(line.from).toEqual([lund.longitude, lund.latitude])
})

test('a relation goes out of sight with its holder, also when that is no party', async () => {
  const home = await givenActor({ name: 'Home', ...modena })
  const abroad = await givenActor({ name: 'Abroad', country: 'DE', ...dortmund })
  const holder = await givenActor({ name: 'Holder' })
  await givenRelation({ parties: [party(home), party(abroad)], holderId: holder.id })
  expect(await findLines({ actor: home.slug }, {}, 'en')).toHaveLength(1)
  await saveActors(systemViewer, [{ ...holder, actor: anActor({ name: 'Holder', visibility: 'territory' }) }])
  expect(await findLines({ actor: home.slug }, {}, 'en')).toEqual([])
  expect(await countRelations({})).toMatchObject({ total: 0 })
})

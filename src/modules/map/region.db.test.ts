import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { regionsAround } from '@tests/builders/region'
import { givenRelation, party } from '@tests/builders/relation'
import { emptyDatabase } from '@tests/database'
import { countActors } from '@/modules/actors/actor.queries'
import { findRegions } from '@/modules/map/region.queries'
import type { Measure } from '@/modules/map/region.schema'
import type { AreaLevel } from '@/modules/places/place.schema'
import { countRelations } from '@/modules/relations/relation.queries'
import { filterOf } from '@/modules/taxonomy/filter.schema'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)

const filterIn = (query: string) => filterOf(new URLSearchParams(query)).filter
const valuesOf = async (measure: Measure, level: AreaLevel, query = '', base: 'area' | 'actors' | null = null) => {
  const { regions } = await findRegions(filterIn(query), { measure, base, level, box: null })
  return regions.map(({ code, count, value, step }) => [code, count, value, step])
}

/** Emilia with three actors and Piemonte with one, one Italian nowhere, one in South Africa. */
async function givenRegions() {
  await db.nutsRegion.createMany({ data: [...regionsAround('ITH53', 10, 44), ...regionsAround('ITC11', 7, 45)] })
  const at = (name: string, longitude?: number, latitude?: number, country = 'IT') =>
    givenActor({ name, country, ...(longitude !== undefined && { longitude, latitude }) })
  return {
    emilia: [await at('A', 10.2, 44.2), await at('B', 10.4, 44.4), await at('C', 10.6, 44.6)] as const,
    piemonte: await at('D', 7.5, 45.5),
    nowhere: await at('E'),
    abroad: await at('F', 29, -24, 'ZA'),
  }
}

test('actors are counted in the region they lie in, and those of no region are told', async () => {
  await givenRegions()
  expect(await valuesOf('actors', 'nuts3')).toEqual([
    ['ITH53', 3, 3, 1],
    ['ITC11', 1, 1, 0],
  ])
  expect(await valuesOf('actors', 'country')).toEqual([
    ['IT', 5, 5, 1],
    ['ZA', 1, 1, 0],
  ])
  expect(await findRegions({}, { measure: 'actors', base: null, level: 'nuts2', box: null })).toMatchObject({
    unplaced: 2,
    classes: [
      { from: 1, to: 1, count: 1 },
      { from: 3, to: 3, count: 1 },
    ],
  })
})

test('a relation is counted once in every region it reaches, as the list under the region counts', async () => {
  const { emilia, piemonte, nowhere, abroad } = await givenRegions()
  await givenRelation({ type: 'memorandum', parties: [party(emilia[0]), party(emilia[1]), party(abroad)] })
  await givenRelation({ type: 'memorandum', parties: [party(emilia[2]), party(piemonte)] })
  await givenRelation({ type: 'cultural_exchange', parties: [party(nowhere), party(abroad)] })
  expect(await valuesOf('relations', 'nuts2', 'scope=all')).toEqual([
    ['ITH5', 2, 2, 1],
    ['ITC1', 1, 1, 0],
  ])
  for (const query of ['', 'scope=all', 'country=ZA', 'type=memorandum&scope=all'])
    for (const level of ['country', 'nuts1', 'nuts2', 'nuts3'] as const) {
      for (const [code, count] of await valuesOf('relations', level, query))
        expect(await countRelations(filterIn(`${query}&region=${String(code)}`))).toMatchObject({ total: count })
      for (const [code, count] of await valuesOf('actors', level, query))
        expect(await countActors(filterIn(`${query}&region=${String(code)}`))).toMatchObject({ total: count })
    }
})

test('by area every region has a value, by actors only those with enough of them', async () => {
  const { emilia, piemonte, abroad } = await givenRegions()
  for (const name of ['G', 'H', 'I']) await givenActor({ name, longitude: 10.5, latitude: 44.5 })
  for (const one of [...emilia, piemonte]) await givenRelation({ parties: [party(one), party(abroad)] })
  expect(await valuesOf('relations', 'nuts3', '', 'actors')).toEqual([
    ['ITH53', 3, 50, 0],
    ['ITC11', 1, null, null],
  ])
  // A degree by a degree: 111.2 km × 111.2 km × cos 44.5° = 8,820 km².
  const [first] = await valuesOf('relations', 'nuts3', '', 'area')
  expect(first).toEqual(['ITH53', 3, 0.34, 1])
})

test('listed are the regions in view; their classes are those of all', async () => {
  await givenRegions()
  const found = await findRegions({}, { measure: 'actors', base: null, level: 'nuts3', box: [7, 45, 8, 46] })
  expect(found.regions).toMatchObject([{ code: 'ITC11', step: 0 }])
  expect(found.steps).toEqual([
    ['ITH53', 1],
    ['ITC11', 0],
  ])
})

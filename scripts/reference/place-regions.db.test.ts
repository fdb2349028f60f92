import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { givenRelation, party } from '@tests/builders/relation'
import { emptyDatabase } from '@tests/database'
import { db } from '@/platform/db'
import { loadPlaceRegions } from './place-regions'

const client = new Client({ connectionString: process.env.DATABASE_OWNER_URL })
beforeAll(() => client.connect())
afterAll(() => client.end())
beforeEach(emptyDatabase)

const outline = [
  [10, 44],
  [11, 44],
  [11, 45],
  [10, 45],
  [10, 44],
]

test('places are put into their regions, once for each state of places and outlines, and relations follow', async () => {
  const place = { featureCode: 'PPL', population: 1, latitude: 44.7 }
  await db.place.createMany({
    data: [
      { ...place, id: 1, name: 'Reggio Emilia', country: 'IT', longitude: 10.6 },
      { ...place, id: 2, name: 'Sea', country: 'IT', longitude: 12 },
      { ...place, id: 3, name: 'Not Italy', country: 'FR', longitude: 10.6 },
    ],
  })
  await db.nutsRegion.create({
    data: {
      ...{ code: 'ITH53', version: '2021', level: 3, name: 'Reggio Emilia', country: 'IT' },
      boundary: { type: 'MultiPolygon', coordinates: [[outline]] },
    },
  })
  const far = await givenActor({ country: 'ZA', longitude: 29, latitude: -24 })
  const relation = await givenRelation({ parties: [{ placeId: 1, role: 'partner' }, party(far)] })
  const reach = () => db.relationReach.findUnique({ where: { relationId: relation.id } })
  expect(await reach()).toMatchObject({ regions: [], countryTies: ['IT~ZA'], regionTies: [] })

  await db.referenceData.create({ data: { name: 'gazetteer', hash: 'one' } })
  expect(await loadPlaceRegions(client)).toBe('regions of 1 places')
  const codes = await db.place.findMany({ select: { id: true, nutsCode: true }, orderBy: { id: 'asc' } })
  expect(codes.map(({ nutsCode }) => nutsCode)).toEqual(['ITH53', null, null])
  expect(await reach()).toMatchObject({ regions: ['ITH', 'ITH5', 'ITH53'], regionTies: ['ITH5~ZA'] })
  expect(await loadPlaceRegions(client)).toBeNull()

  await db.place.update({ where: { id: 1 }, data: { longitude: 12 } })
  await db.referenceData.update({ where: { name: 'gazetteer' }, data: { hash: 'two' } })
  expect(await loadPlaceRegions(client)).toBe('regions of 0 places')
  expect(await reach()).toMatchObject({ regions: [], regionTies: [] })
})

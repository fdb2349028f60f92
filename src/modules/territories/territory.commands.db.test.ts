import { Client } from 'pg'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '@/platform/db'
import { changeTerritory, createTerritory, redrawTerritory } from '@/modules/territories/territory.commands'
import { findTerritories, getTerritory, homesOf, territoryIdsWithin } from '@/modules/territories/territory.queries'
import { newTerritorySchema, territoryAreaSchema, territoryFactsSchema } from '@/modules/territories/territory.schema'
import { loadNuts } from '../../../scripts/reference/nuts'
import { givenActor } from '@tests/builders/actor'
import { givenViewer } from '@tests/builders/viewer'
import { asOwner, emptyDatabase } from '@tests/database'

beforeAll(emptyDatabase)
beforeAll(async () => {
  const client = new Client({ connectionString: process.env.DATABASE_OWNER_URL })
  await client.connect()
  await loadNuts(client)
  await client.end()
}, 60_000)
beforeEach(() => asOwner('TRUNCATE territory, actor, relation CASCADE; UPDATE data_version SET version = version + 1'))

const facts = (name: string) => ({
  name: { original: 'it', texts: { it: { value: name } } },
  timeZone: 'Europe/Rome',
  languages: ['it'],
})
const emilia = newTerritorySchema.parse({
  ...facts('Emilia-Romagna'),
  ...{ slug: 'emilia-romagna', level: 'region', country: 'IT', nutsCode: 'ITH5' },
})
const province = (parentId: string) =>
  newTerritorySchema.parse({
    ...facts('Reggio Emilia'),
    ...{ slug: 'reggio-emilia', level: 'province', country: 'IT', nutsCode: 'ITH53', parentId },
  })
const reggio = { longitude: 10.63, latitude: 44.7 }
const bologna = { longitude: 11.34, latitude: 44.49 }
const square = {
  type: 'Polygon',
  coordinates: [
    [
      [10, 44],
      [10.5, 44],
      [10.5, 44.5],
      [10, 44.5],
      [10, 44],
    ],
  ],
}

test('home is the innermost territory whose boundary holds the point, from the next request on', async () => {
  const admin = await givenViewer('admin')
  const region = await createTerritory(admin, emilia)
  expect(await homesOf([reggio, null])).toEqual([region.id, null])
  const inner = await createTerritory(admin, province(region.id))
  expect(await homesOf([reggio, bologna, { longitude: 2.35, latitude: 48.85 }])).toEqual([inner.id, region.id, null])
  expect((await territoryIdsWithin('emilia-romagna')).sort()).toEqual([region.id, inner.id].sort())
  expect(await territoryIdsWithin('nowhere')).toEqual([])
})

test('a new boundary moves the homes of actors, except those set by hand', async () => {
  const admin = await givenViewer('admin')
  const region = await createTerritory(admin, emilia)
  const [free, fixed] = [await givenActor({ ...reggio }), await givenActor({ name: 'By hand', ...reggio })]
  await db.actor.update({ where: { id: fixed.id }, data: { homeSetByHand: true, homeTerritoryId: null } })
  const inner = await createTerritory(admin, province(region.id))
  const home = async (id: string) => (await db.actor.findUniqueOrThrow({ where: { id } })).homeTerritoryId
  expect([await home(free.id), await home(fixed.id)]).toEqual([inner.id, null])
  const elsewhere = territoryAreaSchema.parse({
    level: 'province',
    country: 'IT',
    boundary: square,
    parentId: region.id,
  })
  await redrawTerritory(admin, { id: inner.id, version: 1 }, elsewhere)
  expect(await home(free.id)).toBe(region.id)
})

test('only admins create and redraw; a coordinator changes facts, of their own territory only', async () => {
  const region = await createTerritory(await givenViewer('admin'), emilia)
  const coordinator = await givenViewer('coordinator', { territoryId: region.id })
  const area = territoryAreaSchema.parse({ level: 'region', country: 'IT', nutsCode: 'ITH5' })
  const said = territoryFactsSchema.parse({ ...facts('Emilia'), instruments: [{ name: facts('POR FESR').name }] })
  await expect(createTerritory(coordinator, province(region.id))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(redrawTerritory(coordinator, { id: region.id, version: 1 }, area)).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(changeTerritory(null, { id: region.id, version: 1 }, said)).rejects.toMatchObject({
    code: 'unauthenticated',
  })
  await changeTerritory(coordinator, { id: region.id, version: 1 }, said)
  const shown = await getTerritory('emilia-romagna', 'en')
  expect(shown).toMatchObject({ name: 'Emilia', version: 2, nutsCode: 'ITH5', timeZone: 'Europe/Rome' })
  expect(shown.instruments.map(({ name }) => name.texts.it?.value)).toEqual(['POR FESR'])
  expect((await findTerritories({}, { locale: 'en' })).total).toBe(1)
})

test('an old version, a taken slug, an unknown region and a circle of parents are refused, each at its field', async () => {
  const admin = await givenViewer('admin')
  const region = await createTerritory(admin, emilia)
  const inner = await createTerritory(admin, province(region.id))
  const said = territoryFactsSchema.parse(facts('Emilia'))
  await expect(changeTerritory(admin, { id: region.id, version: 7 }, said)).rejects.toMatchObject({
    code: 'conflict',
    values: { version: 1 },
  })
  await expect(createTerritory(admin, emilia)).rejects.toMatchObject({
    fields: [{ field: 'slug', message: 'slugTaken' }],
  })
  const area = (more: object) =>
    territoryAreaSchema.parse({ level: 'region', country: 'IT', nutsCode: 'ITH5', ...more })
  const redraw = (more: object) => redrawTerritory(admin, { id: region.id, version: 1 }, area(more))
  await expect(redraw({ nutsCode: 'ITZ' })).rejects.toMatchObject({ fields: [{ field: 'nutsCode' }] })
  await expect(redraw({ parentId: inner.id })).rejects.toMatchObject({ fields: [{ field: 'parentId' }] })
  await expect(redraw({ parentId: region.id })).rejects.toMatchObject({ fields: [{ field: 'parentId' }] })
})

test('a boundary must be closed and on the Earth', () => {
  const area = (boundary: unknown) => territoryAreaSchema.safeParse({ level: 'city', country: 'IT', boundary }).success
  expect(area(square)).toBe(true)
  expect(area({ ...square, coordinates: [square.coordinates[0]?.slice(0, 4)] })).toBe(false)
  expect(
    area({
      ...square,
      coordinates: [
        [
          [10, 44],
          [200, 44],
          [10, 45],
          [10, 44],
        ],
      ],
    }),
  ).toBe(false)
  expect(area({ type: 'Point', coordinates: [10, 44] })).toBe(false)
  expect(territoryAreaSchema.safeParse({ level: 'city', country: 'IT' }).success).toBe(false)
  expect(territoryFactsSchema.safeParse({ ...facts('x'), timeZone: 'Mars/Olympus' }).success).toBe(false)
})

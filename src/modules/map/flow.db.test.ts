import { beforeEach, expect, test } from 'vitest'
import { givenActor, anActor } from '@tests/builders/actor'
import { regionsAround } from '@tests/builders/region'
import { givenRelation, party } from '@tests/builders/relation'
import { emptyDatabase } from '@tests/database'
import { systemViewer } from '@/core/viewer'
import { saveActors } from '@/modules/actors/actor.commands'
import { findActors } from '@/modules/actors/actor.queries'
import { findFlows } from '@/modules/map/flow.queries'
import { countRelations } from '@/modules/relations/relation.queries'
import { filterOf, type TieLevel } from '@/modules/taxonomy/filter.schema'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)

const filterIn = (query: string) => filterOf(new URLSearchParams(query)).filter
const flowsAt = async (level: TieLevel, query = '', box: [number, number, number, number] | null = null) =>
  findFlows(filterIn(query), { level, box, most: 150 })
const pairs = async (level: TieLevel, query = '') =>
  (await flowsAt(level, query)).flows.map(({ between, count }) => `${between} ${String(count)}`)

/** Two Italian regions with a city each; Germany with one; nothing of NUTS in South Africa. */
async function givenPlaces() {
  await db.nutsRegion.createMany({
    data: [...regionsAround('ITH53', 10, 44), ...regionsAround('ITC11', 7, 45), ...regionsAround('DE300', 13, 52)],
  })
  const place = { featureCode: 'PPL', population: 1 }
  await db.place.createMany({
    data: [
      { ...place, id: 1, name: 'Reggio Emilia', country: 'IT', longitude: 10.6, latitude: 44.7, nutsCode: 'ITH53' },
      { ...place, id: 2, name: 'Torino', country: 'IT', longitude: 7.7, latitude: 45.1, nutsCode: 'ITC11' },
      { ...place, id: 3, name: 'Berlin', country: 'DE', longitude: 13.4, latitude: 52.5, nutsCode: 'DE300' },
      { ...place, id: 4, name: 'Polokwane', country: 'ZA', longitude: 29.4, latitude: -23.9 },
    ],
  })
  const actor = (name: string, country: string, placeId: number, longitude: number, latitude: number) =>
    givenActor({ name, country, placeId, longitude, latitude })
  return {
    reggio: await actor('Reggio', 'IT', 1, 10.6, 44.7),
    torino: await actor('Torino', 'IT', 2, 7.7, 45.1),
    berlin: await actor('Berlin', 'DE', 3, 13.4, 52.5),
    polokwane: { placeId: 4, role: 'partner' as const },
  }
}

test('two places are tied once by a relation, at the level of the map', async () => {
  const { reggio, berlin, polokwane } = await givenPlaces()
  await givenRelation({ parties: [party(reggio), party(berlin)] })
  await givenRelation({ type: 'memorandum', parties: [polokwane, party(reggio)] })
  expect(await pairs('country')).toEqual(['DE~IT 1', 'IT~ZA 1'])
  expect(await pairs('region')).toEqual(['DE30~ITH5 1', 'ITH5~ZA 1'])
  expect(await pairs('city')).toEqual(['1~3 1', '1~4 1'])
  expect((await flowsAt('region')).flows[0]).toMatchObject({
    ends: [
      { sign: 'DE30', name: 'Region DE30', country: 'DE', at: [13.5, 52.5] },
      { sign: 'ITH5', name: 'Region ITH5', country: 'IT', at: [10.5, 44.5] },
    ],
    group: 'institutional',
    byType: { twinning: 1 },
  })
})

test('of many parties the holder is tied to each other, else the first with a point', async () => {
  const { reggio, torino, berlin, polokwane } = await givenPlaces()
  const parties = [party(torino), party(reggio), party(berlin), polokwane]
  await givenRelation({ type: 'memorandum', holderId: reggio.id, parties })
  expect(await pairs('country')).toEqual(['DE~IT 1', 'IT~ZA 1'])
  expect(await pairs('city')).toEqual(['1~2 1', '1~3 1', '1~4 1'])
  const nowhere = await givenActor({ name: 'Nowhere', country: 'FR' })
  await givenRelation({ type: 'network_membership', parties: [party(nowhere), party(berlin), polokwane] })
  expect(await pairs('country', 'type=network_membership')).toEqual(['DE~FR 1', 'DE~ZA 1'])
})

test('the count of a flow is the total of the list behind it, whatever the filter', async () => {
  const { reggio, torino, berlin, polokwane } = await givenPlaces()
  const others = [party(torino), party(berlin), polokwane]
  for (const type of ['memorandum', 'cultural_exchange', 'network_membership'] as const)
    for (const other of others.slice(type === 'memorandum' ? 0 : 1))
      await givenRelation({ type, parties: [party(reggio), other] })
  for (const level of ['country', 'region', 'city'] as const)
    for (const query of ['', 'scope=all', 'type=memorandum&scope=all', 'country=ZA', 'group=institutional&scope=all']) {
      const { flows, untied } = await flowsAt(level, query)
      for (const { between, count } of flows)
        expect(await countRelations(filterIn(`${query}&between=${between}`))).toMatchObject({ total: count })
      const [first] = flows
      if (first !== undefined && !query.includes('country')) {
        const { rows } = await findActors(filterIn(`${query}&between=${first.between}`), { limit: 50, locale: 'en' })
        expect(rows.map(({ slug }) => slug)).toContain(reggio.slug)
      }
      const { total } = await countRelations(filterIn(query))
      expect(flows.reduce((sum, { count }) => sum + count, 0) + untied).toBe(total)
    }
})

test('an actor that moves, a holder that changes and a relation that goes change the flows at once', async () => {
  const { reggio, torino, berlin, polokwane } = await givenPlaces()
  const saved = await givenRelation({
    type: 'memorandum',
    holderId: reggio.id,
    parties: [party(reggio), party(berlin)],
  })
  expect(await pairs('city')).toEqual(['1~3 1'])
  await db.relation.update({ where: { id: saved.id }, data: { holderId: null } })
  await saveActors(systemViewer, [
    {
      ...{ id: reggio.id, version: reggio.version },
      actor: anActor({ name: 'Reggio', placeId: 2, longitude: 7.7, latitude: 45.1 }),
    },
  ])
  expect(await pairs('city')).toEqual(['2~3 1'])
  expect(await pairs('region')).toEqual(['DE30~ITC1 1'])
  await db.relationParty.create({
    data: { relationId: saved.id, position: 2, placeId: polokwane.placeId, role: 'partner' },
  })
  await db.relation.update({ where: { id: saved.id }, data: { holderId: berlin.id } })
  await db.dataVersion.updateMany({ data: { version: { increment: 1 } } })
  expect(await pairs('city')).toEqual(['2~3 1', '3~4 1'])
  await db.relation.delete({ where: { id: saved.id } })
  expect(await db.relationReach.count()).toBe(0)
  expect(torino.id).not.toBe(reggio.id)
})

test('what is in view has an end in the box; the cap keeps the strongest and says how many there are', async () => {
  const { reggio, torino, berlin, polokwane } = await givenPlaces()
  await givenRelation({ parties: [party(reggio), party(berlin)] })
  await givenRelation({ type: 'memorandum', parties: [party(reggio), party(berlin)] })
  await givenRelation({ type: 'memorandum', parties: [party(torino), polokwane] })
  const found = await findFlows({}, { level: 'city', box: null, most: 1 })
  expect(found).toMatchObject({ total: 2, flows: [{ between: '1~3', count: 2 }] })
  expect((await flowsAt('city', '', [28, -25, 30, -22])).flows.map(({ between }) => between)).toEqual(['2~4'])
  expect((await flowsAt('city', '', [170, -25, -170, -22])).flows).toEqual([])
  expect((await flowsAt('region', '', [13, 52, 14, 53])).flows.map(({ between }) => between)).toEqual(['DE30~ITH5'])
})

test('an arrow is told where all that flows flows one way', async () => {
  const { reggio, torino, berlin, polokwane } = await givenPlaces()
  await givenRelation({ type: 'export', parties: [party(reggio), party(berlin)] })
  expect((await flowsAt('country')).flows[0]).toMatchObject({ towards: 'DE' })
  await givenRelation({ type: 'export', parties: [party(berlin), party(torino)] })
  expect((await flowsAt('country')).flows[0]).toMatchObject({ towards: null, count: 2 })
  expect((await flowsAt('city')).flows).toMatchObject([{ towards: '3' }, { towards: '2' }])
  await givenRelation({ parties: [party(reggio), polokwane] })
  expect((await flowsAt('country', 'type=twinning')).flows[0]).toMatchObject({ towards: null })
})

test('the two places of `between` are read in any order, and must be of one level', () => {
  expect(filterIn('between=ZA~IT').between).toEqual({ signs: ['IT', 'ZA'], level: 'country' })
  expect(filterIn('between=ZA~ITH5').between).toMatchObject({ level: 'region' })
  expect(filterIn('between=3169522~2925533').between).toMatchObject({ signs: ['2925533', '3169522'], level: 'city' })
  for (const wrong of ['IT', 'IT~IT', 'IT~XX', 'IT~12', 'IT~ZA~DE', 'it~za', 'GR11~IT', 'ITH53~ITC1', '~', '01~2'])
    expect([wrong, filterOf(new URLSearchParams({ between: wrong })).ignored]).toEqual([wrong, ['between']])
  for (const wrong of ['XX', 'GR1', 'XX12', 'ITH533', 'ith5'])
    expect(filterOf(new URLSearchParams({ region: wrong })).ignored).toEqual(['region'])
  expect(filterIn('region=EL30').region).toBe('EL30')
})

import { beforeEach, expect, test } from 'vitest'
import { anActor, givenActors } from '@tests/builders/actor'
import { byDecade, figuresOfActors } from '@tests/builders/actor-figures'
import { diceOf } from '@tests/builders/dice'
import { deeds, givenPlaces, randomFilter, type World } from '@tests/builders/random-deeds'
import { aRelation } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { asOwner, emptyDatabase } from '@tests/database'
import { unitBoxesOf } from '@/core/grid'
import { systemViewer } from '@/core/viewer'
import { findProfiles } from '@/modules/adoption/likeness.queries'
import { countActors, countActorsByCountry } from '@/modules/actors/actor.queries'
import { findActorCells } from '@/modules/actors/cell.queries'
import { currentAtlas } from '@/modules/census/atlas.queries'
import { coverageInMemory } from '@/modules/census/coverage-count.queries'
import { kindsInMemory } from '@/modules/census/cell-count.queries'
import type { Cell } from '@/modules/census/cell.schema'
import { getTerritoryFigures } from '@/modules/insights/territory-figures.queries'
import { findFacet } from '@/modules/map/facet.queries'
import { findFlows } from '@/modules/map/flow.queries'
import { findRegions } from '@/modules/map/region.queries'
import { findTerritoryLines, type TerritoryLine } from '@/modules/map/territory-lines.queries'
import { findYears } from '@/modules/map/year.queries'
import { findNetwork } from '@/modules/network/network.queries'
import { saveRelations } from '@/modules/relations/relation.commands'
import {
  countRelations,
  countRelationsByCountry,
  countRelationsByDecade,
  coverageOfRelations,
  findRelations,
} from '@/modules/relations/relation.queries'
import { facetKeys } from '@/modules/taxonomy/facet.schema'
import { type Filter, filterSchema } from '@/modules/taxonomy/filter.schema'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)

const sortedCells = (cells: readonly Cell[]) => [...cells].sort((a, b) => a.west - b.west || a.north - b.north)

/** Places in the middle of many ends differ in the last digit by the order these are added in. */
const middles = (lines: readonly TerritoryLine[]) =>
  lines
    .map(({ to: [longitude, latitude], ...line }) => ({ ...line, to: [longitude.toFixed(9), latitude.toFixed(9)] }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
const page = { limit: 7, locale: 'en' }

/** Of a filter, and around one of its actors. */
async function networksOf(filter: Filter) {
  const network = await findNetwork(filter, { locale: 'it' })
  const actor = network.nodes.findLast(({ slug }) => slug !== null)?.slug ?? null
  const around = async (steps: number) => actor !== null && findNetwork(filter, { actor, steps, locale: 'it' })
  return [network, await around(1), await around(2), await around(3)]
}

/** One after the other: all at once they wait for connections longer than they may, on a busy machine. */
async function facetsOf(filter: Filter) {
  const found: object[] = []
  for (const of of ['actors', 'relations'] as const)
    for (const facet of facetKeys) found.push({ of, facet, ...(await findFacet({ of, facet, filter, locale: 'en' })) })
  return found
}

/** All that maps, lists and their filters count. */
async function answersTo(filter: Filter, level: number) {
  const boxes = filter.bbox === undefined ? null : unitBoxesOf(filter.bbox)
  const regions = { base: null, box: null }
  return {
    cells: sortedCells(await findActorCells(filter, level, boxes)),
    actors: await countActors(filter),
    relations: await countRelations(filter),
    countries: [await countActorsByCountry(filter), await countRelationsByCountry(filter)],
    years: await findYears(filter),
    regions: [
      await findRegions(filter, { ...regions, measure: 'actors', level: 'nuts2' }),
      await findRegions(filter, { ...regions, measure: 'relations', level: 'nuts3' }),
    ],
    flows: [
      await findFlows(filter, { level: 'country', box: null, most: 150 }),
      await findFlows(filter, { level: 'region', box: [5, 40, 12, 50], most: 2 }),
      await findFlows(filter, { level: 'city', box: [5, 40, 12, 50], most: 150 }),
      await findFlows(filter, { level: 'city', box: null, most: 150 }),
    ],
    figures: [
      await coverageOfRelations(filter),
      byDecade(await countRelationsByDecade(filter)),
      await getTerritoryFigures({ slug: 'gavle', country: 'SE' }),
      middles(
        await findTerritoryLines({ slug: 'reggio-emilia', country: 'IT', longitude: 10.6, latitude: 44.7 }, filter),
      ),
    ],
    lists: [
      (await findRelations({ ...filter, sort: 'started' }, page)).rows.map(({ id }) => id),
      (await findRelations({ ...filter, sort: '-started' }, page)).rows.map(({ id }) => id),
    ],
    profiles: [...((await findProfiles()) ?? [])]
      .filter(([, profile]) => Object.keys(profile).length > 0)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
    networks: await networksOf(filter),
    ofActors: await figuresOfActors(filter),
    facets: await facetsOf(filter),
  }
}

/** Nothing is remembered from the answers before. */
const anew = () => asOwner('UPDATE data_version SET version = version + 1')
/** The same, and memory has had the time it needs. */
const caughtUp = async () => {
  await anew()
  expect(await currentAtlas(20_000), 'there is an atlas').not.toBeNull()
}

async function expectSame(filter: Filter, level: number) {
  await caughtUp()
  expect(await kindsInMemory(filter), 'it answers').not.toBeNull()
  const fromMemory = await answersTo(filter, level)
  await anew()
  globalThis.isAtlasKept = false
  const fromDatabase = await answersTo(filter, level).finally(() => {
    globalThis.isAtlasKept = true
  })
  // The order of equal countries is no part of an answer.
  for (const { countries } of [fromMemory, fromDatabase])
    for (const list of countries) list.sort((a, b) => (a.country < b.country ? -1 : 1))
  expect(fromMemory, JSON.stringify(filter)).toEqual(fromDatabase)
  return fromDatabase
}

/** CHANGES=1000 for the whole of it; `npm test` does enough to meet every deed. */
const changes = Number(process.env.CHANGES ?? '40')
/** Each of the first hundred changes is followed by a comparison, later every fifth; memory follows each alone. */
const isCompared = (turn: number) => turn < 100 || turn % 5 === 4

test(
  `after ${String(changes)} random changes memory answers random filters as the database does`,
  { timeout: 120_000 + changes * 10_000 },
  async () => {
    await givenPlaces()
    const above = await givenTerritory({ slug: 'above' })
    const reggio = await givenTerritory({ parentId: above.id })
    const homes = [reggio.id, (await givenTerritory({ slug: 'gavle', country: 'SE' })).id]
    const world: World = { admin: await givenViewer('admin'), dice: diceOf(25), homes, merges: [] }
    const done: Record<string, number> = {}
    const seen = { actors: 0, relations: 0, flows: 0, profiles: 0 }
    let compared = 0
    const order = ['import', 'tie', 'import', 'tie', ...Object.keys(deeds)]
    for (let turn = 0; turn < changes; turn++) {
      const deed = order[turn] ?? world.dice.of(order)
      await deeds[deed]?.(world).catch((error: unknown) => {
        if (!['forbidden', 'conflict', 'invalid', 'not-found'].includes(Object(error).code)) throw error
        done.refusals = (done.refusals ?? 0) + 1
      })
      done[deed] = (done[deed] ?? 0) + 1
      await caughtUp()
      if (!isCompared(turn)) continue
      compared++
      const { actors, relations, flows, profiles } = await expectSame(
        await randomFilter(world),
        2 + world.dice.upTo(29),
      )
      seen.actors += actors.total > 0 ? 1 : 0
      seen.relations += relations.total > 0 ? 1 : 0
      seen.profiles += profiles.some(([, { type = {} }]) => Object.keys(type).length > 1) ? 1 : 0
      seen.flows += flows.some(({ total }) => total > 0) ? 1 : 0
    }
    const { total } = (await expectSame(filterSchema.parse({ scope: 'all' }), 12)).relations
    expect(total).toBeGreaterThan(1)
    expect(Object.keys(done)).toEqual(expect.arrayContaining(Object.keys(deeds)))
    // The dice find something, often enough.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(compared / 8)
  },
)

test('what is written while it is read, in transactions that end later, is not missed', async () => {
  const [one] = await givenActors([anActor({ name: 'One' }), anActor({ name: 'Two' })])
  let release = () => {}
  const isReleased = new Promise<void>((done) => (release = done))
  const late = db.$transaction(async (tx) => {
    await tx.actor.updateMany({ where: { id: one?.id ?? '' }, data: { kind: 'university' } })
    await isReleased
  })
  await givenActors([anActor({ name: 'Three', kind: 'other' })])
  await caughtUp()
  expect((await kindsInMemory({}))?.map(({ kind, actors }) => [kind, actors])).toEqual([
    ['enterprise', 2],
    ['other', 1],
  ])
  release()
  await late
  await caughtUp()
  expect((await kindsInMemory({}))?.map(({ kind }) => kind)).toEqual(['enterprise', 'university', 'other'])
})

test('who confirmed a relation when, and whether firms may use it, is followed', async () => {
  const [one, other] = await givenActors([anActor({ name: 'One' }), anActor({ name: 'Other', country: 'SE' })])
  const parties = [one, other].map((actor) => ({ actorId: actor?.id ?? '', role: 'partner' as const }))
  await saveRelations(systemViewer, [{ territoryId: null, status: 'published', relation: aRelation({ parties }) }])
  const coverage = () => coverageInMemory({})
  await caughtUp()
  expect(await coverage()).toMatchObject({ total: 1, confirmed: 0, usable: 0 })
  await asOwner(`UPDATE relation SET usable_by_firms = 'on_request'`)
  await caughtUp()
  expect(await coverage()).toMatchObject({ usable: 1 })
  await asOwner(`UPDATE relation SET verified_at = now() - interval '12 months' + interval '1 minute'`)
  await caughtUp()
  expect(await coverage()).toMatchObject({ confirmed: 1 })
  await asOwner(`UPDATE relation SET verified_at = now() - interval '12 months' - interval '1 minute'`)
  await caughtUp()
  expect(await coverage()).toMatchObject({ confirmed: 0 })
})

test('a log that was forgotten or emptied is noticed, and all is read anew', async () => {
  const [one] = await givenActors([anActor({ name: 'One' })])
  const shown = async () => (await currentAtlas(20_000))?.actors.count
  expect(await shown()).toBe(1)
  await asOwner(`UPDATE actor SET kind = 'university' WHERE id = $1`, [one?.id])
  await asOwner(`UPDATE census_epoch SET pruned_xid = (SELECT max(xid) FROM census_change); DELETE FROM census_change`)
  await caughtUp()
  expect(await kindsInMemory({})).toMatchObject([{ kind: 'university' }])
  await emptyDatabase()
  expect(await shown()).toBe(0)
  await asOwner('TRUNCATE actor CASCADE')
  await givenActors([anActor({ name: 'New' })])
  expect(await shown()).toBe(1)
})

test('what is not public is in no column', async () => {
  const [one, other] = await givenActors([
    anActor({ name: 'One', sectors: ['C28'] }),
    anActor({ name: 'Other', country: 'ZA', sectors: ['P85'], visibility: 'territory' }),
    anActor({ name: 'Third', country: 'SE' }),
  ])
  const parties = [one, other].map((actor) => ({ actorId: actor?.id ?? '', role: 'partner' as const }))
  await saveRelations(systemViewer, [
    { territoryId: null, status: 'published', relation: aRelation({ parties, programme: 'Quiet' }) },
  ])
  const atlas = await currentAtlas(20_000)
  expect(atlas?.actors.count).toBe(2)
  expect(atlas?.actors.sectorLists.codes.texts).toEqual(['', 'C28', 'C'])
  expect(atlas?.actors.sectorLists.count).toBe(2)
  expect(atlas?.relations.count).toBe(0)
  expect(atlas?.relations.programmes.texts).toEqual([''])
})

import { expect } from 'vitest'
import { systemViewer, type Viewer } from '@/core/viewer'
import { archiveActor, discardActor, publishActor, restoreActor, saveActors } from '@/modules/actors/actor.commands'
import type { NewActor } from '@/modules/actors/actor.schema'
import { mergeRecords, undoMerge } from '@/modules/curation/merge.commands'
import { mergeFormSchema } from '@/modules/curation/merge.schema'
import { doToMany } from '@/modules/desk/bulk.commands'
import { bulkSchema } from '@/modules/desk/bulk.schema'
import { saveRelations } from '@/modules/relations/relation.commands'
import type { NewRelation } from '@/modules/relations/relation.schema'
import { type Filter, filterSchema } from '@/modules/taxonomy/filter.schema'
import { actorKinds, relationStates } from '@/modules/taxonomy/taxonomy.schema'
import { db } from '@/platform/db'
import { asOwner } from '../database'
import { anActor, givenActors } from './actor'
import type { Dice } from './dice'
import { aRelation } from './relation'

/** Who acts, and what it acts on. */
export type World = { admin: Viewer; dice: Dice; homes: string[]; merges: string[] }

const square = (west: number, south: number) => ({
  type: 'MultiPolygon',
  coordinates: [[[[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]]],
}) // prettier-ignore

/** Italy and Germany have regions, the others are whole; each has a town of the gazetteer. */
export async function givenPlaces() {
  const codes = ['ITH', 'ITH5', 'ITH53', 'ITC', 'ITC1', 'ITC11', 'DE3', 'DE30', 'DE300']
  await db.nutsRegion.createMany({
    data: codes.map((code, n) => ({
      ...{ code, country: code.slice(0, 2), level: code.length - 2, version: '2021', name: code },
      boundary: square(n, 44),
    })),
  })
  const place = { featureCode: 'PPL', population: 1 }
  await db.place.createMany({
    data: [
      { ...place, id: 1, name: 'Reggio', country: 'IT', longitude: 10.6, latitude: 44.7, nutsCode: 'ITH53' },
      { ...place, id: 2, name: 'Torino', country: 'IT', longitude: 7.7, latitude: 45.1, nutsCode: 'ITC11' },
      { ...place, id: 3, name: 'Berlin', country: 'DE', longitude: 13.4, latitude: 52.5, nutsCode: 'DE300' },
      { ...place, id: 4, name: 'Polokwane', country: 'ZA', longitude: 29.4, latitude: -23.9 },
    ],
  })
}

const towns = [
  ...[{ longitude: 10.63, latitude: 44.7 }, { longitude: 7.7, latitude: 45.1 }, { longitude: 13.4, latitude: 52.5 }],
  ...[{ longitude: 179.99, latitude: -16.8 }, { longitude: -179.99, latitude: -16.8 }, { longitude: 0, latitude: 89 }],
] // prettier-ignore

function randomActor({ dice, homes }: World): NewActor {
  const town = dice.of(towns)
  const near = (value: number, most: number) => Math.max(-most, Math.min(most, value + dice.upTo(100) / 500))
  const home = dice.upTo(3) === 0 ? undefined : dice.of(homes)
  return anActor({
    ...{
      name: `Actor ${String(dice.upTo(1e9))}`,
      kind: dice.of(actorKinds),
      country: dice.of(['IT', 'DE', 'ZA', 'SE']),
    },
    ...(dice.upTo(6) > 0 && { longitude: near(town.longitude, 180), latitude: near(town.latitude, 90) }),
    ...(dice.upTo(3) > 0 && { placeId: 1 + dice.upTo(4) }),
    ...(dice.upTo(9) === 0 && { visibility: 'territory' as const }),
    ...{ coarsened: dice.upTo(4) === 0, sectors: dice.of([[], ['C'], ['C28'], ['C28', 'P85'], ['P']]) },
    ...(home !== undefined && { homeTerritoryId: home }),
  })
}

async function randomRelation({ dice }: World): Promise<NewRelation | null> {
  const rows = await db.actor.findMany({
    where: { status: 'published' },
    select: { id: true, country: true },
    orderBy: { id: 'asc' },
  })
  const [one, other] = [dice.of(rows), dice.of(rows)]
  if (one.id === other.id || one.country === other.country) return null
  const third = dice.of([
    [],
    [{ placeId: 1 + dice.upTo(4), role: 'partner' as const }],
    [{ country: 'FR', placeName: 'Nantes', role: 'partner' as const }],
  ])
  const parties = [
    { actorId: one.id, role: 'partner' as const },
    ...third,
    { actorId: other.id, role: 'partner' as const },
  ]
  return aRelation({
    ...{ type: dice.of(['twinning', 'eu_project', 'export', 'student_mobility', 'supply'] as const), parties },
    ...{
      state: dice.of(relationStates.filter((state) => state !== 'ended')),
      themes: dice.of([[], ['water'], ['water', 'digital']]),
    },
    ...{ sectors: dice.of([[], ['C28'], ['P85', 'C']]) },
    ...(dice.upTo(2) === 0 && { programme: dice.of(['Erasmus', 'ERASMUS', 'Interreg']) }),
    ...(dice.upTo(2) === 0 && { started: dice.of(['1963', '1999-05', '2011-02-03']) }),
    ...(dice.upTo(3) === 0 && { ended: dice.of(['2012', '2019-07']), state: 'ended' as const }),
    ...(dice.upTo(2) === 0 && { holderId: one.id }),
    ...(dice.upTo(12) === 0 && { visibility: 'territory' as const }),
  })
}

const some = <Row>({ dice }: World, rows: Row[], most: number): Row[] =>
  Array.from({ length: Math.min(most, rows.length) }, () => rows.splice(dice.upTo(rows.length), 1)[0]).filter(
    (row) => row !== undefined,
  )
const facts = { select: { id: true, version: true, status: true }, orderBy: { id: 'asc' } } as const
const someActors = async (world: World, most: number) => some(world, await db.actor.findMany(facts), most)
const someRelations = async (world: World, most: number) => some(world, await db.relation.findMany(facts), most)

/** Every way there is to change what the public atlas shows, each at random. */
export const deeds: Record<string, (world: World) => Promise<unknown>> = {
  import: (world) => givenActors(Array.from({ length: 1 + world.dice.upTo(20) }, () => randomActor(world))),
  tie: async (world) => {
    for (let turn = 0; turn < 6; turn++) {
      const relation = await randomRelation(world)
      if (relation !== null) await saveRelations(systemViewer, [{ territoryId: null, status: 'published', relation }])
    }
  },
  retie: async (world) => {
    for (const { id, version } of await someRelations(world, 3)) {
      const relation = await randomRelation(world)
      if (relation !== null) await saveRelations(world.admin, [{ id, version, relation }])
    }
  },
  save: async (world) => {
    const present = await someActors(world, 1 + world.dice.upTo(3))
    await saveActors(world.admin, present.map(({ id, version }) => ({ id, version, actor: randomActor(world) }))) // prettier-ignore
  },
  life: async (world) => {
    for (const { id, version, status } of await someActors(world, 3)) {
      if (status === 'published') await archiveActor(world.admin, { id, version })
      else if (status === 'archived') await restoreActor(world.admin, { id, version })
      else
        await (world.dice.upTo(2) === 0
          ? discardActor(world.admin, { id, version })
          : publishActor(world.admin, { id, version }))
    }
  },
  many: async (world) => {
    const kind = world.dice.of(['actor', 'relation'] as const)
    const ids = (await (kind === 'actor' ? someActors(world, 8) : someRelations(world, 8))).map(({ id }) => id)
    const deed = world.dice.of(['publish', 'archive', 'verify'])
    if (ids.length > 0) await doToMany(world.admin, bulkSchema.parse({ kind, deed, ids }))
  },
  merge: async (world) => {
    const [one, other] = (await someActors(world, 50)).filter(({ status }) => status === 'published')
    if (one === undefined || other === undefined) return
    const form = { kind: 'actor', keep: 'first', firstId: one.id, secondId: other.id }
    const versions = { firstVersion: String(one.version), secondVersion: String(other.version) }
    world.merges.push(await mergeRecords(world.admin, mergeFormSchema.parse({ ...form, ...versions })))
  },
  undo: async (world) => {
    const id = world.merges.pop()
    if (id !== undefined) await undoMerge(world.admin, id)
  },
  aside: async (world) => {
    // Whoever repairs rows by hand need know of nothing.
    const [ids, ties] = [await someActors(world, 5), await someRelations(world, 3)].map((rows) =>
      rows.map(({ id }) => id),
    )
    const home = world.dice.of(world.homes)
    const [set, of] = world.dice.of([
      [`UPDATE actor SET longitude = -longitude, coarsened = NOT coarsened`, ids],
      [`UPDATE actor SET country = 'FR', nuts_code = 'FR101'`, ids],
      [`UPDATE actor SET home_territory_id = '${home}', nuts_code = 'ITH53'`, ids],
      [`UPDATE actor SET visibility = 'partners'`, ids],
      [`UPDATE actor SET visibility = 'public', verified_at = now() - interval '20 months'`, ids],
      [`UPDATE relation SET state = 'dormant', renewed = '2015', verified_at = now() - interval '50 months'`, ties],
      [`UPDATE relation SET visibility = 'public', holder_id = NULL`, ties],
      [`UPDATE relation SET status = 'archived'`, ties],
      [`DELETE FROM relation`, ties],
      [`UPDATE actor SET fictitious = NOT fictitious`, ids],
      [`UPDATE relation SET fictitious = NOT fictitious`, ties],
      [
        `UPDATE territory SET parent_id = CASE WHEN parent_id IS NULL THEN (SELECT id FROM territory WHERE slug = 'above') END WHERE slug = 'gavle'`,
        null,
      ],
      [
        `UPDATE actor_name SET value = value || '!' WHERE actor_id = (SELECT id FROM actor ORDER BY id DESC LIMIT 1)`,
        null,
      ],
      [`UPDATE actor SET slug = slug || '-1'`, ids],
      [`UPDATE place SET longitude = longitude + 0.01`, null],
    ] as const)
    await (of === null ? asOwner(set) : asOwner(`${set} WHERE id = ANY($1)`, [of]))
    if (world.dice.upTo(2) === 0)
      await asOwner(`UPDATE relation_party SET home_territory_id = $1 WHERE position = 1 AND actor_id IS NULL`, [home])
  },
  refused: async (world) => {
    const [one] = await someActors(world, 1)
    const attempt = db.$transaction(async (tx) => {
      await tx.actor.updateMany({ where: { id: one?.id ?? '' }, data: { longitude: 1, latitude: 1, kind: 'other' } })
      throw new Error('taken back')
    })
    await expect(attempt).rejects.toThrow('taken back')
  },
}

/** Filters of all keys that memory answers. */
export async function randomFilter(world: World): Promise<Filter> {
  const { dice } = world
  const holders = await db.relation.findMany({
    distinct: 'holderId',
    select: { holderId: true },
    orderBy: { holderId: 'asc' },
  })
  const said: Record<string, unknown> = {}
  const maybe = (chance: number, key: string, value: () => unknown) => {
    if (dice.upTo(chance) === 0) said[key] = value()
  }
  maybe(4, 'kind', () => [dice.of(actorKinds), dice.of(actorKinds)])
  maybe(5, 'country', () => [dice.of(['IT', 'DE', 'ZA']), 'SE'])
  maybe(6, 'region', () => dice.of(['IT', 'ITH', 'ITH5', 'DE300']))
  maybe(5, 'territory', () => dice.of(['reggio-emilia', 'gavle', 'nowhere']))
  maybe(5, 'sector', () => [dice.of(['C', 'C28', 'P85'])])
  maybe(5, 'verified', () => dice.of(['fresh', 'ageing', 'old', 'never']))
  maybe(5, 'bbox', () => dice.of(['7,40,14,60', '170,-30,-170,10', '-180,-90,180,90', '-30,86,40,90']))
  maybe(5, 'type', () => [dice.of(['twinning', 'export']), 'eu_project'])
  maybe(8, 'group', () => [dice.of(['economic', 'knowledge'])])
  maybe(7, 'state', () => [dice.of(relationStates)])
  maybe(7, 'theme', () => [dice.of(['water', 'digital'])])
  maybe(7, 'programme', () => dice.of(['erasmus', 'INTERREG']))
  maybe(6, 'since', () => dice.of(['1990', '2013']))
  maybe(6, 'until', () => dice.of(['1970', '2015']))
  maybe(8, 'between', () => dice.of(['IT~DE', 'DE30~ITH5', 'ITC1~ZA', '1~3', '2~4']))
  maybe(5, 'holder', () => dice.of(['nobody', ...holders.flatMap(({ holderId }) => holderId ?? [])]))
  maybe(4, 'scope', () => dice.of(['international', 'domestic', 'all']))
  return filterSchema.parse(said)
}

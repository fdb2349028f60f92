import { beforeEach, expect, test } from 'vitest'
import { anActor, givenActor, givenActors } from '@tests/builders/actor'
import { type Dice, diceOf } from '@tests/builders/dice'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { asOwner, emptyDatabase } from '@tests/database'
import { systemViewer, type Viewer } from '@/core/viewer'
import { archiveActor, discardActor, publishActor, restoreActor, saveActors } from '@/modules/actors/actor.commands'
import type { NewActor } from '@/modules/actors/actor.schema'
import { mergeRecords, undoMerge } from '@/modules/curation/merge.commands'
import { mergeFormSchema } from '@/modules/curation/merge.schema'
import { doToMany } from '@/modules/desk/bulk.commands'
import { bulkSchema } from '@/modules/desk/bulk.schema'
import { actorKinds } from '@/modules/taxonomy/taxonomy.schema'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)

const sums = `level, cell::text, kind::text, country::text, home::text, actors, mx::text, my::text, west, east, north, south, one::text`
const kept = () => asOwner(`SELECT ${sums} FROM map_cell ORDER BY 1, 2, 3, 4, 5`)
/** Every level counted from the actors themselves, as the map did before there were sums. */
const counted = () =>
  asOwner(`
    SELECT ${sums} FROM (
      SELECT level, mz >> 2 * (30 - level) AS cell, kind, country, coalesce(home_territory_id::text, '00000000-0000-0000-0000-000000000000') AS home,
             count(*)::int AS actors, sum(mx) AS mx, sum(my) AS my, min(mx) AS west, max(mx) AS east, min(my) AS north, max(my) AS south,
             min(id::text COLLATE "C") AS one
      FROM public_actor CROSS JOIN generate_series(2, 11) AS level WHERE mz IS NOT NULL GROUP BY 1, 2, 3, 4, 5
    ) AS found ORDER BY 1, 2, 3, 4, 5`)

async function expectExact() {
  expect(await kept()).toEqual(await counted())
  expect(await asOwner('SELECT count(*)::int AS notes FROM map_change')).toEqual([{ notes: 0 }])
}

const modena = { longitude: 10.92, latitude: 44.65 }

test('what is public and has a point is summed on every level, the rest is not', async () => {
  await givenActors([
    anActor({ name: 'One', ...modena }),
    anActor({ name: 'Two', ...modena, kind: 'university' }),
    anActor({ name: 'Nowhere' }),
    anActor({ name: 'Hidden', ...modena, visibility: 'territory' }),
  ])
  await saveActors(systemViewer, [{ territoryId: null, actor: anActor({ name: 'Draft', ...modena }) }])
  await expectExact()
  expect(await kept()).toHaveLength(20)
})

test('a save that leaves place, kind and home alone touches no sum', async () => {
  const saved = await givenActor({ name: 'One', ...modena })
  const stamps = () => asOwner('SELECT xmin::text FROM map_cell ORDER BY level')
  const before = await stamps()
  await saveActors(systemViewer, [{ ...saved, actor: anActor({ name: 'Uno', ...modena, tags: ['latte'] }) }])
  expect(await stamps()).toEqual(before)
})

test('saves that race for the same cells, on both sides of a line, lose nobody', async () => {
  const spots = Array.from({ length: 20 }, (_, index) => ({
    longitude: 11.25 + (index % 2 ? 0.001 : -0.001),
    latitude: 44,
  }))
  const saved = await Promise.all(spots.map((spot, index) => givenActor({ name: `A ${String(index)}`, ...spot })))
  await expectExact()
  await Promise.all(
    saved.map((one, index) => {
      const spot = spots[(index + 1) % spots.length] ?? modena
      return index % 3 === 0
        ? archiveActor(systemViewer, one)
        : saveActors(systemViewer, [{ ...one, actor: anActor({ name: 'Moved', ...spot }) }])
    }),
  )
  await expectExact()
})

test('a rebuild from nothing gives the same', async () => {
  await givenActors([anActor({ name: 'One', ...modena }), anActor({ name: 'Two', longitude: 13.2, latitude: 55.7 })])
  const before = await kept()
  await asOwner('DELETE FROM map_cell; SELECT rebuild_map_cells()')
  expect(await kept()).toEqual(before)
})

type World = { admin: Viewer; dice: Dice; homes: string[]; merges: string[] }

const towns = [
  ...[
    modena,
    { longitude: 10.63, latitude: 44.7 },
    { longitude: 17.14, latitude: 60.67 },
    { longitude: 16.93, latitude: 52.41 },
  ],
  ...[
    { longitude: -1.55, latitude: 53.8 },
    { longitude: 179.99, latitude: -16.8 },
    { longitude: -179.99, latitude: -16.8 },
  ],
  ...[
    { longitude: 0, latitude: 89 },
    { longitude: -180, latitude: -90 },
    { longitude: 180, latitude: 0 },
  ],
]

function randomActor({ dice, homes }: World): NewActor {
  const town = dice.of(towns)
  const near = (value: number, most: number) => Math.max(-most, Math.min(most, value + dice.upTo(100) / 500))
  const home = dice.upTo(3) === 0 ? undefined : dice.of(homes)
  return anActor({
    ...{
      name: `Actor ${String(dice.upTo(1e9))}`,
      kind: dice.of(actorKinds),
      country: dice.of(['IT', 'SE', 'PL', 'GB']),
    },
    ...(dice.upTo(6) > 0 && { longitude: near(town.longitude, 180), latitude: near(town.latitude, 90) }),
    ...(dice.upTo(9) === 0 && { visibility: 'territory' as const }),
    ...{ coarsened: dice.upTo(4) === 0 },
    ...(home !== undefined && { homeTerritoryId: home }),
  })
}

/** Some actors as they stand, in any state. */
const someActors = async ({ dice }: World, most: number) => {
  const rows = await db.actor.findMany({ select: { id: true, version: true, status: true }, orderBy: { id: 'asc' } })
  return Array.from({ length: Math.min(most, rows.length) }, () => rows.splice(dice.upTo(rows.length), 1)[0]).filter(
    (row) => row !== undefined,
  )
}

const deeds: Record<string, (world: World) => Promise<unknown>> = {
  import: async (world) => {
    const actors = Array.from({ length: 1 + world.dice.upTo(40) }, () => randomActor(world))
    const status = world.dice.of(['published', 'draft'] as const)
    await saveActors(
      systemViewer,
      actors.map((actor) => ({
        territoryId: world.dice.upTo(3) === 0 ? null : world.dice.of(world.homes),
        status,
        actor,
      })),
      { writer: 'source:a file' },
    )
  },
  save: async (world) => {
    const present = await someActors(world, 1 + world.dice.upTo(3))
    await saveActors(
      world.admin,
      present.map(({ id, version }) => ({ id, version, actor: randomActor(world) })),
    )
  },
  life: async (world) => {
    for (const { id, version, status } of await someActors(world, 3)) {
      const at = { id, version }
      if (status === 'published') await archiveActor(world.admin, at)
      else if (status === 'archived') await restoreActor(world.admin, at)
      else await (world.dice.upTo(2) === 0 ? discardActor(world.admin, at) : publishActor(world.admin, at))
    }
  },
  many: async (world) => {
    const ids = (await someActors(world, 12)).map(({ id }) => id)
    const deed = world.dice.of(['publish', 'archive', 'verify'])
    if (ids.length > 0) await doToMany(world.admin, bulkSchema.parse({ kind: 'actor', deed, ids }))
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
    // What no command does: whoever repairs rows by hand need not know of the sums.
    const ids = (await someActors(world, 5)).map(({ id }) => id)
    const set = world.dice.of([
      `longitude = -longitude, coarsened = NOT coarsened`,
      `kind = 'university'`,
      `country = 'FR'`,
      `home_territory_id = '${world.dice.of(world.homes)}'`,
      `visibility = 'partners'`,
      `status = 'published', visibility = 'public'`,
    ])
    await asOwner(`UPDATE actor SET ${set} WHERE id = ANY($1)`, [ids])
  },
  refused: async (world) => {
    const [one] = await someActors(world, 1)
    const attempt = db.$transaction(async (tx) => {
      await tx.actor.updateMany({ where: { id: one?.id ?? '' }, data: { longitude: 1, latitude: 1 } })
      throw new Error('taken back')
    })
    await expect(attempt).rejects.toThrow('taken back')
  },
}

/** CHANGES=1000 for the whole of it; `npm test` does enough to meet every deed. */
const changes = Number(process.env.CHANGES ?? '100')

test(
  `after ${String(changes)} random changes, by every way there is, the sums are what a count of the actors gives`,
  { timeout: 600_000 },
  async () => {
    const homes = [(await givenTerritory()).id, (await givenTerritory({ slug: 'gavle', country: 'SE' })).id]
    const world: World = { admin: await givenViewer('admin'), dice: diceOf(4), homes, merges: [] }
    const done: Record<string, number> = {}
    for (let turn = 0; turn < changes; turn++) {
      const deed = turn === 0 ? 'import' : world.dice.of(Object.keys(deeds))
      await deeds[deed]?.(world).catch((error: unknown) => {
        // Not every pair can be merged, nor every merge be taken back; what is refused must leave the sums alone too.
        if (!['forbidden', 'conflict', 'invalid', 'not-found'].includes(Object(error).code)) throw error
        done.refusals = (done.refusals ?? 0) + 1
      })
      done[deed] = (done[deed] ?? 0) + 1
      if (turn % 20 === 0) await expectExact()
    }
    await expectExact()
    expect(Object.keys(done)).toEqual(expect.arrayContaining(Object.keys(deeds)))
    expect(done.refusals ?? 0).toBeLessThan(changes / 4)
  },
)

import { beforeEach, expect, test } from 'vitest'
import { anActor, givenActors } from '@tests/builders/actor'
import { diceOf } from '@tests/builders/dice'
import { asOwner, emptyDatabase } from '@tests/database'
import { findActorCells } from '@/modules/actors/cell.queries'
import { currentAtlas } from '@/modules/census/atlas.queries'
import type { Cell } from '@/modules/census/cell.schema'
import { filterSchema } from '@/modules/taxonomy/filter.schema'

beforeEach(emptyDatabase)

const sortedCells = (cells: readonly Cell[]) => [...cells].sort((a, b) => a.west - b.west || a.north - b.north)

/** Nothing is remembered from the answers before. */
const anew = () => asOwner('UPDATE data_version SET version = version + 1')
/** The same, and memory has had the time it needs. */
const caughtUp = async () => {
  await anew()
  expect(await currentAtlas(20_000), 'there is an atlas').not.toBeNull()
}

test('a map that is moved is told of the cells that stay as the database is, strays among them', async () => {
  const dice = diceOf(7)
  const somewhere = () => ({ longitude: 9 + dice.upTo(400) / 100, latitude: 43 + dice.upTo(300) / 100 })
  const kinds = ['enterprise', 'university'] as const
  const made = await givenActors(
    Array.from({ length: 120 }, (_, n) => anActor({ name: `Of ${String(n)}`, kind: dice.of(kinds), ...somewhere() })),
  )
  await caughtUp()
  // These have moved since they were put in order.
  for (const { id } of made.slice(0, 15))
    await asOwner('UPDATE actor SET longitude = $2, latitude = $3 WHERE id = $1', [
      ...[id, somewhere().longitude, somewhere().latitude],
    ])
  await caughtUp()
  const views = Array.from({ length: 40 }, () => {
    const [west, south] = [9 + dice.upTo(300) / 100, 43 + dice.upTo(200) / 100]
    const bbox = [west, south, west + 0.3 + dice.upTo(200) / 100, south + 0.3 + dice.upTo(150) / 100] as const
    const filter = filterSchema.parse({ bbox: bbox.join(), ...(dice.upTo(2) === 0 && { kind: ['university'] }) })
    return { filter, level: 6 + dice.upTo(8) }
  })
  const ask = async () => {
    const found = []
    for (const { filter, level } of views) found.push(sortedCells(await findActorCells(filter, level, null)))
    return found
  }
  const moved = await ask()
  expect(await ask()).toEqual(moved)
  await anew()
  globalThis.isAtlasKept = false
  const asked = await ask().finally(() => {
    globalThis.isAtlasKept = true
  })
  expect(moved).toEqual(asked)
  expect(asked.flat().length).toBeGreaterThan(100)
})

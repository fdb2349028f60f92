// 9-decisions, Map sums: clusters, marks and those without a point are the rows of the list, exactly, whatever is asked.
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { anActor, givenActors } from '@tests/builders/actor'
import { type Dice, diceOf } from '@tests/builders/dice'
import { givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { emptyDatabase } from '@tests/database'
import { bboxText, widened } from '@/core/view-box'
import { app } from '@/doors/app'
import { actorKinds } from '@/modules/taxonomy/taxonomy.schema'
import { db } from '@/platform/db'

const spots = [
  ...[[10.92, 44.65], [10.63, 44.7], [9.19, 45.46], [17.14, 60.67], [16.93, 52.41], [-0.38, 39.47]],
  ...[[179.999, -16.8], [-179.999, -16.8], [0, 0], [-180, 85.06], [180, -89], [11.25, 48.92], [28, -25.7]],
] as const // prettier-ignore
const countries = ['IT', 'SE', 'PL', 'ES', 'ZA']

beforeAll(async () => {
  await emptyDatabase()
  const dice = diceOf(11)
  const region = await givenTerritory({ slug: 'emilia-romagna', name: 'Emilia-Romagna' })
  const province = await givenTerritory({ parentId: region.id })
  const saved = await givenActors(
    Array.from({ length: 600 }, (_, index) => {
      const [longitude, latitude] = dice.of(spots)
      const home = dice.of(['', region.id, province.id])
      return anActor({
        ...{ name: `${dice.of(['Città', 'Żuraw', 'Åkeri', 'Officine'])} ${String(index)}`, kind: dice.of(actorKinds) },
        ...{ country: dice.of(countries), sectors: dice.upTo(3) === 0 ? ['C28'] : [], coarsened: dice.upTo(3) === 0 },
        ...(home !== '' && { homeTerritoryId: home }),
        ...(dice.upTo(8) > 0 && {
          longitude: Math.max(-180, Math.min(180, longitude + (dice.upTo(2000) - 1000) / 4000)),
          latitude: Math.max(-90, Math.min(90, latitude + (dice.upTo(2000) - 1000) / 4000)),
        }),
        ...(dice.upTo(20) === 0 && { visibility: 'territory' as const }),
      })
    }),
  )
  for (let turn = 0; turn < 60; turn++) {
    const parties = [dice.of(saved), dice.of(saved)]
    const [one, other] = parties
    if (one === undefined || other === undefined || one.id === other.id) continue
    await givenRelation({
      type: dice.of(['twinning', 'student_mobility']),
      parties: parties.map((end) => party(end)),
    })
  }
  await db.$executeRaw`UPDATE actor SET verified_at = now() - interval '1 month' * (random() * 60)::int WHERE right(slug, 1) < 'k'`
})

function randomBox(dice: Dice, zoom: number): string {
  const [longitude, latitude] = dice.of(spots)
  const [width, height] = [
    Math.min(350, (360 * 1280) / (256 * 2 ** zoom)),
    Math.min(170, (360 * 800) / (256 * 2 ** zoom)),
  ]
  const wrap = (degrees: number) => ((((degrees + 180) % 360) + 360) % 360) - 180
  const middle = longitude + (dice.upTo(100) - 50) / 200
  const seen = [
    ...[wrap(middle - width / 2), Math.max(-90, latitude - height * dice.of([0.1, 0.5]))],
    ...[wrap(middle + width / 2), Math.min(90, latitude + height * dice.of([0.1, 0.5]))],
  ] as const
  const [west = 0, south = 0, east = 0, north = 0] = seen
  const box = [west, south, east, north] as const
  return dice.upTo(2) === 0 ? bboxText(box) : bboxText(widened(box, zoom))
}

function randomQuestion(dice: Dice): { filter: URLSearchParams; zoom: number } {
  const filter = new URLSearchParams()
  const zoom = dice.of([0, 1, 2, 3, 4.5, 6, 8, 9, 10, 12, 14, 18, 22])
  const maybe = (chance: number, name: string, value: () => string) =>
    dice.upTo(chance) === 0 && filter.set(name, value())
  maybe(2, 'bbox', () => randomBox(dice, Math.floor(zoom)))
  maybe(3, 'kind', () => [dice.of(actorKinds), dice.of(actorKinds)].join())
  maybe(3, 'country', () => [dice.of(countries), dice.of(countries)].join())
  maybe(5, 'territory', () => dice.of(['emilia-romagna', 'reggio-emilia', 'nowhere']))
  maybe(8, 'q', () => dice.of(['citta', 'zuraw', 'officine 1', 'nobody']))
  maybe(8, 'sector', () => dice.of(['C28', 'C']))
  maybe(8, 'type', () => dice.of(['twinning', 'student_mobility']))
  maybe(10, 'verified', () => dice.of(['fresh', 'ageing', 'old', 'never']))
  return { filter, zoom }
}

const mapSchema = z.object({
  properties: z.object({ total: z.number(), withoutPoint: z.number() }),
  features: z.array(z.object({ properties: z.object({ count: z.number().optional() }) })),
})
const listSchema = z.object({
  data: z.array(z.object({ longitude: z.number().nullable() })),
  page: z.object({ total: z.number(), next: z.string().nullable() }),
})

async function ask(path: string): Promise<unknown> {
  const answer = await app.request(`http://localhost${path}`)
  expect(answer.status, path).toBe(200)
  return answer.json()
}

/** All pages of the list, by following `next`. */
async function wholeList(filter: URLSearchParams) {
  const rows: (number | null)[] = []
  const totals = new Set<number>()
  let next: string | null = `/api/v1/actors?limit=97&${filter.toString()}`
  while (next !== null) {
    const { data, page } = listSchema.parse(await ask(next.replace(/^https?:\/\/[^/]+/, '')))
    rows.push(...data.map(({ longitude }) => longitude))
    totals.add(page.total)
    next = page.next
  }
  return { rows, totals: [...totals] }
}

/** Views and filters to try: CHANGES=1000 asks for as many. */
const questions = Math.max(200, Number(process.env.CHANGES ?? '0'))

test(
  `for ${String(questions)} random views and filters the map, the list and the total say the same number`,
  { timeout: 300_000 },
  async () => {
    const dice = diceOf(12)
    const seen = { empty: 0, boxed: 0, pointless: 0 }
    for (let turn = 0; turn < questions; turn++) {
      const { filter, zoom } = randomQuestion(dice)
      const said = `${filter.toString()} at ${String(zoom)}`
      const { properties, features } = mapSchema.parse(
        await ask(`/api/map/actors?zoom=${String(zoom)}&${filter.toString()}`),
      )
      const { rows, totals } = await wholeList(filter)
      const drawn = features.reduce((sum, { properties: { count } }) => sum + (count ?? 1), 0)
      const pointless = rows.filter((longitude) => longitude === null).length
      expect({ total: properties.total, withoutPoint: properties.withoutPoint, drawn, totals }, said).toEqual({
        ...{ total: rows.length, withoutPoint: pointless, drawn: rows.length - pointless, totals: [rows.length] },
      })
      seen.empty += rows.length === 0 ? 1 : 0
      seen.boxed += filter.has('bbox') && rows.length > 0 ? 1 : 0
      seen.pointless += pointless > 0 ? 1 : 0
    }
    // The dice ask for something.
    expect(seen.empty).toBeLessThan(questions / 2)
    expect(seen.boxed).toBeGreaterThan(questions / 6)
    expect(seen.pointless).toBeGreaterThan(questions / 10)
  },
)

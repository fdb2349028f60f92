// Bad input of the map and its tiles: each answer names what is wrong, at once, and nobody beside them waits.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type RunningServer, startServer } from '../permissions/server'
import { anActor, givenActors } from '../builders/actor'
import { diceOf } from '../builders/dice'

let server: RunningServer
beforeAll(async () => {
  const dice = diceOf(3)
  await givenActors(
    Array.from({ length: 3000 }, (_, index) =>
      anActor({
        name: `Actor ${String(index)}`,
        longitude: dice.upTo(3600) / 10 - 180,
        latitude: dice.upTo(1600) / 10 - 80,
      }),
    ),
  )
  server = await startServer()
}, 300_000)
afterAll(() => server?.stop())

const many = (count: number, word: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => word(index)).join()
const wrong: [string, string][] = [
  ...[
    '10,45,11,44',
    '10,44,11',
    '10,44,11,45,12',
    '1,2,3,4,5,6,7',
    'NaN,44,11,45',
    '10,44,1e999,45',
    '10,-91,11,91',
    '-400,0,400,10',
    'a,b,c,d',
  ].map((box): [string, string] => ['bbox', `bbox=${box}`]),
  ...['-1', '99', 'NaN', '1e999', 'x'].map((zoom): [string, string] => ['zoom', `zoom=${zoom}`]),
  ['q', `q=${'e'.repeat(5000)}`],
  ['kind', `kind=${many(200, (index) => `kind${String(index)}`)}`],
  ['country', `country=${many(200, () => 'IT')}`],
  ['country', 'country=XX'],
  ['foo', 'foo=1'],
]
const outside: [string, string][] = [
  ...[['z', '23/0/0'], ['z', '-1/0/0'], ['z', '3.7/0/0'], ['z', '99/0/0'], ['z', 'NaN/0/0']],
  ...[['x', '3/8/0'], ['y', '3/0/8'], ['x', '0/-1/0'], ['y', '0/0/1e999'], ['y', '22/0/4194304']],
].map(([name = '', at = '']) => [name, at]) // prettier-ignore

/** Odd, but each means something. */
const odd = [
  ...[
    'zoom=3.7',
    'zoom=22',
    'zoom=22&bbox=-180,-90,180,90',
    'zoom=0&bbox=170,-80,-170,80',
    'zoom=20&bbox=-179,-89,179,89',
  ],
  ...[
    'zoom=5&bbox=10,88,11,89',
    'zoom=9&bbox=10,44,10,44',
    'zoom=12&q=actor&bbox=-180,-85,180,85',
    'zoom=14&kind=university',
  ],
].map((query) => `/api/map/actors?${query}`)

const bad = [
  ...wrong.map(([name, query]) => ({ name, path: `/api/map/actors?${query}` })),
  ...wrong.map(([name, query]) => ({ name, path: `/tiles/actors/3/4/2.mvt?${query}` })),
  ...wrong.filter(([name]) => name !== 'zoom').map(([name, query]) => ({ name, path: `/tiles/actors.json?${query}` })),
  ...outside.map(([name, at]) => ({ name, path: `/tiles/actors/${at}.mvt` })),
]

let networks = 0
async function ask(path: string) {
  const headers = { 'x-forwarded-for': `2001:db8:c:${(++networks).toString(16)}::1` }
  const since = performance.now()
  const answer = await fetch(`${server.address}${path}`, { headers })
  const text = await answer.text()
  return { status: answer.status, text, ms: performance.now() - since }
}

const problemSchema = z.object({ errors: z.array(z.object({ field: z.string() })) })

test('each bad request is refused by name, each odd one answered, within two seconds while fifty run; a plain page beside them within one', async () => {
  await Promise.all([ask('/en/about'), ask('/api/map/actors?zoom=3')]) // the first page of a new server is compiled
  const queue = [
    ...bad.map(({ path }) => path),
    ...odd,
    ...bad.map(({ path }) => `${path}${path.includes('?') ? '&' : '?'}lang=xx`),
  ]
  const asked = queue.length
  const answers = new Map<string, Awaited<ReturnType<typeof ask>>>()
  const worker = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) answers.set(path, await ask(path))
  }
  const beside: number[] = []
  const load = Promise.all(Array.from({ length: 50 }, worker))
  let isOver = false
  void load.then(() => (isOver = true))
  do {
    const page = await ask('/en/about')
    expect(page.status).toBe(200)
    beside.push(page.ms)
  } while (!isOver)
  await load
  expect(answers.size).toBe(asked)
  for (const { name, path } of bad) {
    const { status, text } = answers.get(path) ?? { status: 0, text: '' }
    expect(status, path).toBe(400)
    expect(
      problemSchema.parse(JSON.parse(text)).errors.map(({ field }) => field),
      path,
    ).toContain(name)
  }
  for (const path of odd) expect(answers.get(path)?.status, path).toBe(200)
  expect(Math.max(...[...answers.values()].map(({ ms }) => ms))).toBeLessThan(2000)
  expect(Math.max(...beside)).toBeLessThan(1000)
})

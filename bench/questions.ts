// Asks one database directly, without a server: cases for the load, query times, plans, searching. Called by
// bench/bench.mjs; writes plans into the file given, the rest as one JSON object to standard output.
import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { getActor } from '@/modules/actors/actor-detail.queries'
import { findActors } from '@/modules/actors/actor.queries'
import { closeDatabase } from '@/platform/db'
import { casesOf } from './cases/cases'
import { measureDuplicates } from './duplicates'
import { executionTime, wholeReads } from './plan'
import { patientPool } from './patient-pool'
import { measureSearching } from './searching'
import { filter, send, statementsOf } from './statements'

const plansFile = process.argv[2] ?? ''
const pool = patientPool()
const large = 10_000
const calls = 300

type Times = { name: string; p50: number; p95: number }

/** Milliseconds of calls one after the other, after a few that do not count. */
async function timesOf(
  name: string,
  asked: readonly string[],
  call: (asked: string) => Promise<unknown>,
): Promise<Times> {
  const times: number[] = []
  for (const [index, one] of asked.slice(0, calls).entries()) {
    const since = performance.now()
    await call(one)
    if (index >= 10) times.push(performance.now() - since)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { name, p50: at(0.5), p95: at(0.95) }
}

const queryOf = (address: string) => address.split('?')[1] ?? ''
const lastPart = (address: string) => address.split('/').at(-1) ?? ''

const cases = await casesOf(pool)
const pathsOf = (name: string) => cases.find((one) => one.subject === 'api' && one.name === name)?.paths ?? []
const slugs = pathsOf('actor').map(lastPart)
const times: Times[] = [
  await timesOf('list of actors (findActors)', pathsOf('100 actors with exact count, far'), (address) =>
    findActors(filter(queryOf(address)), { limit: 25, locale: 'en' }),
  ),
  await timesOf('one actor (getActor)', slugs, (slug) => getActor(null, slug, 'en')),
  await timesOf('data version', slugs, () => pool.query('SELECT version FROM data_version WHERE id = 1')),
]

const sizes = new Map(
  (
    await pool.query<{ name: string; rows: number }>(
      "SELECT relname AS name, reltuples::int AS rows FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
    )
  ).rows.map(({ name, rows }) => [name, rows]),
)
const explainRow = z.tuple([z.object({ 'QUERY PLAN': z.unknown() })])
const warnings: string[] = []
const plans: { name: string; ms: number }[] = []
let text = ''
for (const { name, sql, keyed } of await statementsOf(pool)) {
  await send(pool, sql)
  const [{ 'QUERY PLAN': json }] = explainRow.parse(
    await send(pool, Prisma.sql`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`),
  )
  const lines = z
    .array(z.object({ 'QUERY PLAN': z.string() }))
    .parse(await send(pool, Prisma.sql`EXPLAIN (ANALYZE, BUFFERS) ${sql}`))
  text += `== ${name}\n${lines.map((line) => line['QUERY PLAN']).join('\n')}\n\n`
  plans.push({ name, ms: executionTime(json) })
  for (const table of wholeReads(json))
    if (keyed && (sizes.get(table) ?? 0) > large) warnings.push(`${name} reads ${table} from end to end`)
}
for (const { name, milliseconds, plan } of await measureDuplicates(pool)) {
  text += `== ${name}\n${plan}\n\n`
  times.push({ name, p50: milliseconds, p95: milliseconds })
}
writeFileSync(plansFile, text)
const searching = await measureSearching(pool, Number(process.env.BENCH_QUESTIONS || 1000))
await closeDatabase()
await pool.end()
process.stdout.write(JSON.stringify({ cases, times, plans, warnings, searching, rows: Object.fromEntries(sizes) }))

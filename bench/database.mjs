// The databases of the benchmark: on BENCH_DATABASE_URL (a server where databases may be made), else embedded in
// .data-bench.
import { join } from 'node:path'
import { withClient } from '../scripts/database.mjs'
import { root } from '../scripts/dependencies.mjs'
import { migrate } from '../scripts/migrate.mjs'
import { startPostgres } from '../scripts/postgres.mjs'
import { Refusal } from '../scripts/steps.mjs'

/** Numbers of actors by the name of a size. */
export const sizes = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 }

/** The sizes named on the command line; all when none is. */
export function askedSizes() {
  const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'))
  const unknown = asked.find((size) => !(size in sizes))
  if (unknown) throw new Refusal(`There is no size ${unknown}. There are ${Object.keys(sizes).join(', ')}.`)
  return asked.length > 0 ? asked : Object.keys(sizes)
}

/** @returns {Promise<{ urlOf: (database: string) => string, stop: () => Promise<void> }>} */
export async function openServer() {
  const given = process.env.BENCH_DATABASE_URL
  if (given) {
    const urlOf = (database) => Object.assign(new URL(given), { pathname: `/${database}` }).href
    return { urlOf, stop: async () => {} }
  }
  const { port, password, stop } = await startPostgres(join(root, '.data-bench/postgres'))
  return { urlOf: (database) => `postgresql://atlas_owner:${password}@127.0.0.1:${port}/${database}`, stop }
}

/** The address of the database of a size, brought up to the present schema. */
export async function benchDatabase(server, size) {
  const database = server.urlOf(`bench_${size}`)
  await migrate(database).catch(() => {
    throw new Refusal(`There is no database bench_${size}: npm run bench:data -- ${size}`)
  })
  return database
}

/** Makes a database, empty or a copy of another one, in place of one that is there. */
export async function makeDatabase(server, database, template = 'template1') {
  await withClient(server.urlOf('postgres'), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${database} TEMPLATE ${template}`)
  })
}

/** What a program of the product needs to run on one of these databases. */
export const environmentOf = (url) => ({
  ...process.env,
  DATABASE_URL: url,
  DATABASE_OWNER_URL: url,
  EMBEDDED_DATABASE: '0',
  DEMO: '0',
  NODE_ENV: 'production',
  LOG_LEVEL: 'warn',
  AUTH_SECRET: 'a secret of the benchmark alone: it opens nothing else',
})

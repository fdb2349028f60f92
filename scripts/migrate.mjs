// Brings a database to the state of prisma/migrations. Two runners at once: one waits.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { root } from './dependencies.mjs'
import { migrateJobs } from './jobs-schema.mjs'
import { Refusal } from './steps.mjs'

const folder = join(root, 'prisma/migrations')
// Any fixed number of our own: Prisma's engine takes another one, and only for ten seconds.
const LOCK = 7_405_116_220

/** The migrations of this checkout in their order: `{ name, sql }`. */
export const migrationFiles = () =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))

/**
 * Applies what is missing, then looks whether the tables are really there (a stand-in engine that does nothing
 * would otherwise look like success).
 * @returns {Promise<number>} how many migrations were applied
 */
export async function migrate(url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`SELECT pg_advisory_lock(${LOCK})`)
    const files = migrationFiles()
    const missing = await missingMigrations(client, files)
    if (missing.length) await applyAll(url, files)
    await assertTables(client, files)
    await migrateJobs(client)
    return missing.length
  } finally {
    await client.end() // gives the lock back
  }
}

async function missingMigrations(client, files) {
  const { rows: known } = await client.query(`SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS known`)
  if (!known[0].known) return files
  const { rows } = await client.query(
    'SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  const failed = rows.find((row) => row.finished_at === null)
  if (failed)
    throw new Refusal(`Migration ${failed.migration_name} ended half way; restore the backup taken before it.`)
  const foreign = rows.find((row) => !files.some((file) => file.name === row.migration_name))
  if (foreign)
    throw new Refusal(`The database is newer than this checkout: it has migration ${foreign.migration_name}.`)
  return files.filter((file) => !rows.some((row) => row.migration_name === file.name))
}

/** Prisma's own engine does the work, asked directly over its JSON-RPC; the command line around it costs seconds. */
async function applyAll(url, files) {
  const engine = spawn(
    process.execPath,
    [join(root, 'scripts/schema-engine.mjs'), '--datasource', JSON.stringify({ url })],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  const migrationDirectories = files.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
  }))
  const lockfile = { path: 'migration_lock.toml', content: readFileSync(join(folder, 'migration_lock.toml'), 'utf8') }
  const migrationsList = { baseDir: folder, lockfile, shadowDbInitScript: '', migrationDirectories }
  const filters = { externalTables: [], externalEnums: [] }
  engine.stdin.end(
    `${JSON.stringify({ id: 1, jsonrpc: '2.0', method: 'applyMigrations', params: { migrationsList, filters } })}\n`,
  )
  const answer = await new Response(engine.stdout).text()
  const { error } = JSON.parse(answer.trim().split('\n').at(-1) || '{"error":{"message":"the schema engine ended"}}')
  if (error) throw new Refusal(`Migration failed: ${error.data?.message ?? error.message}`)
}

async function assertTables(client, files) {
  const names = (pattern) => files.flatMap(({ sql }) => [...sql.matchAll(pattern)].map((match) => match[1]))
  const dropped = new Set(names(/DROP TABLE "(\w+)"/g))
  const wanted = names(/CREATE TABLE "(\w+)"/g).filter((name) => !dropped.has(name))
  const { rows } = await client.query(
    `SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass('public.' || quote_ident(name)) IS NULL`,
    [wanted],
  )
  if (rows.length)
    throw new Refusal(`After the migrations these tables are missing: ${rows.map((row) => row.name).join(', ')}`)
}

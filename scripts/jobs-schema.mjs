// The tables of the jobs (pg-boss), made by the owner when migrating: the app's role changes no structure.
import { createRequire } from 'node:module'

const schema = 'pgboss'

/** The version of the tables that the installed pg-boss works with. */
export const jobsVersion = createRequire(import.meta.url)('pg-boss/package.json').pgboss.schema

/**
 * Makes or brings up to date the tables of the jobs. One runner at a time: scripts/migrate.mjs holds the lock.
 * @param {import('pg').Client} client
 */
export async function migrateJobs(client) {
  const { rows: found } = await client.query(`SELECT to_regclass('${schema}.version') IS NOT NULL AS there`)
  const version = found[0].there ? (await client.query(`SELECT version FROM ${schema}.version`)).rows[0].version : null
  if (version >= jobsVersion) return // a newer one serves an older worker
  const { getConstructionPlans, getMigrationPlans } = await import('pg-boss')
  await client.query(version === null ? getConstructionPlans(schema) : getMigrationPlans(schema, version))
}

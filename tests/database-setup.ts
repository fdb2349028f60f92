import { createHash } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { grantApp, openEmbedded, withClient } from '../scripts/database.mjs'
import { jobsVersion } from '../scripts/jobs-schema.mjs'
import { migrate, migrationFiles } from '../scripts/migrate.mjs'

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface can be extended
  interface ProvidedContext {
    database: { ownerUrl: string; appUrl: string; template: string }
  }
}

/**
 * One migrated database for each state of prisma/migrations, kept between runs; tests work on copies of it.
 * The server is the embedded one in `.data-test`.
 */
export default async function setup(project: TestProject) {
  const opened = await openEmbedded(process.env.TEST_DATA_DIR ?? '.data-test/postgres')
  await hurry(opened.ownerUrl)
  const hash = createHash('sha256')
    .update(JSON.stringify([migrationFiles(), jobsVersion]))
    .digest('hex')
    .slice(0, 12)
  const template = `atlas_template_${hash}`
  const at = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href
  await withClient(opened.ownerUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template])
    if (rowCount) return
    const draft = `${template}_draft`
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${draft}`)
    await migrate(at(opened.ownerUrl, draft))
    await grantApp(at(opened.ownerUrl, draft), at(opened.url, draft))
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`)
  })
  project.provide('database', { ownerUrl: opened.ownerUrl, appUrl: opened.url, template })
  return () => opened.stop()
}

/** What these databases hold may be lost with the power; nothing waits for the disk. */
const hurry = (ownerUrl: string) =>
  withClient(ownerUrl, async (client) => {
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
      await client.query(`ALTER SYSTEM SET ${setting} = off`)
    await client.query('SELECT pg_reload_conf()')
  })

import { expect, inject, test } from 'vitest'
import { prisma } from './build.mjs'
import { checkExternal, withClient } from './database.mjs'
import { migrate, migrationFiles } from './migrate.mjs'

const { ownerUrl } = inject('database')
const at = (database: string, user?: string) =>
  Object.assign(new URL(ownerUrl), { pathname: `/${database}`, ...(user && { username: user }) }).href

/** A database of its own for one test, dropped afterwards. */
async function withDatabase(work: (url: string, name: string) => Promise<void>) {
  const name = `atlas_migrate_${process.pid}_${Math.floor(performance.now())}`
  await withClient(ownerUrl, (client) => client.query(`CREATE DATABASE ${name}`))
  try {
    await work(at(name), name)
  } finally {
    await withClient(ownerUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
  }
}

test('of two runners at once one migrates, the other waits and finds nothing to do', async () => {
  await withDatabase(async (url) => {
    const applied = await Promise.all([migrate(url), migrate(url)])
    expect(applied.sort()).toEqual([0, migrationFiles().length])
  })
})

test('a database that only claims to be migrated is not believed', async () => {
  await withDatabase(async (url) => {
    await migrate(url)
    await withClient(url, (client) => client.query('DROP TABLE audit_entry CASCADE'))
    await expect(migrate(url)).rejects.toThrow('these tables are missing: audit_entry')
  })
})

test('a database from a newer version is left alone', async () => {
  await withDatabase(async (url) => {
    await migrate(url)
    await withClient(url, (client) =>
      client.query(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
        VALUES ('x', 'x', '29990101000000_future', now())`),
    )
    await expect(migrate(url)).rejects.toThrow('29990101000000_future')
  })
})

test('tables of something else are refused by name', async () => {
  await withDatabase(async (url) => {
    await withClient(url, (client) => client.query('CREATE TABLE shop_order (id int)'))
    await expect(checkExternal(url, url)).rejects.toThrow(/DATABASE_URL: .*shop_order/)
  })
})

test('a user who may not create tables is told the right to ask for', async () => {
  await withDatabase(async (_, name) => {
    await expect(checkExternal(at(name, 'atlas_app'), at(name, 'atlas_app'))).rejects.toThrow(
      'GRANT CREATE ON SCHEMA public TO "atlas_app"',
    )
  })
})

test('a database that does not exist is named', async () => {
  await expect(checkExternal(at('nowhere'), at('nowhere'))).rejects.toThrow('CREATE DATABASE "nowhere"')
})

/** What `prisma migrate dev` would write next: nothing, when tables and schema say the same. */
async function drift(url: string): Promise<string> {
  const args = ['migrate', 'diff', '--from-config-datasource', '--to-schema', 'prisma/schema.prisma', '--script']
  const said = await prisma(args, { DATABASE_URL: url, DATABASE_OWNER_URL: url })
  return said.replace(/^(--|Loaded|Prisma schema) ?.*$/gm, '').trim()
}

test('schema and migrations say the same, hand-made indexes and generated columns included', async () => {
  await withDatabase(async (url) => {
    await migrate(url)
    expect(await drift(url)).toBe('')
    // The check sees: a declared index that is missing is what the next migration would make.
    await withClient(url, (client) => client.query('DROP INDEX actor_name_folded_trigram'))
    expect(await drift(url)).toContain('actor_name_folded_trigram')
  })
})

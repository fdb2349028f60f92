import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asOwner } from './database'

const written = readFileSync('docs/database.md', 'utf8')
const names = [...written.matchAll(/`(\w+)/g)].map(([, name = '']) => name)
const beginnings = [...written.matchAll(/`(\w+_)…`/g)].map(([, name = '']) => name)
const isWritten = (name: string) => names.includes(name) || beginnings.some((beginning) => name.startsWith(beginning))

/** Of the database's own: nothing that an extension brought, nothing that Prisma's schema declares. */
const own = (catalogue: string) =>
  `NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${catalogue}'::regclass AND d.objid = o.oid AND d.deptype = 'e')`

test.each([
  [
    'function',
    `SELECT o.proname AS name FROM pg_proc o WHERE o.prorettype <> 'trigger'::regtype AND ${own('pg_proc')}
    AND o.pronamespace = 'public'::regnamespace`,
  ],
  [
    'trigger',
    `SELECT o.tgname AS name FROM pg_trigger o JOIN pg_class c ON c.oid = o.tgrelid
    WHERE NOT o.tgisinternal AND c.relnamespace = 'public'::regnamespace`,
  ],
  [
    'view',
    `SELECT o.relname AS name FROM pg_class o WHERE o.relkind = 'v' AND o.relnamespace = 'public'::regnamespace`,
  ],
  [
    'partial or expression index',
    `SELECT o.relname AS name FROM pg_index i JOIN pg_class o ON o.oid = i.indexrelid
    WHERE (i.indpred IS NOT NULL OR i.indexprs IS NOT NULL) AND o.relnamespace = 'public'::regnamespace`,
  ],
])('docs/database.md names every %s that Prisma cannot declare', async (_, sql) => {
  const found = (await asOwner<{ name: string }>(sql)).map(({ name }) => name)
  expect(found.length).toBeGreaterThan(2)
  expect(found.filter((name) => !isWritten(name))).toEqual([])
})

test('what is gone from the database is gone from the page', async () => {
  const known = (
    await asOwner<{ name: string }>(`
    SELECT proname AS name FROM pg_proc UNION SELECT relname FROM pg_class UNION SELECT tgname FROM pg_trigger
    UNION SELECT conname FROM pg_constraint UNION SELECT attname FROM pg_attribute UNION SELECT extname FROM pg_extension`)
  ).map(({ name }) => name)
  const gone = names.filter((name) => /_/.test(name) && !name.endsWith('_') && !known.includes(name))
  expect(gone).toEqual([])
})

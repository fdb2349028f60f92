import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { slugWords } from '@/core/slug'

/** The address of a copy: told apart by its number, for five drawn letters are too few for so many of the same words. */
export const slugOf = (label: string, copy: number, index: number): string =>
  `${slugWords(label)}-${String(copy)}${index.toString(36).padStart(7, '0')}`

export type Cell = string | number | boolean | null

const escaped = (text: string) =>
  text.replace(/[\\\t\n\r]/g, (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign] ?? sign)

// COPY's text format.
const cellText = (cell: Cell) => (cell === null ? '\\N' : typeof cell === 'string' ? escaped(cell) : String(cell))

/** Sends rows into a table as they are made. */
export async function copyRows(client: Client, into: string, rows: Iterable<readonly Cell[]>): Promise<void> {
  const stream = client.query(copyFrom(`COPY ${into} FROM STDIN`))
  let block = ''
  for (const row of rows) {
    block += `${row.map(cellText).join('\t')}\n`
    if (block.length < 262_144) continue
    if (!stream.write(block)) await once(stream, 'drain')
    block = ''
  }
  stream.end(block)
  await finished(stream)
}

type Definition = { of: string; name: string; definition: string }

/**
 * Does `work` on tables without their triggers, keys to other tables and indexes, which are made again afterwards, in
 * one pass each.
 */
export async function whileBare(client: Client, tables: readonly string[], work: () => Promise<void>): Promise<void> {
  const keys = await client.query<Definition>(
    `SELECT conrelid::regclass::text AS of, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY($1::text[]::regclass[])`,
    [tables],
  )
  const indexes = await client.query<Definition>(
    `SELECT indrelid::regclass::text AS of, indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
     FROM pg_index WHERE indrelid = ANY($1::text[]::regclass[]) AND NOT indisprimary`,
    [tables],
  )
  for (const { of, name } of keys.rows) await client.query(`ALTER TABLE ${of} DROP CONSTRAINT ${name}`)
  for (const { name } of indexes.rows) await client.query(`DROP INDEX ${name}`)
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
  await work()
  for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
  for (const { definition } of indexes.rows) await client.query(definition)
  for (const { of, name, definition } of keys.rows)
    await client.query(`ALTER TABLE ${of} ADD CONSTRAINT ${name} ${definition}`)
}

/**
 * Inserts a copy of rows of `table`: every column as in the row `b` it is made from, but those of `changed`, which are
 * SQL over `b` and `s`, a row of `from`.
 */
export async function insertCopies(
  client: Client,
  table: string,
  from: string,
  changed: Readonly<Record<string, string>>,
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [table],
  )
  const columns = rows.map(({ name }) => `"${name}"`)
  const values = rows.map(({ name }) => changed[name] ?? `b."${name}"`)
  await client.query(`INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${from}`)
}

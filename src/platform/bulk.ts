import type { Columns, Row } from '@/core/row'
import { Prisma } from '@/generated/prisma/client'

/** The client inside a transaction; the ordinary client passes too. */
export type Transaction = Prisma.TransactionClient

/** Empties a jsonb column (null would mean JSON's own null). */
export const noJson = Prisma.DbNull

const quoted = (name: string) => `"${name}"`
const rowsPerStatement = 2000

const chunks = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / rowsPerStatement) }, (_, index) =>
    items.slice(index * rowsPerStatement, (index + 1) * rowsPerStatement),
  )

/** `(SELECT … FROM jsonb_to_recordset($1)) AS r`: many rows as one parameter, typed by the columns. */
export function recordset(columns: Columns, rows: readonly Row[]): Prisma.Sql {
  const definition = Object.entries(columns).map(([name, type]) => `${quoted(name)} ${type}`)
  return Prisma.sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(${Prisma.raw(definition.join(', '))})`
}

/** Inserts rows, two thousand a statement. Rows that meet a unique index are left out; the number inserted is returned. */
export async function insertRows(
  tx: Transaction,
  table: string,
  columns: Columns,
  rows: readonly Row[],
): Promise<number> {
  const names = Prisma.raw(Object.keys(columns).map(quoted).join(', '))
  let inserted = 0
  for (const chunk of chunks(rows))
    inserted += await tx.$executeRaw`
      INSERT INTO ${Prisma.raw(quoted(table))} (${names})
      SELECT ${names} FROM ${recordset(columns, chunk)}
      ON CONFLICT DO NOTHING`
  return inserted
}

/** Those of these slugs that records of a table have already. */
export async function slugsIn(tx: Transaction, table: string, slugs: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    SELECT slug FROM ${Prisma.raw(quoted(table))} WHERE slug = ANY(${slugs}::text[])`
  return new Set(rows.map(({ slug }) => slug))
}

/**
 * Updates rows by `id` where the version is still `base_version` (both must be among the columns), two thousand a
 * statement. Returns the ids that were updated: the others were changed by somebody else meanwhile.
 */
export async function updateRows(
  tx: Transaction,
  table: string,
  columns: Columns,
  rows: readonly Row[],
): Promise<Set<string>> {
  const names = Object.keys(columns).filter((name) => name !== 'id' && name !== 'base_version')
  const assignments = Prisma.raw(names.map((name) => `${quoted(name)} = r.${quoted(name)}`).join(', '))
  const updated = new Set<string>()
  for (const chunk of chunks(rows)) {
    const ids = await tx.$queryRaw<{ id: string }[]>`
      UPDATE ${Prisma.raw(quoted(table))} AS t SET ${assignments}
      FROM ${recordset(columns, chunk)}
      WHERE t.id = r.id AND t.version = r.base_version
      RETURNING t.id`
    for (const { id } of ids) updated.add(id)
  }
  return updated
}

/** More time than a page has (6-quality: imports 60 s), for the transaction of many records only. */
export async function allowTimeFor(tx: Transaction, records: number): Promise<void> {
  if (records < 100) return
  await tx.$executeRaw`SELECT set_config('statement_timeout', '60s', true), set_config('idle_in_transaction_session_timeout', '60s', true)`
}

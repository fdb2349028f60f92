// Rows of many tables that point to one record and shall point to another, and back again (merge of duplicates).
import type { MovedReference, Reference } from '@/core/reference'
import { Prisma } from '@/generated/prisma/client'
import type { Transaction } from '@/platform/bulk'

type Row = { row: Record<string, unknown> }
const quoted = (name: string) => Prisma.raw(`"${name}"`)

/** Points every row from one record to the other. A row that would stand there twice is taken out and told. */
export async function moveReferences(
  tx: Transaction,
  references: readonly Reference[],
  { from, to }: { from: string; to: string },
): Promise<MovedReference[]> {
  const moved: MovedReference[] = []
  for (const reference of references) {
    const [table, column] = [quoted(reference.table), quoted(reference.column)]
    const same = Prisma.join(
      reference.key.map((name) => Prisma.sql`there.${quoted(name)} = t.${quoted(name)}`),
      ' AND ',
    )
    const twins = reference.once
      ? await tx.$queryRaw<Row[]>`
          DELETE FROM ${table} AS t WHERE t.${column} = ${from}::uuid
            AND EXISTS (SELECT FROM ${table} AS there WHERE there.${column} = ${to}::uuid AND ${same})
          RETURNING to_jsonb(t) AS row`
      : []
    const key = Prisma.join(reference.key.map((name) => Prisma.sql`${name}::text, t.${quoted(name)}`))
    const rows = await tx.$queryRaw<Row[]>`
      UPDATE ${table} AS t SET ${column} = ${to}::uuid WHERE t.${column} = ${from}::uuid
      RETURNING jsonb_build_object(${key}) AS row`
    if (rows.length + twins.length > 0)
      moved.push({ ...reference, rows: rows.map(({ row }) => row), twins: twins.map(({ row }) => row) })
  }
  return moved
}

/** Takes `moveReferences` back; a row that points elsewhere by now, or is gone, stays as it is. */
export async function returnReferences(
  tx: Transaction,
  moved: readonly MovedReference[],
  { from, to }: { from: string; to: string },
): Promise<void> {
  for (const { table: name, column: pointer, rows, twins } of moved) {
    const [table, column] = [quoted(name), quoted(pointer)]
    await tx.$executeRaw`
      UPDATE ${table} AS t SET ${column} = ${from}::uuid
      FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) AS k(row)
      WHERE t.${column} = ${to}::uuid AND to_jsonb(t) @> k.row`
    await tx.$executeRaw`
      INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, ${JSON.stringify(twins)}::jsonb)
      ON CONFLICT DO NOTHING`
  }
}

import { createHash } from 'node:crypto'
import { Prisma } from '@/generated/prisma/client'

const mark = '/* prepared */'
const names = new Map<string, string>()

/**
 * A statement whose text is always the same, to be planned once for a connection instead of every time it is asked. Only
 * for what reads by a key: its plan must be right for all values, and a text that differs with every filter would fill
 * the connections with statements.
 */
export const prepared = (statement: Prisma.Sql): Prisma.Sql => Prisma.sql`/* prepared */ ${statement}`

/** The same where a filter says nothing but these keys; any other would be another text. */
export const preparedIfOnly = (keys: readonly string[], filter: object, statement: Prisma.Sql): Prisma.Sql =>
  Object.entries(filter).every(([key, value]) => value === undefined || keys.includes(key))
    ? prepared(statement)
    : statement

/** The name by which PostgreSQL keeps a statement, or '' for one it forgets. */
export function preparedName({ sql }: { sql: string }): string {
  if (!sql.startsWith(mark)) return ''
  const known = names.get(sql)
  if (known !== undefined) return known
  const name = createHash('sha256').update(sql).digest('base64url')
  names.set(sql, name)
  return name
}

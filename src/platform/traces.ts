// Where somebody's words stand, in every table (6-quality, Privacy).
import { z } from 'zod'
import { fold } from '@/core/fold'
import type { Transaction } from '@/platform/bulk'

const traceSchema = z.object({
  table: z.string(),
  id: z.string().nullable(),
  recordKind: z.string().nullable(),
  recordId: z.string().nullable(),
  at: z.string().nullable(),
})
/** One row that holds somebody's words. */
export type Trace = z.output<typeof traceSchema>

const isNumber = (word: string) => /^\+?[\d\s().\-/]+$/.test(word)

/** How words may be written: as they are, folded as search columns hold them, and without the spaces of a number. */
export function spellings(words: readonly string[]): string[] {
  const given = words.flatMap((word) => [
    word,
    fold(word),
    ...(isNumber(word) ? [word.replace(/[\s().\-/]/g, '')] : []),
  ])
  return [...new Set(given.filter((word) => word.length > 2))]
}

/** Rows anywhere that hold one of these words, of present records and of their history. */
export async function findTraces(client: Transaction, words: readonly string[]): Promise<Trace[]> {
  const rows = await client.$queryRaw`
    SELECT of_table AS "table", id, record_kind AS "recordKind", record_id AS "recordId", at
    FROM find_words(${spellings(words)}::text[])`
  return z.array(traceSchema).parse(rows)
}

import { z } from 'zod'
import * as sql from '@/modules/practices/practice-remark.sql'
import type { Transaction } from '@/platform/bulk'

const rows = z.array(z.object({ practiceId: z.string(), count: z.number().int() }))

/** How many remarks of reviewers wait for an answer, by practice. Part of deeds that ask: who may know is judged there. */
export async function countUnanswered(tx: Transaction, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const found = rows.parse(await tx.$queryRaw(sql.countUnanswered(ids)))
  return new Map(found.map(({ practiceId, count }) => [practiceId, count]))
}

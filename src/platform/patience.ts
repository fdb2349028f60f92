import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/platform/db'

// PostgreSQL, appendix A: query_canceled.
const canceled = '57014'
const shape = z.object({
  code: z.string().optional().catch(undefined),
  originalCode: z.string().optional().catch(undefined),
  cause: z.unknown().optional(),
  meta: z
    .object({ driverAdapterError: z.unknown().optional(), code: z.unknown().optional() })
    .optional()
    .catch(undefined),
})

/** Was a question given up because it took longer than it may? */
export function isCanceled(error: unknown, depth = 0): boolean {
  const parsed = shape.safeParse(error)
  if (!parsed.success || depth > 4) return false
  const { code, originalCode, cause, meta } = parsed.data
  return (
    [code, originalCode, meta?.code].includes(canceled) ||
    isCanceled(cause, depth + 1) ||
    isCanceled(meta?.driverAdapterError, depth + 1)
  )
}

/** The rows of a question that is worth `ms` milliseconds of the database and no more; null when it took longer. */
export async function askBriefly(question: Prisma.Sql, ms: number): Promise<unknown[] | null> {
  try {
    return await db.$transaction(async (transaction) => {
      await transaction.$queryRaw`SELECT set_config('statement_timeout', ${String(ms)}, TRUE)`
      return transaction.$queryRaw<unknown[]>(question)
    })
  } catch (error) {
    if (isCanceled(error)) return null
    throw error
  }
}

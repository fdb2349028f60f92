import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/platform/db'

// PostgreSQL, appendix A: query_canceled; Prisma: no connection for a transaction in time.
const givenUp: unknown[] = ['57014', 'P2028']
const shape = z.object({
  code: z.string().optional().catch(undefined),
  originalCode: z.string().optional().catch(undefined),
  cause: z.unknown().optional(),
  meta: z
    .object({ driverAdapterError: z.unknown().optional(), code: z.unknown().optional() })
    .optional()
    .catch(undefined),
})

/** Was a question given up because it took, or would have waited, longer than it may? */
export function isCanceled(error: unknown, depth = 0): boolean {
  const parsed = shape.safeParse(error)
  if (!parsed.success || depth > 4) return false
  const { code, originalCode, cause, meta } = parsed.data
  return (
    [code, originalCode, meta?.code].some((one) => givenUp.includes(one)) ||
    isCanceled(cause, depth + 1) ||
    isCanceled(meta?.driverAdapterError, depth + 1)
  )
}

/**
 * The rows of a question that is worth `ms` milliseconds of the database and no more; null when it took longer, or when
 * nobody was free to answer it within two seconds.
 */
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

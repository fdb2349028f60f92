import { z } from 'zod'
import { isAppError } from '@/core/app-error'

// A statement that was not finished in time (57014) is one of a moment in which too much was asked.
// Prisma: https://www.prisma.io/docs/orm/reference/error-reference. PostgreSQL: classes 08 and 57P, 53300 (appendix A).
// Node: the socket's own codes.
const codes = /^(P1001|P1002|P1008|P1017|P2024|08\w{3}|57P0[1-4]|57014|53300|ECONN\w+|ENOTFOUND|ETIMEDOUT|EPIPE)$/
// pg gives these without a code.
const words =
  /can.t reach database server|connection terminated|timeout exceeded when trying to connect|connection timeout/i

const shape = z.object({
  code: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  cause: z.unknown().optional(),
  originalCode: z.string().optional().catch(undefined),
  meta: z.object({ driverAdapterError: z.unknown().optional() }).optional().catch(undefined),
  kind: z.string().optional().catch(undefined),
})

/** Does this error mean that the database does not answer now (and may again in a moment)? */
export function isUnavailable(error: unknown, depth = 0): boolean {
  if (isAppError(error)) return error.code === 'unavailable'
  const parsed = shape.safeParse(error)
  if (!parsed.success || depth > 4) return false
  const { code, originalCode, message, cause, meta, kind } = parsed.data
  return (
    codes.test(code ?? '') ||
    codes.test(originalCode ?? '') ||
    kind === 'DatabaseNotReachable' ||
    kind === 'ConnectionClosed' ||
    words.test(message ?? '') ||
    isUnavailable(cause, depth + 1) ||
    isUnavailable(meta?.driverAdapterError, depth + 1)
  )
}

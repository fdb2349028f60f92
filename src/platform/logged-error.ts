// What may stand in a log of something that failed: what it is and where it happened, never what it happened to.
// PostgreSQL repeats whole rows in its details, Prisma the arguments of a call, JSON.parse the text it could not read.
import { z } from 'zod'

type Logged = { type: string; code?: string; message: string; at: string[]; cause?: Logged }

const databaseFault = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) }),
})
const codeSchema = z.object({ code: z.union([z.string(), z.number()]) })
const oauthSchema = z.object({ error: z.string().regex(/^[\w-]{1,60}$/), error_description: z.unknown() })

/** SQLSTATE where the database said no (PostgreSQL, Appendix A), else the code that the error carries. */
function codeOf(error: Error): string | undefined {
  const known = databaseFault.safeParse(error)
  if (known.success) return known.data.meta.driverAdapterError.cause.originalCode
  return codeSchema.safeParse(error).data?.code.toString()
}

// Integrity, names and rights (classes 23 and 42): these messages quote names of ours; values stand in the details.
const quotesNames = /^(23|42)[\dA-Z]{3}$/

/** The words of a message without what it quotes, unless those are names of ours. */
function wordsOf(error: Error, code: string | undefined): string {
  if (error instanceof z.ZodError)
    return error.issues.map((issue) => `${issue.code} at ${issue.path.join('.')}`).join(', ')
  const service = oauthSchema.safeParse(error)
  if (service.success) return service.data.error // the rest are words of the other service, about somebody
  // Prisma shows the call, then a blank line, then what was wrong with it.
  const said = error.message.trim().split('\n\n').at(-1)?.trim() ?? ''
  const plain =
    code !== undefined && quotesNames.test(code)
      ? said
      : said.replace(/"[^"]*"?|'[^']*'?|“[^”]*”?|`[^`]*[^\w.$`][^`]*`/g, '…')
  return plain.slice(0, 300)
}

/** An error as the log says it. `at`: where it happened, innermost first. */
export function loggedError(error: unknown, depth = 0): Logged {
  if (!(error instanceof Error)) return { type: typeof error, message: '', at: [] }
  const code = codeOf(error)
  const at = (error.stack ?? '').split('\n').flatMap((line) => /^\s+at (.*)$/.exec(line)?.[1] ?? [])
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    message: wordsOf(error, code),
    at: at.slice(0, 20),
    ...(error.cause !== undefined && depth < 3 && { cause: loggedError(error.cause, depth + 1) }),
  }
}

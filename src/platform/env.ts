// The environment, read once. scripts/launch.mjs imports this file as it is, so it knows only zod.
import { z } from 'zod'

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'a port from 1 to 65535')
  .transform(Number)
  .refine((value) => value > 0 && value < 65_536, 'a port from 1 to 65535')
const flag = z.enum(['0', '1'], '0 or 1').transform((value) => value === '1')
const database = z
  .string('is missing')
  .regex(/^postgres(ql)?:\/\/.+\/.+/, 'postgresql://user:password@host:5432/database')
const address = z.url({ protocol: /^https?$/, error: 'an http(s) address' })
const text = z.string().trim().min(1)
// Whoever reads along between us and the service could sign in as anybody.
const issuer = address
  .refine((value) => /^https:|^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(value), 'an https address')
  .transform((value) => value.replace(/\/+$/, ''))

const limit = z
  .string()
  .regex(/^\d{1,7}$/, 'a number from 0')
  .transform(Number)

const shape = z.object({
  PORT: port.default(3000),
  /** Public base address, without a slash at the end. */
  ATLAS_URL: address.transform((value) => value.replace(/\/+$/, '')).optional(),
  DATABASE_URL: database,
  DATABASE_OWNER_URL: database.optional(),
  /** 1 when scripts/launch.mjs runs the database itself; demonstration accounts exist only there. */
  EMBEDDED_DATABASE: flag.default(false),
  DATA_DIR: text.default('.data'),
  DATA_LICENCE: text.default('CC BY 4.0'),
  AUTH_SECRET: z.string('is missing: a random text that signs sessions').min(32, 'at least 32 characters'),
  /** Another sign-in service (OpenID Connect), believed about addresses it has confirmed. All three or none. */
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  MAP_TILE_URL: address.optional(),
  MAP_TILE_ATTRIBUTION: text.optional(),
  /** How many proxies in front of us may be believed about address and protocol of a visitor. */
  TRUSTED_PROXIES: z.string().regex(/^\d$/, 'a number from 0 to 9').transform(Number).default(0),
  /** Requests of one visitor, a minute in each instance (exports: an hour); 0 = as many as they like. */
  LIMIT_PAGES: limit.default(600),
  LIMIT_API: limit.default(600),
  LIMIT_MAP: limit.default(3000),
  LIMIT_EXPORTS: limit.default(10),
  DEMO: flag.optional(),
  /** Who does the jobs (mails, digests, cleaning): a process of its own, the web process, or nobody here. */
  JOBS: z.enum(['worker', 'inline', 'off'], 'worker, inline or off').default('worker'),
  /** Absent: mails stay in the outbox, where an administrator reads them. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s]+$/, 'smtp://user:password@host:587 or smtps://user:password@host:465')
    .optional(),
  MAIL_FROM: text.regex(/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/, 'an address: Atlas <atlas@example.eu>').optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'trace, debug, info, warn, error or silent')
    .default('info'),
})

const oidc = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
const mail = ['SMTP_URL', 'MAIL_FROM'] as const

const complete = shape.superRefine((env, context) => {
  for (const group of [oidc, mail]) {
    if (group.every((name) => env[name] === undefined)) continue
    for (const name of group)
      if (env[name] === undefined)
        context.addIssue({ code: 'custom', path: [name], message: `is missing: ${group.join(', ')} belong together` })
  }
})

const rules = complete.transform((env) => ({
  ...env,
  ATLAS_URL: env.ATLAS_URL ?? `http://localhost:${env.PORT}`,
  DEMO: env.DEMO ?? env.EMBEDDED_DATABASE,
}))

type Environment = z.output<typeof rules>

// What may be repeated on a terminal; the others can hold passwords.
const SECRET = /URL$|SECRET/

/**
 * Reads an environment. Blank counts as absent.
 * @returns the environment, or one sentence for each variable that is missing or wrong
 */
export function parseEnvironment(
  source: Record<string, string | undefined>,
): { environment: Environment; problems?: never } | { environment?: never; problems: string[] } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const result = rules.safeParse(given)
  if (result.success) return { environment: result.data }
  const problems = result.error.issues.map((issue) => {
    const name = String(issue.path[0])
    const value = given[name]
    if (value === undefined) return `${name} ${issue.message}`
    return `${name} is wrong${SECRET.test(name) ? '' : ` ("${value}")`}; wanted: ${issue.message}`
  })
  return { problems }
}

let known: Environment | undefined

/** The environment of this process. Throws with the names of what is missing or wrong. */
export function environment(): Environment {
  if (known) return known
  const result = parseEnvironment(process.env)
  if (result.problems) throw new Error(result.problems.join('\n'))
  return (known = result.environment)
}

import type { Context, Hono } from 'hono'
import { type AppError, isAppError, statusOf } from '@/core/app-error'
import { decided } from '@/core/decision'
import { type KeptAnswer, KeptAnswers, type Made } from '@/platform/kept-answers'
import { problemWords } from '@/platform/problem-words'

/** RFC 9457 problem details, with our list of fields at fault. */
export function problem(
  status: number,
  title: string,
  errors: readonly { field: string; code: string; message: string }[] = [],
  headers: Record<string, string> = {},
  more: { detail?: string; version?: number } = {},
): Response {
  const body = { type: 'about:blank', title, status, ...more, ...(errors.length > 0 && { errors }) }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  })
}

/** 400 naming the query parameters that mean nothing. */
export const badParameters = (names: readonly string[]): Response =>
  problem(
    400,
    'Bad Request',
    [...new Set(names)].map((field) => ({
      field,
      code: 'invalid',
      message: `The parameter ${field} has a value that means nothing here.`,
    })),
  )

const preflight = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type, if-match, if-none-match, idempotency-key',
  'access-control-max-age': '86400',
}

/**
 * The addresses of a door tell OPTIONS what they know, and answer 405 to every other verb (4-contracts, REST). `isOpen`:
 * scripts of other sites may ask, without cookies. To be called after its last route.
 */
export function refuseOtherVerbs(door: Hono, { isOpen = false } = {}): void {
  const verbs = new Map<string, string[]>()
  for (const { path, method } of door.routes)
    if (method !== 'ALL')
      verbs.set(path, [...(verbs.get(path) ?? []), ...(method === 'GET' ? ['GET', 'HEAD'] : [method])])
  for (const [path, allowed] of verbs) {
    const allow = [...allowed, 'OPTIONS'].join(', ')
    const open = isOpen ? { ...preflight, 'access-control-allow-methods': allow } : {}
    door.all(path, ({ req }) =>
      req.method === 'OPTIONS'
        ? new Response(null, { status: 204, headers: { allow, ...open } })
        : problem(405, 'Method Not Allowed', [], { allow }),
    )
  }
}

const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
}

/** A problem that says in one sentence what to do. */
export const told = (status: number, detail: string, headers: Record<string, string> = {}): Response =>
  problem(status, titles[status] ?? 'Error', [], headers, { detail })

/** A refusal of a query or command as a problem; anything else flies on to the door's error page. */
export async function refusal(error: unknown): Promise<Response> {
  if (!isAppError(error)) throw error
  // What is no JSON at all is not a value that cannot be kept.
  const status = error.messageKey === 'badJson' ? 400 : statusOf[error.code]
  const errors = error.fields.map(async ({ field, message, values }) => ({
    ...{ field, code: message },
    message: await problemWords(message, values),
  }))
  // What is not there has nothing to tell, or it would tell that it is.
  const detail = status === 404 || status === 410 ? {} : { detail: await problemWords(error.messageKey, error.values) }
  return problem(status, titles[status] ?? 'Error', await Promise.all(errors), headersOf(error, status), detail)
}

function headersOf({ messageKey, values }: AppError, status: number): Record<string, string> {
  if (status === 429) return { 'retry-after': String(Number(values.minutes ?? 1) * 60) }
  if (status === 503) return { 'retry-after': '5' }
  // RFC 6750 §3: without credentials no error is named.
  if (status === 401)
    return { 'www-authenticate': `Bearer realm="atlas"${messageKey === 'badKey' ? ', error="invalid_token"' : ''}` }
  return {}
}

/** Data that is the same for everybody: readable from other origins, asked for anew each time. */
export function publicAnswer(body: unknown): Response {
  decided()
  return new Response(JSON.stringify(body), {
    status: 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'public, max-age=0, must-revalidate',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    },
  })
}

/** A body of JSON, to be kept. */
export const jsonMade = (body: unknown): Made => ({
  type: 'application/json; charset=utf-8',
  body: Buffer.from(JSON.stringify(body)),
})

/** Maps, tiles, facets and years of all doors: some thousands of views. */
const answers = new KeptAnswers(64 * 2 ** 20)

/** Does whoever asks hold these bytes already? */
export const isKnown = (asked: string | undefined, etag: string): boolean =>
  // RFC 9110 §13.1.2: compared weakly.
  asked !== undefined &&
  (asked.trim() === '*' || asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag.replace(/^W\//, '')))

const takesGzip = (accepted = ''): boolean =>
  accepted.split(',').some((one) => /^\s*(gzip|\*)\s*(;\s*q\s*=\s*(1|0?\.\d*[1-9]\d*)(\.0*)?)?\s*$/i.test(one))

/**
 * A public answer that stays in memory until something public changes, compressed for whoever takes that. `question`
 * reads the address: it refuses, or says how the answer is made.
 */
export async function keptAnswer(
  c: Context,
  question: () => Response | (() => Promise<Made>) | Promise<Response | (() => Promise<Made>)>,
): Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  const key = pathname + search
  let answer = await answers.peek(key)
  if (answer === null) {
    const asked = await question()
    if (asked instanceof Response) return asked
    answer = await answers.get(key, asked)
  }
  const headers = {
    etag: answer.etag,
    'cache-control': 'public, max-age=0, must-revalidate',
    vary: 'accept-encoding',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'etag',
    'cross-origin-resource-policy': 'cross-origin',
  }
  if (isKnown(c.req.header('if-none-match'), headers.etag)) return new Response(null, { status: 304, headers })
  return bodyOf(answer, headers, takesGzip(c.req.header('accept-encoding')))
}

function bodyOf({ type, plain, gzip }: KeptAnswer, headers: Record<string, string>, isSmall: boolean): Response {
  const body = isSmall && gzip !== null ? gzip : plain
  return new Response(body, {
    status: 200,
    headers: {
      ...headers,
      'content-type': type,
      'content-length': String(body.length),
      ...(body === gzip && { 'content-encoding': 'gzip' }),
    },
  })
}

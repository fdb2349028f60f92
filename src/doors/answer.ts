import type { Hono } from 'hono'
import { type FieldProblem, isAppError, statusOf } from '@/core/app-error'

/** RFC 9457 problem details, with our list of fields at fault. */
export function problem(
  status: number,
  title: string,
  errors: readonly { field: string; code: string; message: string }[] = [],
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title, status, ...(errors.length > 0 && { errors }) }), {
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

/** The addresses of a door answer 405 to every other verb (4-contracts, REST). To be called after its last route. */
export function refuseOtherVerbs(door: Hono): void {
  const verbs = new Map<string, string[]>()
  for (const { path, method } of door.routes)
    if (method !== 'ALL')
      verbs.set(path, [...(verbs.get(path) ?? []), ...(method === 'GET' ? ['GET', 'HEAD'] : [method])])
  for (const [path, allowed] of verbs)
    door.all(path, () => problem(405, 'Method Not Allowed', [], { allow: allowed.join(', ') }))
}

const titles: Record<number, string> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  410: 'Gone',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
}

const fieldError = ({ field, message }: FieldProblem) => ({ field, code: message, message })

/** A refusal of a query or command as a problem; anything else flies on to the door's error page. */
export function refusal(error: unknown): Response {
  if (!isAppError(error)) throw error
  const status = statusOf[error.code]
  const retry: Record<string, string> = status === 503 || status === 429 ? { 'retry-after': '5' } : {}
  return problem(status, titles[status] ?? 'Error', error.fields.map(fieldError), retry)
}

/** Data that is the same for everybody: readable from other origins, kept a minute by browsers and proxies. */
export const publicAnswer = (body: unknown): Response => publicText(JSON.stringify(body))

/** The same, for JSON that is written already. */
export const publicText = (text: string): Response =>
  new Response(text, {
    status: 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'public, max-age=0, must-revalidate',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    },
  })

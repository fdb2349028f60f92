import { readPdf, unzipped } from '@tests/unpacked'
import type { Door, Knocker, Sent } from './door'
import { forgeKey } from './keyring'
import type { RunningServer } from './server'
import type { World } from './world'

/**
 * What came back: `passed`, or how one was sent away; `invalid` is said to who may, of what was sent. `bytes` is all that
 * came, headers included.
 */
export type Answer = {
  outcome: 'passed' | 'invalid' | 'sign-in' | 'refused' | 'hidden' | 'gone' | `status ${number}`
  bytes: string
}

export type Knocking = { server: RunningServer; world: World }

let knocks = 0
/** Documentation addresses (RFC 3849): no knocker uses up another one's limit. */
export const newAddress = () => `2001:db8:${(++knocks).toString(16)}::1`
export const countKnocks = () => knocks

/** Knocks at one door as one of us, as a browser or a program would. */
export async function knock(door: Door, who: Knocker, { server, world }: Knocking): Promise<Answer> {
  const key = await forgeKey(who, world)
  await door.before?.(world)
  const sent = await door.sends?.(world)
  const headers = { ...key, 'x-forwarded-for': newAddress(), origin: server.address, 'accept-language': 'it' }
  const [kind, ...rest] = door.door.split(' ')
  if (kind === 'action') return callAction(door.door, sent ?? {}, headers, server)
  const verb = kind === 'route' ? (rest[0] ?? 'GET') : 'GET'
  const path = door.at?.(world) ?? addressOf(rest.at(-1) ?? '/')
  const response = await fetch(`${server.address}${path}`, {
    method: verb,
    headers: {
      ...headers,
      ...(kind === 'payload' && { rsc: '1' }),
      ...door.headers,
      ...(sent && door.as === undefined && { 'content-type': 'application/json' }),
    },
    redirect: 'manual',
    ...(sent && { body: door.as === 'form' ? formOf(sent, '') : JSON.stringify(sent) }),
  })
  return answerOf(response)
}

function addressOf(pattern: string): string {
  const path = pattern.replace('[locale]', 'it')
  if (/[[:]/.test(path)) throw new Error(`${pattern} has a gap: say \`at\``)
  return path
}

function formOf(sent: Sent, prefix: string): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(sent)) form.append(`${prefix}${name}`, String(value))
  return form
}

/** What stands in a file, as whoever opens it reads it: packed, no word would betray anything. */
function wordsOf(bytes: Uint8Array, type: string): string {
  if (type.startsWith('application/pdf')) return readPdf(bytes).words
  if (type.includes('officedocument')) return [...unzipped(bytes).values()].join('\n')
  return new TextDecoder().decode(bytes)
}

async function everythingOf(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const words = bytes.length === 0 ? '' : wordsOf(bytes, response.headers.get('content-type') ?? '')
  return `${response.status} ${JSON.stringify([...response.headers])}\n${words}`
}

async function answerOf(response: Response): Promise<Answer> {
  const bytes = await everythingOf(response)
  const { status, headers } = response
  if (status >= 300 && status < 400)
    return { outcome: headers.get('location')?.includes('/sign-in') ? 'sign-in' : 'passed', bytes }
  if (status < 300) return { outcome: 'passed', bytes }
  if ([400, 409, 412, 415, 422, 428].includes(status)) return { outcome: 'invalid', bytes }
  const outcomes: Record<number, Answer['outcome']> = { 401: 'sign-in', 403: 'refused', 404: 'hidden', 410: 'gone' }
  return { outcome: outcomes[status] ?? `status ${status}`, bytes }
}

/** Calls an action by its id with forged arguments, as React's client would encode them: `(previous state, form)`. */
async function callAction(
  door: string,
  sent: Sent,
  headers: Record<string, string>,
  server: RunningServer,
): Promise<Answer> {
  const { id, page } = server.actionId(door)
  const body = formOf(sent, '_1_')
  body.append('0', JSON.stringify([{ turn: 0, values: {}, problems: [], refusal: null }, '$K1']))
  const response = await fetch(`${server.address}${page.replace('[locale]', 'it').replace(/\[[^\]]+\]/g, 'x')}`, {
    method: 'POST',
    headers: { ...headers, 'next-action': id, accept: 'text/x-component' },
    redirect: 'manual',
    body,
  })
  const answer = await answerOf(response)
  const refused = /"refusal":\{"code":"([a-z-]+)"/.exec(answer.bytes)?.[1]
  if (refused === undefined) return answer.bytes.includes('"problems":[{') ? { ...answer, outcome: 'invalid' } : answer
  const outcomes: Record<string, Answer['outcome']> = {
    unauthenticated: 'sign-in',
    forbidden: 'refused',
    'not-found': 'hidden',
    gone: 'gone',
  }
  return { ...answer, outcome: outcomes[refused] ?? 'invalid' }
}

import { AppError } from '@/core/app-error'
import type { Visit } from '@/core/opening'
import type { Viewer } from '@/core/viewer'
import { isSameOrigin } from '@/platform/origin'
import { deviceCookie, sessionCookie, unsealSession } from '@/platform/session-cookie'
import {
  findLiveSession,
  findSessionLeft,
  type LiveSession,
  prolongSession,
  type SessionLeft,
} from '@/platform/session-life'

const reads = new Set(['GET', 'HEAD', 'OPTIONS'])

type Asking = { method: string; headers: Headers }

/**
 * The session a request to a door for programs may use, by its id; null is a visitor. A page of another origin reads as
 * a visitor; whoever writes with a session but without our origin is refused (`forbidden`).
 */
async function sessionIdOf(request: Asking): Promise<string | null> {
  const id = await unsealSession(cookieOf(request.headers, sessionCookie(request.headers).name))
  if (id === null) return null
  const isRead = reads.has(request.method)
  if (isSameOrigin(request.headers) || (isRead && !request.headers.has('origin'))) return id
  if (isRead) return null
  throw new AppError('forbidden', 'foreignOrigin')
}

/** The session of a request with its viewer, or null. Throws `forbidden` for a write from another origin. */
export async function sessionOfRequest(request: Asking): Promise<LiveSession | null> {
  const id = await sessionIdOf(request)
  return id === null ? null : findLiveSession(id)
}

/** Who sends this request; null is a visitor. Throws as `sessionOfRequest`. */
export const viewerOfRequest = async (request: Asking): Promise<Viewer | null> =>
  (await sessionOfRequest(request))?.viewer ?? null

/** How long the session of a request still lasts; asking is no use of it. Null when it is over. */
export async function sessionLeft(request: Asking): Promise<SessionLeft | null> {
  const id = await sessionIdOf(request)
  return id === null ? null : findSessionLeft(id)
}

/** Counts as use of the session: it lasts another hour, within its twelve. Null when it is over. */
export async function keepSession(request: Asking): Promise<SessionLeft | null> {
  const session = await sessionOfRequest(request)
  return session === null ? null : prolongSession(session.id)
}

/** One cookie of a request (RFC 6265 §4.2.1). */
function cookieOf(headers: Headers, name: string): string | undefined {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

/**
 * The visitor's address. src/server.ts writes this header for every request, from as many proxies as TRUSTED_PROXIES
 * says; what a visitor sends under this name is overwritten there.
 */
const clientAddress = (headers: Headers): string => headers.get('x-client-address') ?? 'unknown'

/** From where this request comes, for whoever signs in. */
export function visitOf(headers: Headers): Visit {
  const device = cookieOf(headers, deviceCookie(headers).name) ?? ''
  return {
    address: clientAddress(headers),
    device: /^[\w-]{22}$/.test(device) ? device : null,
    agent: headers.get('user-agent'),
  }
}

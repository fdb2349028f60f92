import { AppError } from '@/core/app-error'
import type { Visit } from '@/core/opening'
import type { Viewer } from '@/core/viewer'
import { isSameOrigin } from '@/platform/origin'
import { deviceCookie, sessionCookie, unsealSession } from '@/platform/session-cookie'
import { findLiveSession } from '@/platform/session-life'

const reads = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Who sends this request to a door for programs; null is a visitor. A page of another origin reads as a visitor;
 * whoever writes with a session but without our origin is refused (`forbidden`).
 */
export async function viewerOfRequest(request: { method: string; headers: Headers }): Promise<Viewer | null> {
  const id = await unsealSession(cookieOf(request.headers, sessionCookie(request.headers).name))
  if (id === null) return null
  const isRead = reads.has(request.method)
  if (!isSameOrigin(request.headers) && !(isRead && !request.headers.has('origin'))) {
    if (isRead) return null
    throw new AppError('forbidden', 'foreignOrigin')
  }
  return (await findLiveSession(id))?.viewer ?? null
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
export const clientAddress = (headers: Headers): string => headers.get('x-client-address') ?? 'unknown'

/** From where this request comes, for whoever signs in. */
export function visitOf(headers: Headers): Visit {
  const device = cookieOf(headers, deviceCookie(headers).name) ?? ''
  return {
    address: clientAddress(headers),
    device: /^[\w-]{22}$/.test(device) ? device : null,
    agent: headers.get('user-agent'),
  }
}

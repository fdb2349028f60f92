// The cookie of a session and what is sealed in it, the same for next-auth, forms and programs' doors.
import { decode, encode } from 'next-auth/jwt'
import { idSchema } from '@/core/id'
import { environment } from '@/platform/env'
import { protocolOf } from '@/platform/origin'

/** Ends of a session (6-quality): unused for an hour, or half a day old. */
export const sessionLife = { idleMinutes: 60, absoluteSeconds: 12 * 60 * 60 }

const ownMachine = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** Only on one's own machine may a cookie travel without TLS. */
export const needsSecureCookies = (headers: Headers): boolean =>
  protocolOf(headers) === 'https' || !ownMachine.test(headers.get('host') ?? '')

/** Name and attributes of a cookie of ours. `__Host-` binds it to this host, https and every path (RFC 6265bis §4.1.3). */
export function hostCookie(name: string, headers: Headers) {
  const secure = needsSecureCookies(headers)
  return {
    name: `${secure ? '__Host-' : ''}atlas.${name}`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  } as const
}

export const sessionCookie = (headers: Headers) => hostCookie('session', headers)

/** What this browser is known by to accounts that signed in from it: it opens nothing. */
export const deviceCookie = (headers: Headers) => hostCookie('device', headers)
export const deviceSeconds = 365 * 24 * 60 * 60

/** The token of a session: its id, sealed by next-auth's own encoder, and nothing else. */
export const sealSession = (sessionId: string): Promise<string> =>
  encode({ token: { sid: sessionId }, secret: environment().AUTH_SECRET, maxAge: sessionLife.absoluteSeconds })

/** The id in a token of ours; null for anything else. */
export async function unsealSession(token: string | undefined): Promise<string | null> {
  if (token === undefined || token.length > 2000) return null
  // jose throws for whatever it did not seal itself, or sealed too long ago: a visitor, not a fault.
  const content = await decode({ token, secret: environment().AUTH_SECRET }).catch(() => null)
  return idSchema.safeParse(content?.sid).data ?? null
}

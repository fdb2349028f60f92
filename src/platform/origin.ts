import { environment } from '@/platform/env'

/**
 * Does this request come from a page of ours? Browsers name the origin of every POST, so an absent one is a stranger's.
 * A forwarded host is not believed: an operator behind proxies says the address in ATLAS_URL.
 */
export function isSameOrigin(headers: Headers): boolean {
  const origin = headers.get('origin')
  if (origin === null) return false
  return (
    origin === new URL(environment().ATLAS_URL).origin || origin === `${protocolOf(headers)}://${headers.get('host')}`
  )
}

/** `x-forwarded-proto` is written by src/server.ts for every request. */
export const protocolOf = (headers: Headers): 'http' | 'https' =>
  headers.get('x-forwarded-proto') === 'https' ? 'https' : 'http'

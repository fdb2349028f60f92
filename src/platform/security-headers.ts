import { isEmbedded } from './page-policy'

const CLOSED = "default-src 'none'; frame-ancestors 'none'"
// A worker obeys the policy of its own script's response: it must be allowed to import and to fetch.
const BUILT_FILES = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'"
// These ignore cookies and always show the public view (9-decisions, Caching), so every site may read them.
const OPEN_DATA = /^\/(api\/v1|api\/map|tiles|ogc|export|reconcile)(\/|$)|^\/[a-z]{2}\/embed\/map$/

/**
 * Headers for a path, set before anybody answers, so that errors carry them too. Pages replace the policy by their
 * own with a nonce (src/proxy.ts).
 */
export function securityHeaders(path: string, isHttps: boolean): Record<string, string> {
  return {
    'content-security-policy': path.startsWith('/_next/static/') ? BUILT_FILES : CLOSED,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'geolocation=(self)',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': OPEN_DATA.test(path) ? 'cross-origin' : 'same-origin',
    ...(isHttps && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }),
  }
}

const PAGE = /^\/([a-z]{2}(\/.*)?)?$/
/** What is held about somebody, behind a link of a mail. */
const MAILED = /^\/[a-z]{2}\/(privacy\/(own|request)|message)\/[\w-]{22}$/
const SESSION = /(^|;\s*)(__Host-)?atlas\.session=/

/**
 * How long a page may be kept: never without asking, and with a session or behind a mailed link not even for the browser's way back.
 * Undefined for what is no page; files of the build and doors say it themselves.
 */
export function pageCacheControl(path: string, cookies: string | undefined): string | undefined {
  if (!PAGE.test(path)) return undefined
  if (isEmbedded(path)) return 'no-cache'
  return SESSION.test(cookies ?? '') || MAILED.test(path) ? 'private, no-store' : 'no-cache'
}

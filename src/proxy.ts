// Language and the nonce of the page's policy. Nothing about sessions or rights: those are asked where data is read.
import createMiddleware from 'next-intl/middleware'
import { NextRequest, type NextResponse } from 'next/server'
import { routing } from './i18n/routing'
import { isEmbedded, pagePolicy } from './platform/page-policy'

const localise = createMiddleware(routing)

export default function proxy(incoming: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const isHttps = incoming.headers.get('x-forwarded-proto') === 'https' // written by src/server.ts
  const isEmbed = isEmbedded(incoming.nextUrl.pathname)
  const policy = pagePolicy(nonce, {
    isHttps,
    isEmbed,
    isDev: process.env.NODE_ENV === 'development',
  })
  const headers = new Headers(incoming.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  if (isEmbed) {
    headers.delete('cookie')
    headers.set('x-embed', '1')
  } else headers.delete('x-embed')
  const response = localise(new NextRequest(incoming, { headers }))
  response.headers.set('content-security-policy', policy)
  leadHome(response, incoming)
  // Another site's page carries it: it reads no cookie and leaves none (9-decisions, Caching).
  if (isEmbed) response.headers.delete('set-cookie')
  else hardenCookie(response, isHttps)
  return response
}

/** `/` leads to the map in the visitor's language at once, not by way of `/{locale}`. */
function leadHome(response: NextResponse, incoming: NextRequest) {
  const location = response.headers.get('location')
  if (!location || incoming.nextUrl.pathname !== '/') return
  const url = new URL(location, incoming.url)
  url.pathname = `${url.pathname.replace(/\/$/, '')}/map`
  response.headers.set('location', url.href)
}

/** next-intl writes the cookie readable by scripts; nobody needs that. */
function hardenCookie(response: NextResponse, isHttps: boolean) {
  const cookie = response.cookies.get('NEXT_LOCALE')
  if (cookie) response.cookies.set({ ...cookie, httpOnly: true, secure: isHttps })
}

// Everything but the files of the build, programs' doors, the base map and files at the top such as /icon.svg.
// Prefetches are not skipped: their pages need the nonce too.
export const config = { matcher: ['/((?!_next/|api/|base/|[^/]+\\.[a-z0-9]+$).*)'] }

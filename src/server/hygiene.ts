// What Node's own server leaves open: how long a request may take to arrive, and what is said to one that is none.
import { STATUS_CODES, type IncomingMessage, type Server, type ServerOptions } from 'node:http'
import type { Duplex } from 'node:stream'
import { securityHeaders } from '@/platform/security-headers'

/** Headers within 15 seconds, everything within two minutes (10 MB over a slow line); 16 kB of headers at most. */
export const patience: ServerOptions = {
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5000,
  keepAliveTimeout: 65_000, // longer than the minute that proxies keep theirs
  maxHeaderSize: 16_384,
}

const longestAddress = 8192

/** The path and query of a request in any of the forms of RFC 9112 §3.2; null for what is no address of ours. */
export function addressOf({ url = '' }: IncomingMessage): string | null {
  if (url.startsWith('/')) return url
  if (url === '*') return '/'
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null
  const { pathname, search } = new URL(url)
  return pathname + search
}

// RFC 9110 §7.2: a name, an IPv4 or an IPv6 address, perhaps a port. Anything else would end up in an address of ours.
const host = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i

/** HTTP/1.0, which monitors still speak, names no host. */
export const isStrangeHost = (name: string | undefined): boolean => name !== undefined && !host.test(name)

export const isTooLong = (address: string): boolean => address.length > longestAddress

/** RFC 9457 for what no door has seen. */
export const problemOf = (status: number): string =>
  JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status })

const statusOf: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
}

/** Answers what is no HTTP, too large or too slow, with the headers of every answer, and closes. */
export function answerStrangers(server: Server): void {
  server.timeout = 120_000 // nobody reads an answer that slowly
  server.on('clientError', (error: Error & { code?: string }, socket: Duplex & { bytesWritten?: number }) => {
    // Gone already, or in the middle of an answer: nothing that could still be said.
    if (error.code === 'ECONNRESET' || !socket.writable || (socket.bytesWritten ?? 0) > 0) return void socket.destroy()
    const status = statusOf[error.code ?? ''] ?? 400
    const body = problemOf(status)
    const headers = {
      ...securityHeaders('/', false),
      'content-type': 'application/problem+json',
      'content-length': String(body.length),
      'cache-control': 'no-store',
      connection: 'close',
    }
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
    socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n'))
  })
}

import type { IncomingMessage } from 'node:http'

/**
 * Address and protocol of the visitor, believing only the last `trustedProxies` entries of what proxies say: the
 * entries before them can be written by anybody.
 */
export function readVisitor(request: IncomingMessage, trustedProxies: number): { address: string; isHttps: boolean } {
  const socket = request.socket.remoteAddress ?? 'unknown'
  if (trustedProxies === 0) return { address: socket, isHttps: false }
  const chain = [...listOf(request.headers['x-forwarded-for']).map(withoutPort), socket]
  const protocols = listOf(request.headers['x-forwarded-proto'])
  return {
    address: chain.at(-1 - trustedProxies) ?? chain[0] ?? socket,
    isHttps: (protocols.at(-trustedProxies) ?? protocols[0]) === 'https',
  }
}

const listOf = (header: string | string[] | undefined): string[] =>
  [header ?? []]
    .flat()
    .flatMap((line) => line.split(','))
    .map((entry) => entry.trim())
    .filter(Boolean)

/** Some proxies write the port of the connection too: `192.0.2.1:52100`, `[2001:db8::1]:52100`. */
const withoutPort = (entry: string): string => /^\[?([\d.]+|[\da-f:.]+(?=\]))\]?(:\d+)?$/i.exec(entry)?.[1] ?? entry

/**
 * Writes headers of ours over whatever the visitor sent under these names. Next reads the parsed headers, Hono the raw
 * list: both must tell the same.
 */
export function overwriteHeaders(request: IncomingMessage, ours: Record<string, string>): void {
  Object.assign(request.headers, ours)
  const kept = request.rawHeaders.filter((_, index, all) => {
    const name = all[index - (index % 2)]?.toLowerCase()
    return name === undefined || !(name in ours)
  })
  request.rawHeaders = [...kept, ...Object.entries(ours).flat()]
}

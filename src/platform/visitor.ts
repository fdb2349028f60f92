import type { IncomingMessage } from 'node:http'

/**
 * Address and protocol of the visitor, believing only the last `trustedProxies` entries of what proxies say: the
 * entries before them can be written by anybody.
 */
export function readVisitor(request: IncomingMessage, trustedProxies: number): { address: string; isHttps: boolean } {
  const socket = request.socket.remoteAddress ?? 'unknown'
  if (trustedProxies === 0) return { address: socket, isHttps: false }
  const chain = [...listOf(request.headers['x-forwarded-for']), socket]
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

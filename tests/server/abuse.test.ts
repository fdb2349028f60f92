// How much one visitor may ask, who that is, and what a server under ill will does.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type RunningServer, startServer } from '../permissions/server'
import { linesOf, rawly } from './raw'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
}, 300_000)
afterAll(() => server?.stop())

let networks = 0
const newNetwork = () => `2001:db8:b:${(++networks).toString(16)}::1`

const ask = (path: string, headers: Record<string, string>, method = 'GET') =>
  fetch(`${server.address}${path}`, { method, headers, redirect: 'manual' })

/** As many as fit into the limit, of the cheapest kind. */
const useUp = async (
  count: number,
  path: string,
  headersOf: (index: number) => Record<string, string>,
  method = 'GET',
) => {
  for (let done = 0; done < count; done += 200)
    await Promise.all(
      Array.from({ length: Math.min(200, count - done) }, async (_, index) => {
        await (await ask(path, headersOf(done + index), method)).arrayBuffer()
      }),
    )
}
const alive = async () => (await fetch(`${server.address}/api/health/live`)).status

test('600 pages a minute from one address, then a page in words that says when', async () => {
  const headers = { 'x-forwarded-for': newNetwork(), 'accept-language': 'pl' }
  await useUp(600, '/pl/map', () => headers, 'PUT')
  for (const path of ['/pl/map', '/', '/pl/sign-in']) {
    const page = await ask(path, headers)
    expect(page.status, path).toBe(429)
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(page.headers.get('retry-after'))).toBeLessThanOrEqual(121)
    const html = await page.text()
    expect(html).toContain('<html lang="pl">')
    expect(html).toMatch(/<h1[^>]*>[^<]+<\/h1>/)
  }
  // Programs have a limit of their own, files of the build and monitors none; another visitor is not touched.
  expect((await ask('/api/v1/actors', headers)).status).toBe(200)
  expect((await ask('/icon.svg', headers)).status).toBe(200)
  expect((await ask('/api/health/live', headers)).status).toBe(200)
  expect((await ask('/pl/about', { 'x-forwarded-for': newNetwork() })).status).toBe(200)
})

test('600 answers of the API and 3,000 of the map a minute, then 429 as problem+json', async () => {
  const headers = { 'x-forwarded-for': newNetwork() }
  await useUp(600, '/ogc', () => headers)
  expect((await ask('/api/map/actors', headers)).status).toBe(200)
  await useUp(2999, '/tiles/x', () => headers)
  for (const path of ['/api/v1/actors', '/ogc/collections', '/api/map/actors', '/tiles/actors/0/0/0.mvt']) {
    const answer = await ask(path, headers)
    expect(answer.status, path).toBe(429)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(z.object({ status: z.literal(429) }).safeParse(await answer.json()).success).toBe(true)
  }
})

test('whoever writes other addresses into the headers stays who they are', async () => {
  const mine = newNetwork()
  const forged = (index: number): Record<string, string> => ({
    // The last entry is what the proxy saw; everything before it, and every other header, a visitor can write.
    'x-forwarded-for': `198.51.100.${index % 250}, 203.0.113.${index % 250}, ${mine}`,
    forwarded: `for=198.51.100.${index % 250}`,
    'x-real-ip': `198.51.100.${index % 250}`,
    'x-client-ip': `198.51.100.${index % 250}`,
    'cf-connecting-ip': `198.51.100.${index % 250}`,
    'x-client-address': `198.51.100.${index % 250}`,
  })
  await useUp(600, '/api/nothing', forged)
  expect((await ask('/api/v1/actors', forged(7))).status).toBe(429)
  expect((await ask('/api/v1/actors', { 'x-forwarded-for': mine })).status).toBe(429)
  // A neighbour in the same network is the same visitor.
  expect((await ask('/api/v1/actors', { 'x-forwarded-for': mine.replace('::1', '::beef') })).status).toBe(429)
})

test('oddities of HTTP are refused or understood, and the server lives', async () => {
  const host = 'Host: localhost\r\n'
  const close = `${host}Connection: close\r\n`
  const cases: [string, RegExp][] = [
    [`GET http://localhost/api/health/live HTTP/1.1\r\n${close}\r\n`, / 200 /],
    [`OPTIONS * HTTP/1.1\r\n${close}\r\n`, / 204 /],
    ['GET /api/health/live HTTP/1.0\r\n\r\n', / 200 /],
    ['GET /api/health/live HTTP/1.1\r\n\r\n', / 400 /],
    [`GET /api/health/live HTTP/1.1\r\nHost: evil/..\r\nConnection: close\r\n\r\n`, / 400 /],
    [`GET /en/about HTTP/1.1\r\nHost: a b@c\r\nConnection: close\r\n\r\n`, / 400 /],
    [`GET /\\evil HTTP/1.1\r\n${close}\r\n`, / (308|404) /],
    [`GET evil HTTP/1.1\r\n${close}\r\n`, / 400 /],
    [`CONNECT evil:443 HTTP/1.1\r\n${close}\r\n`, /^$/],
    [`TRACE /en/map HTTP/1.1\r\n${close}\r\n`, / 405 /],
    [`PROPFIND /api/v1/actors HTTP/1.1\r\n${close}\r\n`, / 405 /],
    [
      `POST /api/v1/actors HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      / 400 /,
    ],
    [`POST /api/v1/actors HTTP/1.1\r\n${host}Content-Length: -5\r\n\r\n`, / 400 /],
    [`POST /api/v1/actors HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\nZZ\r\n`, / 40[01] /],
    [`GET /en/about HTTP/9.9\r\n${host}\r\n`, / 400 /],
    [`GET /en/about HTTP/1.1\r\n${close}X: ${'x'.repeat(17_000)}\r\n\r\n`, / 431 /],
    [`GET /${'x'.repeat(9000)} HTTP/1.1\r\n${close}\r\n`, / 414 /],
    [`GET /en/about HTTP/1.1\r\n${close}Cookie: atlas.session=\xff\xfe; ${'a=b; '.repeat(1000)}\r\n\r\n`, / 200 /],
    [
      `GET /en/map HTTP/1.1\r\n${host}Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\n\r\n`,
      /^$| [24]\d\d /,
    ],
    ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', / 400 /],
  ]
  for (const [sent, wanted] of cases)
    expect(linesOf(await rawly(server.address, sent)).head, sent.slice(0, 80)).toMatch(wanted)
  const away = linesOf(await rawly(server.address, `GET //evil.example/en HTTP/1.1\r\n${close}\r\n`))
  expect(away.headers.location ?? away.headers.Location ?? '/').toMatch(/^\/(?!\/)/)
  expect(await alive()).toBe(200)
})

test(
  'whoever sends headers drop by drop is sent away; two hundred of them hold up nobody',
  { timeout: 90_000 },
  async () => {
    const slow = Array.from({ length: 200 }, () =>
      rawly(server.address, `GET /en/about HTTP/1.1\r\nHost: localhost\r\n${'X: y\r\n'.repeat(100)}`, {
        ...{ slowly: 500, patience: 40_000 },
      }),
    )
    const since = performance.now()
    expect(await alive()).toBe(200)
    expect((await ask('/en/about', { 'x-forwarded-for': newNetwork() })).status).toBe(200)
    expect(performance.now() - since).toBeLessThan(5000)
    for (const answer of await Promise.all(slow)) expect(linesOf(answer).head).toMatch(/ 408 /)
  },
)

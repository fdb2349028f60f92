// The words of 6-quality, Security values, written out and held byte by byte against every class of answer.
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asOwner } from '../database'
import { type RunningServer, startServer } from '../permissions/server'
import { linesOf, rawly } from './raw'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
}, 300_000)
afterAll(() => server?.stop())

const pagePolicy = (nonce: string, isHttps: boolean) =>
  `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self' blob:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'${isHttps ? '; upgrade-insecure-requests' : ''}`
const closedPolicy = "default-src 'none'; frame-ancestors 'none'"
// What a worker of ours must be allowed to import and to fetch stands in the policy of its own script.
const filePolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'"

/** Exactly these, no more of the kind and no fewer. */
const wanted = (policy: string, isHttps: boolean, isOpen: boolean) => ({
  'content-security-policy': policy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': isOpen ? 'cross-origin' : 'same-origin',
  'permissions-policy': 'geolocation=(self)',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'strict-transport-security': isHttps ? 'max-age=63072000; includeSubDomains' : null,
  'x-content-type-options': 'nosniff',
  'x-powered-by': null,
  'x-xss-protection': null,
  server: null,
})

type Class = {
  name: string
  status: number
  path: string
  send?: RequestInit | (() => RequestInit)
  policy?: 'closed' | 'file'
  isOpen?: true
}

let address = 0
const ask = (path: string, send: RequestInit = {}, isHttps = false) =>
  fetch(`${server.address}${path}`, {
    redirect: 'manual',
    ...send,
    headers: {
      ...{
        'x-forwarded-for': `2001:db8:${(++address).toString(16)}::1`,
        'x-forwarded-proto': isHttps ? 'https' : 'http',
      },
      ...Object.fromEntries(new Headers(send.headers)),
    },
  })

function expectWords(answer: Response, { name, policy, isOpen }: Class, isHttps: boolean) {
  const given = answer.headers.get('content-security-policy') ?? ''
  const nonce = /'nonce-([\w+/=]{24})'/.exec(given)?.[1] ?? 'no nonce'
  const words = policy === 'closed' ? closedPolicy : policy === 'file' ? filePolicy : pagePolicy(nonce, isHttps)
  const expected = wanted(words, isHttps, isOpen === true)
  const found = Object.fromEntries(Object.keys(expected).map((header) => [header, answer.headers.get(header)]))
  expect(found, name).toEqual(expected)
  expect(answer.headers.get('x-request-id'), name).toMatch(/^[0-9a-f-]{36}$/)
  return nonce
}

const callOf = (action: string): RequestInit => ({
  method: 'POST',
  headers: { 'next-action': server.actionId(action).id, accept: 'text/x-component', origin: server.address },
  body: (() => {
    const form = new FormData()
    form.append('0', JSON.stringify([{ turn: 0, values: {}, problems: [], refusal: null }, '$K1']))
    return form
  })(),
})
const signInCall = () => callOf('action accounts/account.actions#signInHere')
const someId = '01930000-0000-7000-8000-000000000001'

const classes: Class[] = [
  { name: 'page', status: 200, path: '/en/about' },
  { name: 'page with a session', status: 200, path: '/en/about', send: { headers: { cookie: 'atlas.session=x' } } },
  { name: 'payload', status: 200, path: '/en/about', send: { headers: { rsc: '1' }, redirect: 'follow' } },
  { name: 'answer of an action', status: 200, path: '/en/sign-in', send: signInCall },
  { name: 'redirect to a language', status: 307, path: '/' },
  { name: 'page, 404', status: 404, path: '/en/nothing' },
  { name: 'record, 404', status: 404, path: '/pl/actors/nothing' },
  { name: 'no file, 404', status: 404, path: '/nothing.txt' },
  { name: 'no file of the build, 404', status: 404, path: '/_next/static/nothing.js' },
  { name: 'file', status: 200, path: '/icon.svg', policy: 'closed' },
  { name: 'page, 405', status: 405, path: '/en/about', send: { method: 'PUT' }, policy: 'closed' },
  {
    name: 'form of another site',
    status: 403,
    path: '/en/sign-in',
    send: { method: 'POST', headers: { origin: 'https://evil.example' } },
    policy: 'closed',
  },
  { name: 'too long', status: 414, path: `/en/map?q=${'x'.repeat(9000)}`, policy: 'closed' },
  { name: 'robots', status: 200, path: '/robots.txt', policy: 'closed' },
  { name: 'sign-in for programs', status: 200, path: '/api/auth/session', policy: 'closed' },
  { name: 'sign-in for programs, 405', status: 405, path: '/api/auth/callback/credentials', policy: 'closed' },
  { name: 'health', status: 200, path: '/api/health/live', policy: 'closed' },
  { name: 'API', status: 200, path: '/api/v1/actors', policy: 'closed', isOpen: true },
  { name: 'API, 400', status: 400, path: '/api/v1/actors?foo=1', policy: 'closed', isOpen: true },
  {
    name: 'API, 401',
    status: 401,
    path: '/api/v1/actors',
    send: { headers: { authorization: 'Bearer x' } },
    policy: 'closed',
    isOpen: true,
  },
  { name: 'API, 404', status: 404, path: `/api/v1/actors/${someId}`, policy: 'closed', isOpen: true },
  { name: 'API, 405', status: 405, path: '/api/v1/actors', send: { method: 'PUT' }, policy: 'closed', isOpen: true },
  {
    name: 'API, OPTIONS',
    status: 204,
    path: '/api/v1/actors',
    send: { method: 'OPTIONS' },
    policy: 'closed',
    isOpen: true,
  },
  { name: 'map data', status: 200, path: '/api/map/actors', policy: 'closed', isOpen: true },
  { name: 'no door, 404', status: 404, path: '/api/nothing', policy: 'closed' },
]

describe.each([false, true])('https: %s', (isHttps) => {
  test.each(classes)('$name ($status) carries exactly the headers of 6-quality', async (one) => {
    const answer = await ask(one.path, typeof one.send === 'function' ? one.send() : one.send, isHttps)
    expect(answer.status).toBe(one.status)
    expectWords(answer, one, isHttps)
  })

  test('a file of the build, fresh and 304, by the policy of its own', async () => {
    const html = await (await ask('/en/about', {}, isHttps)).text()
    const path = /\/_next\/static\/[\w./-]+\.js/.exec(html)?.[0] ?? ''
    const fresh = await ask(path, {}, isHttps)
    const given = `If-None-Match: ${fresh.headers.get('etag')}\r\nX-Forwarded-Proto: ${isHttps ? 'https' : 'http'}`
    // `fetch` would ask anew: it says no-cache whenever it sends a tag.
    const kept = linesOf(
      await rawly(server.address, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${given}\r\n\r\n`),
    )
    expect(kept.head).toBe('HTTP/1.1 304 Not Modified')
    for (const answer of [fresh, new Response(null, kept)])
      expectWords(answer, { name: path, status: 0, path, policy: 'file' }, isHttps)
  })

  test('too many requests, to people and to programs', async () => {
    const headers = { 'x-forwarded-for': `2001:db8:aaaa:${isHttps ? 1 : 0}::1` }
    // The cheapest of each kind: a verb that nobody knows.
    await Promise.all(Array.from({ length: 600 }, () => ask('/en/about', { method: 'PUT', headers }, isHttps)))
    await Promise.all(Array.from({ length: 600 }, () => ask('/api/nothing', { headers }, isHttps)))
    const page = await ask('/en/about', { headers }, isHttps)
    const program = await ask('/api/v1/actors', { headers }, isHttps)
    expect([page.status, program.status]).toEqual([429, 429])
    expectWords(page, { name: 'page, 429', status: 429, path: '' }, isHttps)
    expectWords(program, { name: 'API, 429', status: 429, path: '', policy: 'closed', isOpen: true }, isHttps)
  })
})

test('every page has a nonce of its own, which its scripts and styles carry, and which nothing else gives away', async () => {
  const nonces = new Set<string>()
  for (let turn = 0; turn < 5; turn++) {
    const answer = await ask('/en/about', {
      headers: { 'x-nonce': 'mine', 'content-security-policy': "script-src 'nonce-mine'" },
    })
    const nonce = expectWords(answer, { name: 'page', status: 200, path: '' }, false)
    const html = await answer.text()
    for (const [script] of html.matchAll(/<script\b[^>]*>/g)) expect(script).toContain(`nonce="${nonce}"`)
    expect(html).not.toMatch(/ style="| on[a-z]+="|javascript:|'mine'|"mine"/)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(5)
})

test('an evaluator of policies has nothing to say', () => {
  const findings = (policy: string) => new CspEvaluator(new CspParser(policy).csp).evaluate()
  for (const policy of [true, false].map((isHttps) => pagePolicy('abcdefghijklmnopqrstuvw=', isHttps)))
    expect(findings(policy), policy).toEqual([])
  expect(findings(closedPolicy)).toEqual([])
  // A worker loads the rest of itself from here; nobody's uploads or callbacks ever stand there.
  expect(findings(filePolicy).map(({ value }) => value)).toEqual(["'self'"])
})

test('what is shown with a session nobody keeps; cookies are bound to host and TLS', async () => {
  const kept = async (path: string, cookie?: string) =>
    (await ask(path, cookie === undefined ? {} : { headers: { cookie } })).headers.get('cache-control')
  expect(await kept('/en/about')).toBe('no-cache')
  for (const path of ['/en/about', '/en/nothing', '/en/desk'])
    expect(await kept(path, 'atlas.session=x'), path).toBe('private, no-store')
  const cookies = (await ask('/api/auth/csrf', {}, true)).headers.getSetCookie()
  const chosen = (await ask('/', {}, true)).headers.getSetCookie()
  expect(cookies.length).toBeGreaterThan(0)
  for (const cookie of cookies)
    expect(cookie).toMatch(/^__Host-atlas\.\w+=[^;]*; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  for (const cookie of chosen) expect(cookie).toMatch(/; Secure; HttpOnly; SameSite=lax/i)
})

test('what is no HTTP, or too large, carries them too', async () => {
  for (const [sent, status] of [
    ['GARBAGE\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ] as const) {
    const { head, headers } = linesOf(await rawly(server.address, sent))
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expectWords(
      new Response(null, { headers: { ...headers, 'x-request-id': someId } }),
      { name: sent, status, path: '', policy: 'closed' },
      false,
    )
  }
})

// Last: the database is another one afterwards.
test('a fault of ours carries them too, and tells nothing of itself', async () => {
  await asOwner('ALTER TABLE territory RENAME COLUMN folded_name TO gone')
  const page = await ask('/en/territories')
  const program = await ask('/api/v1/territories')
  expect([page.status, program.status]).toEqual([500, 500])
  expectWords(page, { name: 'page, 500', status: 500, path: '' }, false)
  expectWords(program, { name: 'API, 500', status: 500, path: '', policy: 'closed', isOpen: true }, false)
  // In words that need no script, under the number that the log has.
  const html = await page.text()
  expect(html).toContain('<html lang="en">')
  expect(html).toMatch(/<h1[^>]*>Something broke on this page<\/h1>/)
  expect(html).toContain(page.headers.get('x-request-id'))
  expect(html).not.toMatch(/<script|folded_name|prisma|relation "|\.ts:\d|at \w+ \(/i)
  // A piece of a page is for Next's script, which tells it by error.tsx.
  const piece = await ask('/it/territories', { headers: { rsc: '1' } })
  expect(await piece.text()).not.toContain('<h1')
  expect(await program.text()).toBe('{"type":"about:blank","title":"Internal Server Error","status":500}')
})

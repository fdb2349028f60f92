import type { APIRequestContext } from '@playwright/test'
import { z } from 'zod'
import { accountOf, signedIn } from './people'
import { expect, test } from './test'

const csrfSchema = z.object({ csrfToken: z.string() })
const recordSchema = z.object({ data: z.object({ slug: z.string() }) })

test('the first address leads to the map in the language of the browser', async ({ request }) => {
  const answer = await request.get('/', { maxRedirects: 0, headers: { 'accept-language': 'sv-SE,sv;q=0.9,en;q=0.5' } })
  expect(answer.status()).toBe(307)
  expect(answer.headers().location).toBe('/sv/map')
})

test('a page that does not exist answers 404 with its text in the HTML', async ({ request }) => {
  const answer = await request.get('/pl/nie-ma')
  expect(answer.status()).toBe(404)
  expect(await answer.text()).toContain('<h1')
})

test('a door that does not exist answers 404 as problem+json', async ({ request }) => {
  const answer = await request.get('/api/nothing')
  expect(answer.status()).toBe(404)
  expect(answer.headers()['content-type']).toBe('application/problem+json')
  expect(await answer.json()).toMatchObject({ status: 404 })
})

test('every class of answer carries the security headers', async ({ request }) => {
  for (const path of [
    '/en/about',
    '/en/nothing',
    '/api/health/live',
    '/api/nothing',
    '/_next/static/nothing',
    '/robots.txt',
  ]) {
    const headers = (await request.get(path)).headers()
    expect(headers['content-security-policy'], path).toContain("default-src 'none'")
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['x-request-id'], path).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers['x-powered-by'], path).toBeUndefined()
  }
})

test('a page breaks its own policy nowhere and asks no other host', async ({ page, baseURL }) => {
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL}/`) && !/^(data|blob):/.test(request.url())) faults.push(request.url())
  })
  await page.goto('/it/about')
  await expect(page.locator('h1')).toBeVisible()
  expect(faults).toEqual([])
})

const position = (...key: (string | number | null)[]) => Buffer.from(JSON.stringify(key)).toString('base64url')
const someId = '01930000-0000-7000-8000-000000000001'

test('nonsense in an address is told as such, never a fault of ours', async ({ request }) => {
  const refused = [
    ...['q=%00', 'q=a%00b', 'programme=%00x', `q=${'x'.repeat(8000)}`, 'kind=__proto__', '__proto__=1', 'foo=1'],
    ...['limit=0', 'limit=1001', 'limit=abc', 'limit=-1', 'limit=', 'limit=1&limit=2', 'lang=xx', 'fields=a,__proto__'],
    ...['fields=id,password', 'lang=en&lang=it', 'q=a&q=b'],
    ...['bbox=10,45,11,44', 'bbox=1,2,3', 'bbox=1,2,3,4,5', 'bbox=NaN,1,2,3', 'bbox=1e999,1,2,3', 'bbox=0,0,0,91'],
    ...['country=XX', 'since=0000', 'until=99999', 'zoom=-1', 'zoom=1e9', 'territory=../x', 'holder=%00'],
    ...['after=abc', `after=${position('a', 'b')}`, `after=${position(1, 2)}`, `after=${position('a\0', someId)}`],
    ...[`after=${position('a', 'b', 'c')}`, `after=${'A'.repeat(8000)}`],
  ].flatMap((query) => [`/api/v1/actors?${query}`, `/api/v1/relations?${query}`])
  const own = [
    `/api/v1/actors?sort=started`,
    `/api/v1/relations?sort=relations`,
    `/api/v1/actors?sort=relations&after=${position(1e30, 'y', someId)}`,
    `/api/v1/actors?sort=verified&after=${position('2026-02-31', someId)}`,
    `/api/v1/relations?sort=started&after=${position('0000-01-01', someId)}`,
    `/api/v1/territories?after=${position('a', 'b')}`,
    ...['kind=city', 'bbox=0,0,1,1', 'limit=0', 'fields=boundary'].map((query) => `/api/v1/territories?${query}`),
    ...['foo=1', 'lang=xx', 'zoom=3&zoom=4', 'limit=1'].map((query) => `/api/map/actors?${query}`),
    ...['foo=1', 'actor=y&actor=z'].map((query) => `/api/map/relations?actor=x&${query}`),
    ...['foo=1', 'lang=xx', 'fields=id'].map((query) => `/api/v1/actors/x?${query}`),
    ...['zoom=x', 'zoom=', 'q=%00', 'bbox=11,45,10', 'programme=a%00'].map((query) => `/api/map/actors?${query}`),
    ...['?actor=', '?actor=%00', `?actor=${'x'.repeat(5000)}`].map((query) => `/api/map/relations${query}`),
    ...['level=nuts2', 'limit=0', 'limit=9999', 'between=IT', 'between=IT~IT', 'between=IT~ZA&between=IT~DE'].map(
      (query) => `/api/map/relations?${query}`,
    ),
    ...['measure=x', 'base=x', 'base=actors&measure=actors', 'level=region', 'region=XX1', 'limit=5', 'bbox=1,2,3'].map(
      (query) => `/api/map/regions?${query}`,
    ),
  ]
  for (const path of [...refused, ...own]) {
    const answer = await request.get(path)
    expect(answer.status(), path.slice(0, 100)).toBe(400)
    expect(answer.headers()['content-type'], path.slice(0, 100)).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ status: 400, errors: [{ code: 'invalid' }] })
  }
})

test('what is not there is 404, however its address is written', async ({ request }) => {
  const programs = ['actors', 'relations', 'territories'].flatMap((kind) =>
    ['%00', 'a%00b', '%E0%A4%A', '__proto__', '..%2f..%2fetc', someId, 'x'.repeat(8000)].map(
      (key) => `/api/v1/${kind}/${key}`,
    ),
  )
  const others = ['/api', '/api/v2/actors', '/api//v1/actors', '/api/map', `/api/map/relations?actor=${someId}`, '/ogc']
  for (const path of [...programs, ...others]) {
    const answer = await request.get(path)
    expect(answer.status(), path.slice(0, 100)).toBe(404)
    expect(await answer.text()).toBe('{"type":"about:blank","title":"Not Found","status":404}')
  }
  for (const path of ['/en/actors/%00', '/en/actors/a%00b', '/pl/relations/%E0%A4%A', '/it/territories/%', '/sv/map/x'])
    expect((await request.get(path)).status(), path).toBe(404)
})

test('pages answer with what they understood', async ({ request }) => {
  for (const path of ['actors', 'relations', 'map'])
    for (const query of ['q=%00', 'programme=a%00', `after=${position('a', 'b')}`, 'bbox=11,45', 'sort=x', 'zoom=1e9'])
      expect((await request.get(`/en/${path}?${query}`)).status(), `${path} ${query}`).toBe(200)
  const echoed = await request.get(`/en/map?q=${'x'.repeat(8000)}`)
  expect((await echoed.body()).length).toBeLessThan(500_000)
})

test('a verb that a door does not know is 405, and the door names those it knows', async ({ request }) => {
  const doors: [string, string][] = [
    ['/api/v1/actors', 'GET, HEAD, POST, OPTIONS'],
    [`/api/v1/territories/${someId}`, 'GET, HEAD, OPTIONS'],
    ['/api/map/actors', 'GET, HEAD, OPTIONS'],
    ['/api/map/regions', 'GET, HEAD, OPTIONS'],
    ['/api/suggest/places', 'GET, HEAD, OPTIONS'],
    ['/api/health/live', 'GET, HEAD, OPTIONS'],
    ['/en/about', 'GET, HEAD, POST'],
  ]
  for (const [path, allow] of doors)
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const answer = await request.fetch(path, { method })
      expect(answer.status(), `${method} ${path}`).toBe(405)
      expect(answer.headers().allow).toBe(allow)
    }
  const draft = await request.get(`/api/drafts/actor/${someId}`)
  expect([draft.status(), draft.headers().allow]).toEqual([405, 'POST, OPTIONS'])
  expect((await request.get('/api/auth/callback/credentials')).status()).toBe(405)
})

test('headers of proxies that nobody named are not believed', async ({ request }) => {
  const forged = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    forwarded: 'host=evil.example;proto=https',
    'x-middleware-subrequest': 'src/proxy:src/proxy:src/proxy:src/proxy:src/proxy',
  }
  for (const path of ['/', '/en/desk', '/en/about/']) {
    const answer = await request.get(path, { headers: forged, maxRedirects: 0 })
    expect(answer.headers().location, path).toMatch(/^\/en\//)
    expect(answer.headers()['strict-transport-security']).toBeUndefined()
  }
  const page = await request.get('/en/about', { headers: { ...forged, 'x-nonce': 'evil' } })
  expect(await page.text()).not.toContain('evil')
})

test('after signing in nobody is led to another host', async ({ playwright, baseURL }) => {
  const { email, password } = accountOf('editor', 'valencia')
  for (const callbackUrl of [
    '//evil.example',
    '/\\evil.example',
    'https:evil.example',
    'https://evil.example/en/desk',
  ]) {
    const request = await playwright.request.newContext({ baseURL: baseURL ?? '' })
    const csrf: unknown = await (await request.get('/api/auth/csrf')).json()
    const form = { ...csrfSchema.parse(csrf), email, password, callbackUrl, json: 'true' }
    const answer: unknown = await (await request.post('/api/auth/callback/credentials', { form })).json()
    expect(answer, callbackUrl).toEqual({ url: `${baseURL}/` })
    await request.dispose()
  }
})

test('the form of sign-in leads home too, also without script', async ({ browser, baseURL }) => {
  const { email, password } = accountOf('editor', 'valencia')
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`/es/sign-in?callbackUrl=${encodeURIComponent('/\\evil.example')}`)
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(password)
  await page.locator('main form button[type=submit]').click()
  await page.waitForURL(`${baseURL}/es/desk`)
  await context.close()
})

test('a draft of a territory is, for everybody else, as little there as an unknown id', async ({ browser }) => {
  const editor = await signedIn(browser, 'editor', { territory: 'reggio-emilia' })
  await editor.goto('/en/desk/actors/new')
  await editor.waitForURL('**draft=*')
  const id = new URL(editor.url()).searchParams.get('draft') ?? ''
  await editor.locator('[id="kind"]').selectOption('association')
  await editor.locator('[id="name"]').fill('Consorzio di prova')
  await editor.locator('[id="country"]').selectOption('IT')
  await editor.locator('[id="name"]').press('Enter')
  await editor.waitForURL('**?done=saved*')
  const own = await editor.request.get(`/api/v1/actors/${id}`)
  expect(own.status()).toBe(200)
  const { slug } = recordSchema.parse(await own.json()).data
  // A page of another origin reads as a visitor, even with the editor's session.
  const elsewhere = { origin: 'https://evil.example' }
  expect((await editor.request.get(`/api/v1/actors/${id}`, { headers: elsewhere })).status()).toBe(404)

  const other = await signedIn(browser, 'editor', { territory: 'wielkopolska' })
  const visitor = await browser.newContext()
  const answerTo = async (request: APIRequestContext, path: string, key: string) => {
    const answer = await request.get(path.replace('KEY', key))
    const text = (await answer.text()).replaceAll(key, 'KEY')
    // A page by what it says: where React cuts it into pieces depends on how busy the machine is.
    const said = text.replace(/<script\b.*?<\/script>/gs, '').split(/<[^>]*>/)
    return { status: answer.status(), text: path.startsWith('/api') ? text : said.sort().join('\n').trim() }
  }
  for (const request of [other.request, visitor.request])
    for (const path of [
      ...['/api/v1/actors/KEY', '/api/map/relations?actor=KEY', '/api/map/relations?relation=KEY'],
      ...['/en/actors/KEY', '/pl/actors/KEY'],
    ]) {
      const asUnknown = await answerTo(request, path, someId)
      expect(await answerTo(request, path, id), `${path} by id`).toEqual(asUnknown)
      const unknownSlug = slug.slice(0, -5) + 'zzzzz'
      expect(await answerTo(request, path, slug), `${path} by slug`).toEqual(await answerTo(request, path, unknownSlug))
    }
  const desk = await other.request.get(`/en/desk/actors/${id}`)
  const unknown = await other.request.get(`/en/desk/actors/${someId}`)
  expect([desk.status(), unknown.status()]).toEqual([404, 404])

  // Writing: only from a page of ours, only forms.
  const address = `/api/drafts/actor/${id}`
  const sent = async (request: APIRequestContext, headers: Record<string, string>, multipart = { name: 'x' }) =>
    (await request.post(address, { headers, multipart })).status()
  const ours = { origin: new URL(editor.url()).origin }
  expect(await sent(editor.request, ours)).toBe(200)
  expect(await sent(editor.request, elsewhere)).toBe(403)
  expect(await sent(editor.request, { origin: 'null' })).toBe(403)
  expect(await sent(visitor.request, ours)).toBe(401)
  for (const name of ['__proto__.x', 'a.constructor.x', 'a'.padEnd(99, '.a')]) {
    const answer = await editor.request.post(address, { headers: ours, multipart: { [name]: '1' } })
    expect(answer.status(), name).toBe(422)
  }
  for (const data of ['{"__proto__":{"isAdmin":true}}', '['.repeat(10_000), '[1]']) {
    const headers = { ...ours, 'content-type': 'application/json' }
    expect((await editor.request.post(address, { headers, data })).status()).toBe(422)
  }
  const forged = await visitor.request.post('/en/sign-in', { headers: elsewhere, multipart: { $ACTION_ID_x: '' } })
  expect(forged.status()).toBe(403)
  for (const page of [editor, other]) await page.context().close()
  await visitor.close()
})

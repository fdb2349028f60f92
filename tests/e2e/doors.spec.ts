import { expect, test } from '@playwright/test'

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

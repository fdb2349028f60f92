import { signedIn } from './people'
import { expect, test } from './test'

test('minutes before the end there is a word and a way to stay; afterwards a way back in', async ({ browser }) => {
  const page = await signedIn(browser, 'editor', { territory: 'wielkopolska' })
  let left: { idle: number; absolute: number } | null = { idle: 200, absolute: 20_000 }
  const kept: string[] = []
  await page.route('**/api/account/session', async (route) => {
    if (route.request().method() === 'POST') {
      kept.push('stay')
      left = { idle: 3600, absolute: 20_000 }
    }
    await route.fulfill(left === null ? { status: 401, json: {} } : { json: left })
  })
  await page.goto('/en/desk/account')
  const bar = page.getByRole('alert').filter({ hasText: 'You will be signed out at' })
  await expect(bar).toBeVisible()
  await bar.getByRole('button', { name: 'Stay signed in' }).click()
  await expect(bar).toBeHidden()
  expect(kept).toEqual(['stay'])

  left = { idle: 3600, absolute: 100 }
  await page.reload()
  await page.getByRole('button', { name: 'Understood' }).click()
  await expect(page.getByText('ends at')).toBeHidden()

  // What was typed and never sent is there again after signing in.
  left = null
  await page.reload()
  await page.locator('#name').fill('Ada typed this')
  const way = page.getByRole('link', { name: 'Sign in again' })
  await expect(way).toBeVisible()
  await page.unroute('**/api/account/session')
  await way.click()
  await page.waitForURL('**/desk/account')
  await expect(page.locator('#name')).toHaveValue('Ada typed this')
  await expect(page.getByText('You are signed in again').first()).toBeVisible()
})

test('asking how long a session lasts does not prolong it, and nobody else can', async ({ browser, baseURL }) => {
  const page = await signedIn(browser, 'editor', { territory: 'wielkopolska' })
  const first = await (await page.request.get('/api/account/session')).json()
  expect(first.idle).toBeLessThanOrEqual(3600)
  const foreign = await page.request.post('/api/account/session', { headers: { origin: 'https://evil.example' } })
  expect(foreign.status()).toBe(403)
  const signOut = await page.request.post('/api/account/sign-out', { headers: { origin: 'https://evil.example' } })
  expect(signOut.status()).toBe(403)
  const own = await page.request.post('/api/account/session', { headers: { origin: baseURL ?? '' } })
  expect(own.status()).toBe(200)
  const out = await page.request.post('/api/account/sign-out?locale=pl', {
    headers: { origin: baseURL ?? '' },
    maxRedirects: 0,
  })
  expect(out.status()).toBe(303)
  expect(out.headers()).toMatchObject({ location: '/pl/map', 'clear-site-data': '"cache", "storage"' })
  expect((await page.request.get('/api/account/session')).status()).toBe(401)
})

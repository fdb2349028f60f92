import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'
import { axeFaults } from './axe'
import { signedIn } from './people'
import { expect, test } from './test'

// Every kind of page, once wide and light in English, once narrow and dark in Polish (6-quality).

const looks = [
  { locale: 'en', width: 1280, height: 800, scheme: 'light' },
  { locale: 'pl', width: 320, height: 640, scheme: 'dark' },
] as const
type Look = (typeof looks)[number]

const rows = z.object({ data: z.array(z.object({ id: z.string(), slug: z.string() })).min(1) })

/** Looks on while pages are read: what they complain of, and where they ask. */
function watched(page: Page, host: string): string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    // A page that is not there is told as 404, which the console repeats.
    if (message.type() === 'error' && !/status of 40[14]/.test(message.text())) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(`${host}/`) && !/^(data|blob):/.test(request.url())) faults.push(request.url())
  })
  return faults
}

async function examine(page: Page, path: string, look: Look, keep: string, status = 200) {
  const answer = await page.goto(`/${look.locale}${path}`)
  expect(answer?.status(), path).toBe(status)
  const headers = answer?.headers() ?? {}
  expect(headers['content-security-policy'], path).toMatch(
    /^default-src 'none'; script-src 'nonce-[^']+' 'strict-dynamic'; style-src 'self' 'nonce-[^']+'; .*frame-ancestors 'none'; base-uri 'none'; object-src 'none'$/,
  )
  expect(headers, path).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'geolocation=(self)',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': keep,
  })
  expect(headers['x-powered-by'], path).toBeUndefined()
  const html = (await answer?.text()) ?? ''
  expect(html.match(/<[^>]* style="[^"]*"/)?.[0], path).toBeUndefined()
  expect(html.match(/<style(?![^>]* nonce=")[^>]*>/)?.[0], path).toBeUndefined()
  expect(html.match(/<script(?![^>]* nonce="|[^>]* type="application\/ld\+json")[^>]*>/)?.[0], path).toBeUndefined()

  await expect(page.locator('html'), path).toHaveAttribute('lang', look.locale)
  await expect(page.locator('h1'), path).toHaveCount(1)
  await page.waitForLoadState('load')
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${path} is wider than ${look.width}`).toBeLessThanOrEqual(0)
  expect(await axeFaults(page), path).toEqual([])
}

const seenAs = (browser: Browser, { width, height, scheme }: Look) =>
  browser.newContext({ viewport: { width, height }, colorScheme: scheme })

for (const look of looks)
  test.describe(`${look.locale}, ${look.width} px, ${look.scheme}`, () => {
    test('what a visitor opens', async ({ browser, baseURL }) => {
      test.setTimeout(180_000)
      const context = await seenAs(browser, look)
      const page = await context.newPage()
      const faults = watched(page, baseURL ?? '')
      const firstOf = async (kind: string, filter: string) =>
        rows.parse(await (await context.request.get(`/api/v1/${kind}?limit=1&${filter}`)).json()).data[0]?.slug ?? ''
      const [actor, relation] = [await firstOf('actors', 'sort=relations'), await firstOf('relations', 'type=twinning')]
      const practice = await firstOf('practices', 'territory=reggio-emilia')
      const paths = [
        ...['/map', '/actors', `/actors/${actor}`, `/actors/${actor}/suggest`],
        ...['/relations', `/relations/${relation}`, `/relations/${relation}/suggest`],
        ...[
          '/practices',
          `/practices/${practice}`,
          '/practices/adoption',
          '/network',
          `/network?actor=${actor}&steps=2`,
          '/territories',
          '/territories/reggio-emilia',
          '/territories/reggio-emilia/suggest',
          '/search',
          '/search?q=univrsity+reggio',
          '/about',
          '/data',
          '/help',
          '/privacy',
          '/sign-in',
          '/sign-in/code',
          '/sign-in/goodbye',
          '/sign-in/link',
          '/sign-in/reset',
        ],
      ]
      for (const path of paths) await examine(page, path, look, 'no-cache')
      for (const path of ['/nothing', '/actors/nobody-00000', '/desk/nothing'])
        await examine(page, path, look, 'no-cache', 404)
      expect(faults).toEqual([])
      await context.close()
    })

    test('what a coordinator opens', async ({ browser, baseURL }) => {
      test.setTimeout(180_000)
      const page = await signedIn(browser, 'coordinator', { territory: 'valencia', locale: look.locale })
      await page.setViewportSize({ width: look.width, height: look.height })
      await page.emulateMedia({ colorScheme: look.scheme })
      const faults = watched(page, baseURL ?? '')
      for (const path of [
        ...['', '/password', '/two-factor', '/delete'].map((part) => `/desk/account${part}`),
        '/desk/api-keys',
        '/desk/verification',
        '/desk/suggestions',
        '/desk/suggestions?state=decided',
        '/desk/group',
        '/desk/group/new',
      ])
        await examine(page, path, look, 'private, no-store')
      expect(faults).toEqual([])
      await page.context().close()
    })

    test('pages without React read as well as the others', async ({ browser, baseURL }) => {
      const page = await (await seenAs(browser, look)).newPage()
      const faults = watched(page, baseURL ?? '')
      for (const path of ['/api/v1/docs', '/nothing.txt']) {
        await page.goto(path)
        await expect(page.locator('h1'), path).toHaveCount(1)
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(overflow, path).toBeLessThanOrEqual(0)
        expect(await axeFaults(page)).toEqual([])
      }
      expect(faults).toEqual([])
      await page.context().close()
    })

    test('what an editor opens', async ({ browser, baseURL }) => {
      test.setTimeout(180_000)
      const page = await signedIn(browser, 'editor', { territory: 'valencia', locale: look.locale })
      await page.setViewportSize({ width: look.width, height: look.height })
      await page.emulateMedia({ colorScheme: look.scheme })
      const faults = watched(page, baseURL ?? '')
      for (const path of [
        '/desk',
        '/desk/actors',
        '/desk/actors/new',
        '/desk/relations',
        '/desk/relations/new',
        '/desk/practices',
        '/desk/adoption',
        '/desk/practices/new',
        '/desk/tasks/to-confirm',
        '/map',
      ])
        await examine(page, path, look, 'private, no-store')
      expect(faults).toEqual([])
      await page.context().close()
    })

    test('what the curation of records opens', async ({ browser, baseURL }) => {
      test.setTimeout(180_000)
      const page = await signedIn(browser, 'admin', { locale: look.locale })
      await page.setViewportSize({ width: look.width, height: look.height })
      await page.emulateMedia({ colorScheme: look.scheme })
      const faults = watched(page, baseURL ?? '')
      const idsOf = async (asked: string) =>
        rows.parse(await (await page.request.get(`/api/v1/${asked}`)).json()).data.map(({ id }) => id)
      const [[one, two], [tie, other], [merged]] = await Promise.all([
        idsOf('actors?territory=reggio-emilia&limit=2'),
        idsOf('relations?territory=reggio-emilia&type=twinning&limit=2'),
        idsOf('actors?q=ervet&limit=1'),
      ])
      for (const path of [
        ...['/desk/duplicates', `/desk/duplicates/actor/${one}/${two}`, `/desk/duplicates/relation/${tie}/${other}`],
        ...[`/desk/custody/actor/${one}`, `/desk/custody/relation/${tie}`, `/desk/succession/${merged}`],
      ])
        await examine(page, path, look, 'private, no-store')
      expect(faults).toEqual([])
      await page.context().close()
    })

    test('what an administrator opens', async ({ browser, baseURL }) => {
      test.setTimeout(180_000)
      const page = await signedIn(browser, 'admin', { locale: look.locale })
      await page.setViewportSize({ width: look.width, height: look.height })
      await page.emulateMedia({ colorScheme: look.scheme })
      const faults = watched(page, baseURL ?? '')
      const ofTerritories = ['territories', 'territories/valencia']
      const parts = ['users', 'invitations', ...ofTerritories, 'outbox', 'audit', 'codes', 'settings']
      for (const path of ['/admin', ...parts.map((part) => `/admin/${part}`), '/desk/news'])
        await examine(page, path, look, 'private, no-store')
      await page.goto(`/${look.locale}/admin/users`)
      const user = await page.locator('main table a').first().getAttribute('href')
      await examine(page, user?.replace(/^\/[a-z]{2}(?=\/)/, '') ?? '', look, 'private, no-store')
      expect(faults).toEqual([])
      await page.context().close()
    })
  })

test('axe, as it is asked here, finds a fault', async ({ page }) => {
  await page.goto('/en/about')
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('img')))
  expect(await axeFaults(page)).toEqual([expect.stringMatching(/^image-alt: /)])
})

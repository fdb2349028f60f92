import type { Page } from '@playwright/test'
import { axeFaults } from './axe'
import { expect, test } from './test'

const marks = (page: Page) => page.locator('.leaflet-marker-pane button')
const clusters = (page: Page) => page.getByRole('button', { name: /^\d+ actors/ })
const rows = (page: Page) => page.locator('#map-list ol > li')
const countOf = (text: string | null) => Number(/\d+/.exec(text ?? '')?.[0] ?? Number.NaN)

/** Everything the browser complained about, and every request that left the host. */
function watch(page: Page, baseURL: string | undefined) {
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL}/`) && !/^(data|blob):/.test(request.url())) faults.push(request.url())
  })
  return faults
}

/** A public actor with relations that have lines, by its slug. */
async function actorWithLines(page: Page): Promise<string> {
  await page.goto('/en/map')
  const href = await rows(page).first().getByRole('link').getAttribute('href')
  return new URL(href ?? '', 'http://x').searchParams.get('actor') ?? ''
}

test('clusters, single actors and those without a point add up to the list', async ({ page, request, baseURL }) => {
  const faults = watch(page, baseURL)
  await page.goto('/en/map')
  await expect(marks(page).first()).toBeVisible()
  for (const zoom of [2, 4, 7, 11]) {
    const { properties, features } = await (await request.get(`/api/map/actors?zoom=${zoom}`)).json()
    const drawn = features.reduce(
      (sum: number, { properties: { count } }: { properties: { count?: number } }) => sum + (count ?? 1),
      0,
    )
    expect(drawn + properties.withoutPoint).toBe(properties.total)
  }
  const shown = await marks(page).evaluateAll((buttons) =>
    buttons.map((button) => Number(/^(\d+) actors/.exec(button.getAttribute('aria-label') ?? '')?.[1] ?? 1)),
  )
  const { properties } = await (await request.get('/api/map/actors?zoom=4')).json()
  expect(shown.reduce((sum, count) => sum + count, 0) + properties.withoutPoint).toBe(properties.total)
  await expect(page.locator('#map-list').getByText(`${properties.total} actors`).first()).toBeVisible()
  expect(faults).toEqual([])
})

test('a cluster opens into its actors, the list follows, and the address shows the same again', async ({ page }) => {
  await page.goto('/en/map')
  await expect(clusters(page).first()).toBeVisible()
  await clusters(page).first().click()
  await expect(page).toHaveURL(/bbox=.*zoom=/)
  const head = page
    .locator('#map-list')
    .getByText(/actors? in this view/)
    .last()
  await expect(head).toBeVisible()
  await expect
    .poll(() => page.evaluate(() => document.querySelectorAll('.leaflet-marker-pane button').length))
    .toBeGreaterThan(1)
  await page.waitForTimeout(1500)
  const count = countOf(await head.textContent())
  const drawn = async () =>
    (
      await marks(page).evaluateAll((buttons) =>
        buttons.map((button) => Number(/^(\d+) actors/.exec(button.getAttribute('aria-label') ?? '')?.[1] ?? 1)),
      )
    ).reduce((sum, one) => sum + one, 0)
  expect(await drawn()).toBe(count)
  const address = page.url()
  await page.reload()
  await expect(marks(page).first()).toBeVisible()
  await page.waitForTimeout(1500)
  expect(page.url()).toBe(address)
  expect(countOf(await head.textContent())).toBe(count)
  expect(await drawn()).toBe(count)
})

test('a selected actor shows its relations as lines and rows; back returns', async ({ page }) => {
  const slug = await actorWithLines(page)
  await expect(marks(page).first()).toBeVisible()
  await rows(page).first().getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`actor=${slug}`))
  const heading = page.locator('#map-selected')
  await expect(heading).toBeFocused()
  await expect(page.getByRole('button', { name: /, selected$/ })).toBeVisible()
  const total = countOf(
    await page
      .locator('#map-list')
      .getByText(/\d+ relations? in/)
      .textContent(),
  )
  expect(await rows(page).count()).toBe(Math.min(25, total))
  // Twin towns have two parties each: one line, one row.
  await page.goto(`/en/map?actor=${slug}&type=twinning`)
  await expect(page.getByRole('button', { name: /, selected$/ })).toBeVisible()
  const ends = page.getByRole('button', { name: /, \d+ relations?$/ })
  await expect(ends.first()).toBeVisible()
  const each = await ends.evaluateAll((buttons) =>
    buttons.map((button) => Number(/, (\d+) relations?$/.exec(button.getAttribute('aria-label') ?? '')?.[1])),
  )
  expect(each.reduce((sum, one) => sum + one, 0)).toBe(await rows(page).count())
  await rows(page).first().hover()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/en\/map\?type=twinning$/)
  await page.goBack()
  await expect(page).toHaveURL(new RegExp(`actor=${slug}`))
  await expect(page.getByRole('button', { name: /, selected$/ })).toBeVisible()
})

test('by keyboard alone: an actor of the list, its relation, and back', async ({ page }) => {
  await page.goto('/en/map')
  await expect(marks(page).first()).toBeVisible()
  await page.locator('body').press('Tab')
  for (let i = 0; i < 60; i += 1) {
    const where = await page.evaluate(() => document.activeElement?.id ?? '')
    if (where.startsWith('row-')) break
    await page.keyboard.press('Tab')
  }
  const row = await page.evaluate(() => document.activeElement?.id ?? '')
  expect(row).toMatch(/^row-/)
  await page.keyboard.press('Enter')
  await expect(page.locator('#map-selected')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator(`#${row}`)).toBeFocused()
  // Marks are buttons: a cluster opens by Enter, once the map has flown back.
  await page.waitForTimeout(1500)
  await clusters(page).first().focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/zoom=/)
})

test('without script the list is whole: filters, counts, next page, a selected actor', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) })
  const page = await context.newPage()
  await page.goto('/en/map?kind=university')
  const first = await rows(page).first().textContent()
  await page.getByRole('link', { name: 'Show 25 more' }).click()
  expect(await rows(page).first().textContent()).not.toBe(first)
  await page.goto('/en/map')
  await rows(page).first().getByRole('link').click()
  await expect(page.locator('h1')).not.toHaveText(/^Map of/)
  expect(await rows(page).count()).toBeGreaterThan(0)
  await context.close()
})

test('a filter keeps the part of the map in view, a search shows all it finds', async ({ page }) => {
  await page.goto('/en/map')
  await expect(clusters(page).first()).toBeVisible()
  await clusters(page).first().click()
  await expect(page).toHaveURL(/zoom=/)
  await page.locator('summary', { hasText: 'Kind' }).click()
  await page.getByRole('checkbox', { name: /Universities/ }).check()
  await page.getByRole('button', { name: 'Show', exact: true }).locator('visible=true').click()
  await expect(page).toHaveURL(/kind=university/)
  await expect(page).toHaveURL(/bbox=/)
  await page.getByRole('main').getByRole('searchbox').fill('valencia')
  await page.getByRole('main').getByRole('searchbox').press('Enter')
  await expect(page).toHaveURL(/q=valencia/)
  await expect(page).not.toHaveURL(/bbox=/)
  await expect(page.locator('summary', { hasText: 'Universities' })).toBeVisible()
})

test('what an address selects and is not public is said, not hidden', async ({ page }) => {
  await page.goto('/en/map?actor=nobody-of-that-name-zzzzz')
  await expect(page.getByText('not in the public register')).toBeVisible()
})

for (const [language, width, height, scheme] of [
  ['en', 1280, 800, 'light'],
  ['pl', 320, 700, 'dark'],
] as const)
  test(`axe finds nothing, in ${language} at ${width} px, ${scheme}`, async ({ page, baseURL }) => {
    const faults = watch(page, baseURL)
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    const slug = await actorWithLines(page)
    for (const query of ['', `?actor=${slug}`]) {
      await page.goto(`/${language}/map${query}`)
      await expect(marks(page).first()).toBeVisible()
      expect(await axeFaults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    expect(faults).toEqual([])
  })

test('actors that do not come are said to be missing, and asked for again', async ({ page }) => {
  await page.route('**/api/map/actors?*', (route) => route.fulfill({ status: 503 }))
  await page.goto('/en/map')
  await expect(page.getByText('The actors could not be loaded.')).toBeVisible()
  await page.unroute('**/api/map/actors?*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.locator('.leaflet-marker-pane button').first()).toBeVisible()
  await expect(page.getByText('The actors could not be loaded.')).toBeHidden()
})

test('the legend folds to its title and opens again by keyboard', async ({ page }) => {
  await page.goto('/en/map')
  const legend = page.locator('details:not([data-popover])', { hasText: 'Discs are actors' })
  await expect(legend.getByText('University')).toBeVisible()
  await legend.locator('summary').first().focus()
  await page.keyboard.press('Enter')
  await expect(legend.getByText('University')).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(legend.getByText('University')).toBeVisible()
})

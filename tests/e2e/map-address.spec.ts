// The address of the map has several writers: what one of them asked for is not lost because another one writes.
import type { Page } from '@playwright/test'
import { expect, test } from './test'

const map = (page: Page) => page.locator('.leaflet-container')
const marks = (page: Page) => page.locator('.leaflet-marker-pane button')
const bar = (page: Page) => page.getByRole('region', { name: 'Years' })
const from = (page: Page) => bar(page).getByRole('slider', { name: 'From the year' })
const param = (page: Page, key: string) => new URL(page.url()).searchParams.get(key)
const steps = (page: Page) => page.evaluate(() => window.history.length)

/** Opens the map with its years, and waits until both are drawn: the first year there is. */
async function openedAtYears(page: Page): Promise<number> {
  await page.goto('/en/map')
  await expect(marks(page).first()).toBeVisible()
  await page.getByRole('button', { name: 'Years' }).click()
  await expect(bar(page).getByText(/^\d+ of \d+ relations$/)).toBeVisible()
  return Number(await from(page).getAttribute('min'))
}

/** Pages that follow the first one take this long, so that everything below happens while one is on its way. */
async function slowPages(page: Page): Promise<void> {
  await page.route(/[?&]_rsc=/, async (route) => {
    await new Promise((done) => setTimeout(done, 1000))
    await route.continue().catch(() => undefined)
  })
}

async function zoomByWheel(page: Page): Promise<void> {
  const box = await map(page).boundingBox()
  if (box === null) throw new Error('no map')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.wheel(0, -240)
}

const isAsked = (page: Page, key: string) =>
  page.waitForRequest((request) => {
    const { searchParams } = new URL(request.url())
    return searchParams.has('_rsc') && searchParams.has(key)
  })

/** What the address says is where the map is: its list is for the same box as its marks. */
async function isSettled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expect(
    page
      .locator('#map-list')
      .getByText(/actors? in this view/)
      .first(),
  ).toBeVisible()
}

test('a year pressed while the map writes its view holds, as one step back', async ({ page }) => {
  const first = await openedAtYears(page)
  const before = await steps(page)
  await slowPages(page)

  const view = isAsked(page, 'bbox')
  await zoomByWheel(page)
  await view
  await from(page).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(new RegExp(`since=${first + 1}`))
  expect(param(page, 'bbox')).not.toBeNull()
  await isSettled(page)
  await expect(from(page)).toHaveAttribute('aria-valuetext', String(first + 1))
  expect(await steps(page)).toBe(before + 1)

  await page.goBack()
  await expect(page).not.toHaveURL(/since=/)
  await expect(from(page)).toHaveAttribute('aria-valuetext', String(first))
  await page.goForward()
  await expect(page).toHaveURL(new RegExp(`since=${first + 1}`))
})

test('the map moved while a year is on its way: the year comes, then the view', async ({ page }) => {
  const first = await openedAtYears(page)
  const before = await steps(page)
  await slowPages(page)

  const year = isAsked(page, 'since')
  await from(page).focus()
  await page.keyboard.press('ArrowRight')
  await year
  await zoomByWheel(page)
  await expect(page).toHaveURL(new RegExp(`since=${first + 1}`))
  await expect.poll(() => param(page, 'bbox')).not.toBeNull()
  expect(param(page, 'since')).toBe(String(first + 1))
  await isSettled(page)
  expect(await steps(page)).toBe(before + 1)
})

test('the map moved while years on their way show another part of the world: it stays where it was moved', async ({
  page,
}) => {
  await openedAtYears(page)
  await slowPages(page)

  const years = isAsked(page, 'since')
  await from(page).focus()
  await page.keyboard.press('End')
  await years
  await zoomByWheel(page)
  await expect(page).toHaveURL(/since=/)
  // All of those years would be seen from much farther away.
  await expect.poll(() => Number(param(page, 'zoom'))).toBeGreaterThan(4)
  await page.waitForLoadState('networkidle')
  expect(Number(param(page, 'zoom'))).toBeGreaterThan(4)
})

test('two keys while the first year is on its way are one step back', async ({ page }) => {
  const first = await openedAtYears(page)
  const before = await steps(page)
  await slowPages(page)
  await from(page).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(new RegExp(`since=${first + 2}`))
  expect(await steps(page)).toBe(before + 1)
  await page.goBack()
  await expect(page).not.toHaveURL(/since=/)
  await expect(from(page)).toHaveAttribute('aria-valuetext', String(first))
})

test('a link pressed while the map still moves is followed', async ({ page }) => {
  await page.goto('/en/map')
  await expect(marks(page).first()).toBeVisible()
  await slowPages(page)
  const away = page.waitForRequest((request) => new URL(request.url()).pathname === '/en/about')
  await page.getByRole('contentinfo').or(page.locator('header')).getByRole('link', { name: 'About' }).first().click()
  await away
  await zoomByWheel(page)
  await expect(page).toHaveURL(/\/en\/about$/)
})

test('with an actor selected and the map moved, everything comes into view again', async ({ page }) => {
  await page.goto('/en/map?q=comune%20di%20reggio%20emilia&type=twinning')
  await page.locator('#map-list ol > li a').first().click()
  await expect(page).toHaveURL(/actor=/)
  await expect(page.locator('#map-selected')).toBeVisible()
  // Until it has flown there.
  await page.waitForTimeout(1200)
  await zoomByWheel(page)
  await expect.poll(() => param(page, 'bbox')).not.toBeNull()
  const place = () => map(page).evaluate((element) => element.querySelector('.leaflet-proxy')?.getAttribute('style'))
  const near = await place()
  await page.getByRole('link', { name: 'Back to the whole view' }).click()
  await expect(page).not.toHaveURL(/bbox=/)
  await expect.poll(place).not.toBe(near)
  await page.waitForTimeout(1500)
  expect(param(page, 'bbox')).toBeNull()
})

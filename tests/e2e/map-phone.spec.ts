// The list over the map of a phone: three heights, by drag, by buttons and by keys; the way back lowers it.
import type { Page } from '@playwright/test'
import { expect, test } from './test'

const marks = (page: Page) => page.locator('.leaflet-marker-pane button')
const list = (page: Page) => page.locator('#map-list')
const up = (page: Page) => page.getByRole('button', { name: 'Show more of the list' })
const down = (page: Page) => page.getByRole('button', { name: 'Show more of the map' })

/** How much of the frame the list takes, once it rests. */
async function shareOf(page: Page): Promise<number> {
  await page.waitForTimeout(500)
  return list(page).evaluate((sheet) => sheet.clientHeight / (sheet.parentElement?.clientHeight ?? 1))
}

/** Takes the list by its upper edge and lets go of it so many pixels higher. */
async function drag(page: Page, pixels: number): Promise<void> {
  const box = await list(page).boundingBox()
  if (box === null) throw new Error('no list')
  const [x, y] = [box.x + 40, box.y + 20]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let step = 1; step <= 10; step += 1) await page.mouse.move(x, y - (pixels * step) / 10)
  await page.waitForTimeout(200) // no flick
  await page.mouse.move(x, y - pixels - 1)
  await page.mouse.up()
}

async function open(page: Page, width = 390, height = 844): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.goto('/en/map')
  await expect(marks(page).first()).toBeVisible()
}

test('the list rests at three heights by drag and by a press on its edge, and the way back lowers it', async ({
  page,
}) => {
  await open(page)
  expect(await shareOf(page)).toBeCloseTo(0.5, 1)
  await drag(page, 260)
  expect(await shareOf(page)).toBeGreaterThan(0.9)
  await page.goBack()
  expect(await shareOf(page)).toBeCloseTo(0.5, 1)
  await expect(page).toHaveURL(/\/en\/map$/)
  await drag(page, -260)
  expect(await shareOf(page)).toBeLessThan(0.3)
  // A little is no drag to another height.
  await drag(page, 30)
  expect(await shareOf(page)).toBeLessThan(0.3)
  await list(page).click({ position: { x: 40, y: 20 } })
  expect(await shareOf(page)).toBeCloseTo(0.5, 1)
})

test('the same by buttons and keys; Esc lowers it; whoever comes into it by Tab sees it', async ({ page }) => {
  await open(page)
  await up(page).click()
  expect(await shareOf(page)).toBeGreaterThan(0.9)
  await page.keyboard.press('Escape')
  expect(await shareOf(page)).toBeCloseTo(0.5, 1)
  await down(page).focus()
  await page.keyboard.press('ArrowDown')
  expect(await shareOf(page)).toBeLessThan(0.3)
  await page.keyboard.press('Home')
  expect(await shareOf(page)).toBeGreaterThan(0.9)
  await page.keyboard.press('End')
  expect(await shareOf(page)).toBeLessThan(0.3)
  await page.keyboard.press('Tab')
  expect(await shareOf(page)).toBeCloseTo(0.5, 1)
})

test('a record opened over the whole list stays readable, and back goes step by step', async ({ page }) => {
  await open(page)
  await up(page).click()
  await list(page).locator('ol > li').first().getByRole('link').click()
  await expect(page).toHaveURL(/actor=/)
  await expect(page.locator('#map-selected')).toBeInViewport()
  await page.goBack()
  await expect(page).not.toHaveURL(/actor=/)
  expect(await shareOf(page)).toBeGreaterThan(0.9)
  await page.goBack()
  expect(await shareOf(page)).toBeCloseTo(0.5, 1)
})

test('the list comes before the map in the document, scrolls alone, and nothing is wider than the phone', async ({
  page,
}) => {
  await open(page, 320, 640)
  const comesFirst = await list(page).evaluate((sheet) => {
    const map = document.getElementById('map-map')
    return map !== null && (sheet.compareDocumentPosition(map) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  })
  expect(comesFirst).toBe(true)
  await list(page).hover({ position: { x: 100, y: 120 } })
  await page.mouse.wheel(0, 5000)
  await page.waitForTimeout(300)
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

test('on its side the list stands beside the map', async ({ page }) => {
  await open(page, 844, 390)
  const [sheet, map] = [await list(page).boundingBox(), await page.locator('#map-map').boundingBox()]
  expect(sheet && map && sheet.x + sheet.width).toBeLessThanOrEqual((map?.x ?? 0) + 1)
  expect(map?.height).toBeGreaterThan(250)
  expect(sheet?.height).toBeGreaterThan(120)
})

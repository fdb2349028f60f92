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
  const [x, y] = [box.x + box.width / 2, box.y + 20]
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
  await list(page).click({ position: { x: 195, y: 20 } })
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
  // Past the tools of the map, which stand on its edge.
  const isInList = () => page.evaluate(() => document.activeElement?.closest('#map-list .overflow-y-auto') !== null)
  for (let keys = 0; keys < 10 && !(await isInList()); keys++) await page.keyboard.press('Tab')
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

for (const [width, height] of [
  [390, 844],
  [320, 640],
] as const)
  test(`${width} pixels: filters in one row, tools on the edge of the list, each large enough for a thumb`, async ({
    page,
  }) => {
    for (const locale of ['en', 'pl', 'it']) {
      await page.setViewportSize({ width, height })
      await page.goto(`/${locale}/map`)
      await expect(marks(page).first()).toBeVisible()
      const chips = page.locator('summary[class*=rounded-full], button[aria-haspopup=dialog][class*=rounded-full]')
      const shown = await chips.filter({ visible: true }).all()
      const places = await Promise.all(shown.map((chip) => chip.boundingBox()))
      expect(places, locale).toHaveLength(width < 360 ? 3 : 4)
      const middles = places.map((box) => (box?.y ?? 0) + (box?.height ?? 0) / 2)
      expect(Math.max(...middles) - Math.min(...middles), locale).toBeLessThan(20)
      const sheet = await list(page).boundingBox()
      const tools = list(page).locator('[data-screen-only] > :is(a, button)').filter({ visible: true })
      const boxes = await Promise.all((await tools.all()).slice(0, 3).map((tool) => tool.boundingBox()))
      expect(boxes).toHaveLength(3)
      for (const box of boxes) {
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
        expect(box?.y).toBeGreaterThanOrEqual((sheet?.y ?? 0) - 1)
      }
    }
  })

test('the tools on the edge of the list do what those of the map do; focus returns', async ({ page }) => {
  await open(page)
  const share = page.getByRole('button', { name: 'Share this view' })
  await share.click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(share).toBeFocused()
  await page.getByRole('button', { name: 'Years', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Close the years' })).toBeVisible()
  await page.getByRole('button', { name: 'Close the years' }).click()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect(page).toHaveURL(/zoom=/)
  await page.getByRole('link', { name: 'Back to the whole view' }).click()
  await expect(page).not.toHaveURL(/zoom=/)
})

test('a filter opens over the list, and its answer is chosen with a thumb', async ({ page }) => {
  for (const [width, height] of [
    [390, 844],
    [320, 640],
  ] as const) {
    await open(page, width, height)
    await page
      .locator('summary')
      .filter({ hasText: /^Type$/ })
      .click()
    await page.getByRole('checkbox', { name: 'Twinning' }).check()
    // Pressed where it is seen: nothing lies over it.
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(page).toHaveURL(/type=twinning/)
  }
})

test('with the years open the whole view stays the whole view, and the map keeps its room', async ({ page }) => {
  await open(page, 320, 640)
  const count = list(page).getByText(/^\d+ actors$/)
  const said = await count.first().textContent()
  const years = page.getByRole('button', { name: 'Years', exact: true })
  await years.click()
  await expect(page.getByRole('button', { name: 'Play the years' })).toBeVisible()
  expect(await shareOf(page)).toBeLessThan(0.35)
  const ground = await page.locator('.leaflet-container').boundingBox()
  expect(ground?.height).toBeGreaterThan(140)
  for (const name of ['Play the years', 'One year', 'Close the years']) {
    const box = await page.getByRole('button', { name }).boundingBox()
    expect(box?.height, name).toBeGreaterThanOrEqual(44)
  }
  await page.waitForTimeout(800) // a move would be written by now
  await expect(page).toHaveURL(/\/en\/map$/)
  await page.getByRole('button', { name: 'Close the years' }).click()
  await up(page).click()
  await page.waitForTimeout(800)
  await expect(page).toHaveURL(/\/en\/map$/)
  await expect(count.first()).toHaveText(said ?? '')
})

test('the legend is read whole over the map, and the search comes back when it is closed', async ({ page }) => {
  for (const [width, height] of [
    [390, 844],
    [320, 640],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.goto('/en/map?show=flows')
    await expect(marks(page).first()).toBeVisible()
    const legend = page.locator('details[data-legend]')
    await legend.locator('summary').click()
    const panel = legend.locator(':scope > div')
    // A press that is only tried finds out what lies over it.
    await panel.getByText('Relations per flow').click({ trial: true })
    const last = panel.getByText('Economic')
    await last.scrollIntoViewIfNeeded()
    await last.click({ trial: true })
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(page.getByRole('searchbox', { name: 'Search actors by name or place' })).toBeVisible()
  }
})

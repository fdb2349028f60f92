// The bar that says how long a way is on the map.
import type { Page } from '@playwright/test'
import { expect, test } from './test'

const marks = (page: Page) => page.locator('.leaflet-marker-pane button')
const scale = (page: Page) => page.locator('#map-map svg').filter({ hasText: /^[\d,.]+ k?m$/ })

test('the scale bar is as long as the way it stands for, at every zoom', async ({ page }) => {
  await page.goto('/en/map?bbox=9,44,12,46&zoom=8')
  await expect(scale(page)).toBeVisible()
  const told = new Set<string>()
  for (const wheel of [0, -500, -500, 900]) {
    const before = page.url()
    await page.locator('.leaflet-container').hover({ position: { x: 300, y: 300 } })
    if (wheel !== 0) {
      await page.mouse.wheel(0, wheel)
      await expect(page).not.toHaveURL(before)
    }
    const text = (await scale(page).textContent()) ?? ''
    told.add(text)
    const metres = Number(text.replace(/[^\d.]/g, '')) * (text.includes('km') ? 1000 : 1)
    const [west = 0, south = 0, east = 0, north = 0] = (new URL(page.url()).searchParams.get('bbox') ?? '')
      .split(',')
      .map(Number)
    const width = (await page.locator('.leaflet-container').boundingBox())?.width ?? 0
    const long = Number(/h(\d+)/.exec((await scale(page).locator('path').first().getAttribute('d')) ?? '')?.[1])
    const kilometres = ((east - west) * 111.2 * Math.cos(((south + north) / 2) * (Math.PI / 180)) * long) / width
    if (wheel !== 0) expect(kilometres / (metres / 1000), text).toBeCloseTo(1, 1)
  }
  expect(told.size).toBeGreaterThan(2)
})

for (const [width, height] of [
  [1280, 860],
  [800, 900],
  [390, 844],
  [320, 640],
  [740, 380],
] as const)
  test(`the scale bar lies over nothing else at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.goto('/pl/map')
    await expect(marks(page).first()).toBeVisible()
    await expect(scale(page)).toBeVisible()
    const covered = await scale(page).evaluate((bar) => {
      const boxes = [
        ...(bar.closest('#map-frame')?.querySelectorAll('button, summary, p, #map-list, [role=search]') ?? []),
      ]
      const own = bar.getBoundingClientRect()
      const isOver = ({ left, right, top, bottom }: DOMRect) =>
        left < own.right && right > own.left && top < own.bottom && bottom > own.top
      return boxes.filter((box) => isOver(box.getBoundingClientRect())).map((box) => box.outerHTML.slice(0, 120))
    })
    expect(covered).toEqual([])
  })

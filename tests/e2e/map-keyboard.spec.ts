// Every task on the map (1-product, move 7): once with the keyboard alone, once by the list alone, and what both show is
// the same.
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { expect, test } from './test'

const marks = (page: Page) => page.locator('.leaflet-marker-pane button')
const list = (page: Page) => page.locator('#map-list')
const rows = (page: Page) => page.locator('#map-list ol > li')
const selected = (page: Page) => page.locator('#map-selected')
const zoomOf = (page: Page) => Number(new URL(page.url()).searchParams.get('zoom'))
const countOf = (text: string | null) => Number(/[\d.,]+/.exec(text ?? '')?.[0].replace(/\D/g, '') ?? Number.NaN)

/** Goes on by Tab until the focus is on what matches the selector. */
async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < 150; step += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${selector} is not reached by ${key}`)
}

const nameOfFocus = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
const hasFocus = (page: Page, selector: string) =>
  expect.poll(() => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)).toBe(true)

/** Opens the map by its skip link, as whoever does not read the list first. */
async function openMap(page: Page, query = ''): Promise<void> {
  await page.goto(`/en/map${query}`)
  await expect(marks(page).first()).toBeVisible()
  await tabTo(page, 'a[href="#map-map"]')
  await page.keyboard.press('Enter')
}

test('by keyboard: zoom and move the map, open clusters down to one spot, and come back', async ({ page }) => {
  await openMap(page)
  await tabTo(page, 'button[aria-label="Zoom in"]')
  await page.keyboard.press('Enter')
  await expect.poll(() => zoomOf(page)).toBeGreaterThan(0)
  await tabTo(page, '.leaflet-container')
  const before = zoomOf(page)
  await page.keyboard.press('-')
  await expect.poll(() => zoomOf(page)).toBeLessThan(before)
  const address = page.url()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.url()).not.toBe(address)
  await tabTo(page, 'a[aria-label="Back to the whole view"]', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/en\/map$/)
  await page.waitForTimeout(1200)

  await tabTo(page, '.leaflet-marker-pane button[aria-label*=" actors in Reggio Emilia"]')
  // Each press opens the cluster further, and the focus stays with what it opened into, down to the actors of one spot.
  for (let press = 0; press < 8 && !page.url().includes('here='); press += 1) {
    const address = page.url()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).not.toBe(address)
    if (page.url().includes('here=')) break
    await page.waitForTimeout(1500)
    await hasFocus(page, '.leaflet-marker-pane button[aria-label*=" actors"]')
  }
  expect(page.url()).toContain('here=')
  await expect(selected(page)).toBeFocused()
  const head = list(page)
    .getByText(/actors? on this spot/)
    .last()
  const count = countOf(await head.textContent())
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/here=/)
  await hasFocus(page, `.leaflet-marker-pane button[aria-label^="${count} actors"]`)
})

test('by keyboard: an actor’s mark, its lines, a relation, and back by Esc to where it began', async ({ page }) => {
  await openMap(page, '?q=comune%20di%20reggio%20emilia&type=twinning')
  await page.waitForTimeout(1200)
  await tabTo(page, '.leaflet-marker-pane button')
  const mark = (await nameOfFocus(page)).split(',')[0] ?? ''
  await page.keyboard.press('Enter')
  await expect(selected(page)).toBeFocused()
  await expect(selected(page)).toHaveText(mark)
  // Its ends are marks too: one leads to the row that says what the line is.
  await expect(page.getByRole('button', { name: /, \d+ relations?$/ }).first()).toBeVisible()
  await tabTo(page, '.leaflet-marker-pane button[aria-label*=" relation"]')
  await page.keyboard.press('Enter')
  await hasFocus(page, '#map-list a[id^="row-"]')
  const row = await page.evaluate(() => document.activeElement?.id ?? '')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/relation=/)
  await expect(selected(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/relation=/)
  await expect(page).toHaveURL(/actor=/)
  await hasFocus(page, `[id="${row}"]`)
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/actor=/)
  await hasFocus(page, '#map-list a[id^="row-"]')
})

test('by keyboard: search, filter, sort; Esc closes each and the focus returns', async ({ page }) => {
  await page.goto('/en/map')
  await expect(marks(page).first()).toBeVisible()
  await tabTo(page, '#map-frame input[name="q"]')
  await page.keyboard.type('university')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=university/)
  const found = countOf(await list(page).locator('b').first().textContent())
  expect(found).toBeGreaterThan(0)

  await tabTo(page, '#map-frame details[data-popover] > summary')
  const summary = await nameOfFocus(page)
  await page.keyboard.press('Enter')
  await expect(page.locator('#map-frame details[data-popover][open]')).toHaveCount(1)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(page.locator('#map-frame details[data-popover][open]')).toHaveCount(0)
  expect(await nameOfFocus(page)).toBe(summary)
  await page.keyboard.press('Enter')
  // Its answers come when it is opened.
  await expect(page.locator('#map-frame details[open] input[name="kind"][value="university"]')).toBeVisible()
  await tabTo(page, '#map-frame details[open] input[name="kind"][value="university"]')
  await page.keyboard.press('Space')
  await tabTo(page, '#map-frame details[open] button[type="submit"]')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/kind=university/)

  await tabTo(page, '#map-list details[data-popover] > summary')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await hasFocus(page, '#map-list details[data-popover] > summary')
  await page.keyboard.press('Enter')
  await tabTo(page, '#map-list details[open] a[href*="sort=name"]')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/sort=name/)
  await page.goBack()
  await expect(page).not.toHaveURL(/sort=name/)
})

test('by the list alone: find, narrow, order, open an actor, its relation, the other party, and leave', async ({
  page,
}) => {
  // The map never comes.
  await page.route(/\/api\/map\/|mount-map|stage-layers|\/base\//, (route) => route.abort())
  await page.goto('/en/map')
  await tabTo(page, 'a[href="#map-list"]')
  await page.keyboard.press('Enter')
  const all = countOf(await list(page).locator('b').first().textContent())
  await tabTo(page, 'input[type="search"][name="q"]', 'Shift+Tab')
  await page.keyboard.type('reggio emilia')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=reggio/)
  await expect.poll(async () => countOf(await list(page).locator('b').first().textContent())).toBeLessThan(all)
  await tabTo(page, '#map-list a[id^="row-"]')
  const row = await page.evaluate(() => document.activeElement?.id ?? '')
  await page.keyboard.press('Enter')
  await expect(selected(page)).toBeFocused()
  const actor = await selected(page).textContent()
  await tabTo(page, '#map-list ol a[id^="row-"]')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/relation=/)
  await expect(selected(page)).toBeFocused()
  await tabTo(page, '#map-list ul a[href*="actor="]')
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/relation=/)
  await page.goBack()
  await page.goBack()
  await expect(selected(page)).toHaveText(actor ?? '')
  await page.keyboard.press('Escape')
  await hasFocus(page, `[id="${row}"]`)
  await tabTo(page, '#map-list a[id^="row-"]')
  await page.keyboard.press('Enter')
  await tabTo(page, `#map-list a[href*="/actors/"]`)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/en\/actors\//)
})

const mapAnswer = z.object({ properties: z.object({ total: z.number(), withoutPoint: z.number() }) })

for (const query of ['', '?kind=university', '?country=IT', '?q=reggio', '?kind=enterprise&country=PL'])
  test(`the list counts what the marks say: ${query || 'all'}`, async ({ page, request }) => {
    await page.goto(`/en/map${query}`)
    await expect(marks(page).first()).toBeVisible()
    await page.waitForTimeout(1500)
    const said = await marks(page).evaluateAll((buttons) =>
      buttons.map((button) => Number(/^(\d+) actors/.exec(button.getAttribute('aria-label') ?? '')?.[1] ?? 1)),
    )
    const { properties } = mapAnswer.parse(
      await (await request.get(`/api/map/actors${query ? `${query}&` : '?'}zoom=4`)).json(),
    )
    const listed = countOf(await list(page).locator('b').first().textContent())
    expect(said.reduce((sum, one) => sum + one, 0) + properties.withoutPoint).toBe(listed)
    expect(properties.total).toBe(listed)
    // Each row that has no mark says so.
    let unmarked = await rows(page).filter({ hasText: 'not on the map' }).count()
    while (await list(page).getByRole('link', { name: 'Show 25 more' }).count()) {
      const first = await rows(page).first().textContent()
      await list(page).getByRole('link', { name: 'Show 25 more' }).click()
      await expect.poll(() => rows(page).first().textContent()).not.toBe(first)
      unmarked += await rows(page).filter({ hasText: 'not on the map' }).count()
    }
    expect(unmarked).toBe(properties.withoutPoint)
  })

test('Tab goes through the marks that are seen, and leaves map and list where they are', async ({ page }) => {
  await openMap(page)
  await page.waitForTimeout(800)
  const reachable = () =>
    marks(page).evaluateAll((buttons) => {
      const ground = document.querySelector('.leaflet-container')?.getBoundingClientRect()
      return buttons.map((button) => {
        const { x, y, width, height } = button.getBoundingClientRect()
        const [middle, level] = [x + width / 2, y + height / 2]
        const isSeen =
          ground !== undefined &&
          middle >= ground.left &&
          middle <= ground.right &&
          level >= ground.top &&
          level <= ground.bottom
        return { name: button.getAttribute('aria-label'), isSeen, isReached: button.tabIndex === 0 }
      })
    })
  const all = await reachable()
  expect(all.filter(({ isSeen }) => !isSeen).length).toBeGreaterThan(0)
  for (const { name, isSeen, isReached } of all) expect(isReached, name ?? '').toBe(isSeen)
  const total = await page
    .getByText(/^\d+ actors$/)
    .first()
    .textContent()
  await tabTo(page, '.leaflet-container')
  const passed = new Set<string>()
  for (let step = 0; step < all.length; step += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.closest('.leaflet-marker-pane') !== null))
      passed.add(await nameOfFocus(page))
  }
  expect([...passed].sort()).toEqual(
    all
      .filter(({ isSeen }) => isSeen)
      .map(({ name }) => name)
      .sort(),
  )
  await page.waitForTimeout(800)
  await expect(page).toHaveURL(/\/en\/map(#map-map)?$/)
  await expect(page.getByText(/^\d+ actors$/).first()).toHaveText(total ?? '')
})

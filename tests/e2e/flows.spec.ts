import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './test'

const marks = (page: Page) => page.locator('.leaflet-marker-pane button')
const rows = (page: Page) => page.locator('#map-list ol > li')
/** The number a row says to a screen reader, or in words. */
const countIn = (text: string | null) =>
  Number((/[\d,]+(?= relations?)/.exec(text ?? '')?.[0] ?? 'x').replaceAll(',', ''))
const choice = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'What the map shows' }).getByRole('link', { name }).filter({ visible: true })

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`)
}

test('flows are chosen, walked through and opened with the keyboard; the number is that of the records', async ({
  page,
}) => {
  await page.goto('/en/map')
  await choice(page, 'Flows').focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/show=flows/)
  await expect(choice(page, 'Flows')).toHaveAttribute('aria-current', 'true')
  await expect(choice(page, 'Flows')).toBeFocused()
  await expect(marks(page).first()).toBeVisible()
  expect(await marks(page).count()).toBe(await rows(page).count())
  const first = rows(page).first()
  const count = countIn(await first.locator('.sr-only').last().textContent())
  expect(count).toBeGreaterThan(0)
  expect(await marks(page).first().getAttribute('aria-label')).toContain(`${String(count)} relation`)
  expect(await violations(page)).toEqual([])

  await first.getByRole('link').focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/en\/relations\?.*between=/)
  await expect(page.getByRole('status').filter({ hasText: /relation/ })).toContainText(
    new RegExp(`^${count.toLocaleString('en')} `),
  )
  await page.goBack()
  await expect(choice(page, 'Flows')).toHaveAttribute('aria-current', 'true')

  await marks(page).nth(1).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/en\/relations\?.*between=/)
})

test('a chosen type is drawn from town to town', async ({ page }) => {
  await page.goto('/en/map?show=flows&type=twinning')
  await expect(page.locator('#map-list')).toContainText('between cities')
  await expect(marks(page).first()).toBeVisible()
  const { features } = await (await page.request.get('/api/map/relations?type=twinning&level=city')).json()
  expect(features.length).toBeGreaterThan(0)
  for (const { properties } of features) expect(Object.keys(properties.byType)).toEqual(['twinning'])
})

for (const measure of ['relations', 'actors'] as const)
  test(`regions by ${measure}: each is a way to as many records as it says`, async ({ page }) => {
    await page.goto('/en/map')
    await choice(page, 'Regions').focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/show=regions/)
    if (measure === 'actors') {
      await page.getByRole('navigation', { name: 'What is counted' }).getByRole('link', { name: 'Actors' }).click()
      await expect(page).toHaveURL(/measure=actors/)
      await expect(page.getByRole('link', { name: 'Per 100 actors' })).toHaveCount(0)
    }
    await expect(marks(page).first()).toBeVisible()
    expect(await marks(page).count()).toBe(await rows(page).count())
    await expect(page.getByText('No record in the register').first()).toBeAttached()
    expect(await violations(page)).toEqual([])
    const said = await rows(page).first().locator('.sr-only').last().textContent()
    const count = Number(/(\d+) (relation|actor)/.exec(said ?? '')?.[1])
    await rows(page).first().getByRole('link').focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/en/${measure}\\?.*region=`))
    await expect(page.getByRole('status').filter({ hasText: new RegExp(measure.slice(0, -1)) })).toContainText(
      new RegExp(`^${String(count)} `),
    )
    await page.goBack()
    await expect(choice(page, 'Regions')).toHaveAttribute('aria-current', 'true')
  })

test('regions divided by a base say so, and those with too few actors have no value', async ({ page }) => {
  await page.goto('/en/map?show=regions&base=actors')
  await expect(rows(page).first()).toContainText(/\d+ relations?/)
  const { features } = await (await page.request.get('/api/map/regions?base=actors&level=nuts2')).json()
  expect(features.some(({ properties }: { properties: { value: number | null } }) => properties.value === null)).toBe(
    true,
  )
  await page.goto('/en/map?show=regions&base=area')
  await expect(page.getByRole('link', { name: 'Per 1,000 km²' })).toHaveAttribute('aria-current', 'true')
})

test('Esc leaves a selection for the flows it was reached from', async ({ page }) => {
  await page.goto('/en/map')
  await expect(marks(page).first()).toBeVisible()
  const href = (await rows(page).first().getByRole('link').getAttribute('href')) ?? ''
  await page.goto(`${href}&show=flows`)
  await expect(page.locator('h1#map-selected')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'What the map shows' })).toHaveCount(0)
  await expect(marks(page).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/show=flows/)
  await expect(page).not.toHaveURL(/actor=/)
  await expect(choice(page, 'Flows')).toHaveAttribute('aria-current', 'true')
})

test('on a phone of 320 pixels the choice is whole, and flows and regions pass', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const locale of ['pl', 'it'])
    for (const show of ['flows', 'regions']) {
      await page.goto(`/${locale}/map?show=${show}`)
      await expect(marks(page).first()).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      const box = await page.locator('#map-list nav').first().boundingBox()
      expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(320)
      expect(await violations(page)).toEqual([])
    }
})

test('what an address says wrongly is the nearest sensible view', async ({ page }) => {
  for (const query of ['show=x', 'show=', 'show=flows&show=regions', 'show=regions&measure=x&base=y', 'base=actors'])
    expect((await page.goto(`/en/map?${query}`))?.status(), query).toBe(200)
  await page.goto('/en/map?show=regions&measure=actors&base=actors')
  await expect(
    page.getByRole('navigation', { name: 'Divided by' }).getByRole('link', { name: 'Number' }),
  ).toHaveAttribute('aria-current', 'true')
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('flows and regions are lists of links', async ({ page }) => {
    await page.goto('/en/map')
    await choice(page, 'Flows').click()
    await expect(rows(page).first().getByRole('link')).toHaveAttribute('href', /between=/)
    await choice(page, 'Regions').click()
    await expect(rows(page).first().getByRole('link')).toHaveAttribute('href', /region=/)
  })
})

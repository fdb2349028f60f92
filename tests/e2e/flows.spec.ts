import type { Page } from '@playwright/test'
import { axeFaults } from './axe'
import { expect, test } from './test'

const marks = (page: Page) => page.locator('.leaflet-marker-pane button')
const rows = (page: Page) => page.locator('#map-list ol > li')
/** The number a row says to a screen reader, or in words. */
const countIn = (text: string | null) =>
  Number((/[\d,]+(?= relations?)/.exec(text ?? '')?.[0] ?? 'x').replaceAll(',', ''))
const choice = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'What the map shows' }).getByRole('link', { name }).filter({ visible: true })

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
  expect(await axeFaults(page)).toEqual([])

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
    expect(await axeFaults(page)).toEqual([])
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

test('a region opens by its surface; beside the pointer, or the row with the focus, stand its name and number', async ({
  page,
}) => {
  await page.goto('/en/map?show=regions&bbox=9,43.6,11.8,45.4&zoom=8')
  const mark = page.getByRole('button', { name: /^Reggio nell’Emilia: \d+ relations$/ })
  await expect(mark).toBeVisible()
  const name = (await mark.getAttribute('aria-label')) ?? ''
  const tip = page.getByRole('tooltip')
  await page.getByRole('link', { name: 'Reggio nell’Emilia' }).focus()
  await expect(tip).toHaveText(name)
  await page.getByRole('searchbox').first().focus()
  await expect(tip).toHaveCount(0)
  const box = await mark.boundingBox()
  if (box === null) throw new Error('no mark')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2 + 40]
  // A map that is still on its way to its place drops what the pointer was on.
  await expect(async () => {
    await page.mouse.move(x, y + 2)
    await page.mouse.move(x, y, { steps: 3 })
    await expect(tip).toHaveText(name, { timeout: 500 })
  }).toPass()
  await page.mouse.click(x, y)
  await expect(page).toHaveURL(/\/en\/relations\?region=ITH53$/)
  await expect(page.getByRole('status').filter({ hasText: /relation/ })).toContainText(
    new RegExp(`^${String(countIn(name))} `),
  )
  // Two presses zoom in, and open nothing.
  await page.goBack()
  await expect(mark).toBeVisible()
  await page.mouse.dblclick(x, y)
  await expect(page).toHaveURL(/zoom=9/)
  await expect(page).toHaveURL(/\/en\/map\?/)
})

test('what is shown can be taken along: each file of the row answers, with the filters of the page', async ({
  page,
  request,
}) => {
  for (const [path, list] of [
    ['/en/map?type=twinning&bbox=9,43.6,11.8,45.4&zoom=8', '#map-list'],
    ['/en/map?show=flows&type=twinning&nonsense=1', '#map-list'],
    ['/en/map?show=regions&measure=actors&country=IT', '#map-list'],
    ['/en/relations?type=twinning&sort=name', 'main'],
    ['/en/actors?kind=university&country=ZZ', 'main'],
    ['/en/network?country=ZA', 'main'],
  ] as const) {
    await page.goto(path)
    const row = page.locator(list).getByRole('navigation', { name: 'Show as' })
    await row.locator('summary', { hasText: 'Download' }).focus()
    await page.keyboard.press('Enter')
    const links = row.locator('a[download]')
    await expect(links).toHaveCount(4)
    await expect(links.first()).toBeVisible()
    for (const link of await links.all()) {
      const href = (await link.getAttribute('href')) ?? ''
      const answer = await request.get(href)
      expect(answer.status(), `${path}: ${href}`).toBe(200)
      if (path.includes('type=twinning')) expect(href).toContain('type=twinning')
    }
    await page.keyboard.press('Escape')
    await expect(links.first()).toBeHidden()
    await expect(row.locator('summary')).toBeFocused()
  }
  // Nobody makes an actor of that kind at the same time.
  await page.goto('/en/map?kind=university&bbox=9,43.6,11.8,45.4&zoom=8')
  const said = await page
    .locator('#map-list')
    .getByText(/\d+ actors? in this view/)
    .first()
    .textContent()
  const href = await page.locator('#map-list a[download="actors.json"]').getAttribute('href')
  const { page: counted } = await (await request.get(href ?? '')).json()
  expect(counted.total).toBe(Number(/\d+/.exec(said ?? '')?.[0]))
})

test('numbers of filters are those of what is shown, and say so where the list shows a part', async ({ page }) => {
  const opened = async (path: string) => {
    await page.goto(path)
    await page.locator('summary', { hasText: /^Country$/ }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('checkbox', { name: /^Italy/ })).toBeVisible()
    const said = await page
      .locator('label', { hasText: /^Italy/ })
      .filter({ visible: true })
      .textContent()
    return Number(/\d+/.exec(said ?? '')?.[0])
  }
  const note = page.getByText('not only this part of the map').filter({ visible: true })
  const actors = await opened('/en/map')
  await expect(note).toHaveCount(0)
  expect(await opened('/en/map?bbox=9,43.6,11.8,45.4&zoom=8')).toBe(actors)
  await expect(note).toBeVisible()
  const flows = await opened('/en/map?show=flows')
  expect(flows).not.toBe(actors)
  await page.getByRole('checkbox', { name: /^Italy/ }).check()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/country=IT/)
  await page.goto('/filters?for=map&bbox=9,43.6,11.8,45.4&zoom=8')
  await expect(note).toBeVisible()
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
      expect(await axeFaults(page)).toEqual([])
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

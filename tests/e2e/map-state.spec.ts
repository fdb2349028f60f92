import type { Page } from '@playwright/test'
import { axeFaults } from './axe'
import { expect, test } from './test'

const countOf = (text: string | null) => Number(/\d+/.exec(text ?? '')?.[0] ?? Number.NaN)
const marks = (page: Page) => page.locator('.leaflet-marker-pane button')
const found = (page: Page) => page.locator('#map-list').getByText(/^\d+ actors?( in this view)?$/)

async function withoutFaults(page: Page) {
  expect(await axeFaults(page)).toEqual([])
}

test('a filter opens its answers with numbers, and its list has as many rows', async ({ page }) => {
  await page.goto('/en/actors')
  for (const name of ['Kind', 'Territory', 'Sector']) {
    await page.locator('summary', { hasText: new RegExp(`^${name}`) }).click()
    const answer = page.locator('details[open] label', { hasText: /\d+$/ }).first()
    await expect(answer).toBeVisible()
    const count = countOf(/\d+$/.exec((await answer.textContent()) ?? '')?.[0] ?? null)
    // By its words, as most people press it.
    await answer.click()
    await page.locator('details[open]').getByRole('button', { name: 'Show' }).click()
    await expect(page.getByRole('status').filter({ hasText: /^\d+ actors?$/ })).toHaveText(new RegExp(`^${count} `))
    await page.getByRole('link', { name: `Remove the filter ${name}` }).click()
    await expect(page).toHaveURL(/\/en\/actors$/)
  }
})

test('all filters in one dialog by keyboard; back and forward; the same filters as a list', async ({ page }) => {
  await page.goto('/en/map')
  await expect(marks(page).first()).toBeVisible()
  const button = page.getByRole('button', { name: 'All filters' })
  await button.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await withoutFaults(page)
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await dialog.locator('summary', { hasText: 'State' }).focus()
  await page.keyboard.press('Enter')
  await dialog.getByRole('checkbox', { name: /^Dormant/ }).check()
  await dialog.locator('summary', { hasText: 'Kind' }).click()
  await dialog.getByRole('checkbox', { name: /^Public authorities/ }).check()
  await dialog.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/kind=public_authority/)
  await expect(page).toHaveURL(/state=dormant/)
  await expect(dialog).toBeHidden()
  await expect(page.locator('summary', { hasText: 'Public authorities' })).toBeVisible()
  const count = countOf(await found(page).last().textContent())
  await page.goBack()
  await expect(page).toHaveURL(/\/en\/map$/)
  await page.goForward()
  await expect(page).toHaveURL(/state=dormant/)
  await page.locator('#map-list').getByRole('link', { name: 'Actors', exact: true }).click()
  await expect(page).toHaveURL(/\/en\/actors\?.*kind=public_authority/)
  await expect(page.getByRole('status').filter({ hasText: /^\d+ actors?$/ })).toHaveText(new RegExp(`^${count} `))
  await page.getByRole('link', { name: 'Relations', exact: true }).last().click()
  await expect(page).toHaveURL(/\/en\/relations\?.*state=dormant/)
})

test('without script every filter stands on a page of its own', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) })
  const page = await context.newPage()
  await page.goto('/en/relations')
  await page.locator('summary', { hasText: 'Country' }).click()
  await page.getByRole('link', { name: 'Choose: Country' }).click()
  const answer = page.locator('#country label').first()
  const count = countOf(/\d+$/.exec((await answer.textContent()) ?? '')?.[0] ?? null)
  await answer.click()
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/\/en\/relations\?.*country=/)
  await expect(page.getByRole('status').filter({ hasText: /relations?$/ })).toHaveText(new RegExp(`^${count} `))
  await context.close()
})

test('years: two thumbs by keyboard, one year, the numbers as a table, a step for who wants it calm', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/en/map')
  await page.getByRole('button', { name: 'Years' }).click()
  const bar = page.getByRole('region', { name: 'Years' })
  const [from, to] = [
    bar.getByRole('slider', { name: 'From the year' }),
    bar.getByRole('slider', { name: 'To the year' }),
  ]
  await expect(bar.getByText(/^\d+ of \d+ relations$/)).toBeVisible()
  const first = Number(await from.getAttribute('min'))
  await from.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(new RegExp(`since=${first + 2}`))
  await expect(bar.getByRole('status')).toHaveText(new RegExp(`^${first + 2} to `))
  await expect(from).toHaveAttribute('aria-valuetext', String(first + 2))
  await to.focus()
  await page.keyboard.press('PageDown')
  await expect(page).toHaveURL(/until=\d{4}/)
  await page.keyboard.press('End')
  await expect(page).not.toHaveURL(/until=/)
  await page.goBack()
  await expect(page).toHaveURL(/until=\d{4}/)
  await expect(to).toHaveAttribute('aria-valuetext', new URL(page.url()).searchParams.get('until') ?? '')
  await bar.getByRole('button', { name: 'Show as table' }).or(bar.locator('summary')).first().click()
  await expect(bar.getByRole('table', { name: 'Relations by decade' })).toBeVisible()
  await expect(page).toHaveTitle(/^Map of actors/)
  await withoutFaults(page)
  await page.keyboard.press('Escape')
  await bar.getByRole('button', { name: 'One year' }).click()
  await expect(bar.getByRole('status')).toHaveText(/^Active in \d{4}$/)
  const now = () => new URL(page.url()).searchParams.get('since')
  const before = now()
  expect(new URL(page.url()).searchParams.get('until')).toBe(before)
  await expect(bar.getByRole('button', { name: 'Play the years' })).toBeHidden()
  await bar.getByRole('button', { name: 'Next step' }).click()
  await expect.poll(now).not.toBe(before)
})

test('years play by themselves until they are paused', async ({ page }) => {
  await page.goto('/en/map?since=1990&until=1990')
  const bar = page.getByRole('region', { name: 'Years' })
  await expect(bar.getByText(/^\d+ of \d+ relations$/)).toBeVisible()
  const now = () => Number(new URL(page.url()).searchParams.get('since'))
  await bar.getByRole('button', { name: 'Play the years' }).click()
  await expect.poll(now, { timeout: 20_000 }).toBeGreaterThan(1993)
  await bar.getByRole('button', { name: 'Pause' }).click()
  await page.waitForTimeout(1500)
  const paused = now()
  await page.waitForTimeout(1500)
  expect(now()).toBe(paused)
})

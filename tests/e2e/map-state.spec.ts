import { createServer } from 'node:http'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './test'

const countOf = (text: string | null) => Number(/\d+/.exec(text ?? '')?.[0] ?? Number.NaN)
const marks = (page: Page) => page.locator('.leaflet-marker-pane button')
const found = (page: Page) => page.locator('#map-list').getByText(/^\d+ actors?( in this view)?$/)

async function withoutFaults(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}

test('a filter opens its answers with numbers, and its list has as many rows', async ({ page }) => {
  await page.goto('/en/actors')
  for (const name of ['Kind', 'Territory', 'Sector']) {
    await page.locator('summary', { hasText: new RegExp(`^${name}`) }).click()
    const answer = page.locator('details[open] label', { hasText: /\d+$/ }).first()
    await expect(answer).toBeVisible()
    const count = countOf(/\d+$/.exec((await answer.textContent()) ?? '')?.[0] ?? null)
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
  await bar.getByRole('button', { name: 'Show as table' }).or(bar.locator('summary')).first().click()
  await expect(bar.getByRole('table', { name: 'Relations by decade' })).toBeVisible()
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

test('the address and the frame of a view are there to take along', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/en/map?kind=university')
  await page.getByRole('button', { name: 'Share this view' }).click()
  const dialog = page.getByRole('dialog')
  await withoutFaults(page)
  await expect(dialog.getByLabel('Address of this view')).toHaveValue(page.url())
  await dialog.getByRole('combobox', { name: 'Height' }).selectOption('640')
  await dialog.getByRole('button', { name: 'Copy' }).nth(1).click()
  await expect(dialog.getByText('Copied')).toBeVisible()
  const code = await page.evaluate(() => navigator.clipboard.readText())
  expect(code).toContain('height="640"')
  expect(/src="([^"]+)"/.exec(code)?.[1]?.replaceAll('&amp;', '&')).toMatch(/\/en\/embed\/map\?kind=university/)
})

test('the map shows within a page on another port; every other page refuses', async ({ page, baseURL }) => {
  const frames = [
    '/it/embed/map?kind=university&nonsense=1&return=https://evil.example&bbox=7',
    '/it/map',
    '/it/desk',
    '/it/sign-in',
  ]
  const other = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(
      frames
        .map((path) => `<iframe src="${baseURL}${path}" width="700" height="400" title="${path}"></iframe>`)
        .join(''),
    )
  })
  await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready))
  const address = other.address()
  const port = typeof address === 'object' ? address?.port : undefined
  // The browser says of each page that it refused; these are no faults of ours.
  await page.goto(`http://127.0.0.1:${port}/`)
  const shown = page.frameLocator('iframe').first()
  await expect(shown.locator('.leaflet-marker-pane button').first()).toBeVisible()
  await expect(shown.getByRole('banner')).toHaveCount(0)
  const open = shown.getByRole('link', { name: 'COMPETE IN Atlas' })
  await expect(open).toHaveAttribute('target', '_blank')
  await expect(open).toHaveAttribute('href', '/it/map?kind=university')
  await shown.locator('summary', { hasText: /attori/ }).click()
  await expect(shown.getByRole('listitem').first()).toBeVisible()
  for (const link of await shown.getByRole('link').all()) {
    await expect(link).toHaveAttribute('target', '_blank')
    expect(await link.getAttribute('href')).toMatch(/^\/it\/|^https:\/\/www\.(openstreetmap|naturalearthdata)/)
  }
  for (const index of [1, 2, 3]) {
    const frame = page.frames()[index + 1]
    expect(await frame?.locator('main').count()).toBe(0)
  }
  other.close()
})

test('the embedded map reads no cookie and leaves none', async ({ request, baseURL }) => {
  const plain = await request.get(`${baseURL}/sv/embed/map`)
  const withCookies = await request.get(`${baseURL}/sv/embed/map`, {
    headers: { cookie: 'NEXT_LOCALE=it; theme=dark; atlas.session=none' },
  })
  const bare = (text: string) => text.replace(/nonce(=\\?"|-)[^"'\\]+/g, '').replaceAll(/"nonce":"[^"]+"/g, '')
  for (const answer of [plain, withCookies]) {
    expect(answer.status()).toBe(200)
    expect(answer.headers()['set-cookie']).toBeUndefined()
    expect(answer.headers()['cache-control']).toBe('no-cache')
    expect(answer.headers()['content-security-policy']).toContain('frame-ancestors *')
  }
  expect(bare(await withCookies.text()).includes('data-theme')).toBe(false)
  const usual = (await request.get(`${baseURL}/sv/map`)).headers()['content-security-policy'] ?? ''
  const own = plain.headers()['content-security-policy'] ?? ''
  const same = (policy: string) => policy.replace(/nonce-[^']+/g, 'nonce-x')
  expect(same(own)).toBe(same(usual).replace("frame-ancestors 'none'", 'frame-ancestors *'))
})

test('too much asked for: the nearest view on a page, 400 at a door', async ({ request, baseURL }) => {
  const many = Array.from({ length: 200 }, (_, index) => `type=t${index}`).join('&')
  for (const query of [many, 'country=ZZ&kind=bank&since=soon', `q=${'a'.repeat(5000)}`, 'bbox=1,2,3&zoom=99']) {
    for (const path of ['/en/map', '/en/actors', '/en/relations', '/en/embed/map', '/en/filters']) {
      const answer = await request.get(`${baseURL}${path}?${query}`)
      expect(answer.status(), `${path} ${query.slice(0, 30)}`).toBe(200)
      expect((await answer.text()).length).toBeLessThan(400_000)
    }
    for (const door of ['facets?facet=kind&', 'years?']) {
      const answer = await request.get(`${baseURL}/api/map/${door}${query}`)
      expect(answer.status(), `${door} ${query.slice(0, 30)}`).toBe(400)
      expect((await answer.json()).errors.length).toBeGreaterThan(0)
    }
  }
})

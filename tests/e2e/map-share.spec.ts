import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { densityOf } from '../../src/core/png'
import { axeFaults } from './axe'
import { expect, test } from './test'

const countOf = (text: string | null) => Number(/\d+/.exec(text ?? '')?.[0] ?? Number.NaN)

test('the address and the frame of a view are there to take along', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/en/map?kind=university')
  await page.getByRole('button', { name: 'Share this view' }).click()
  const dialog = page.getByRole('dialog')
  expect(await axeFaults(page)).toEqual([])
  await expect(dialog.getByLabel('Address of this view')).toHaveValue(page.url())
  await dialog.getByRole('combobox', { name: 'Height' }).selectOption('640')
  await dialog.getByRole('button', { name: 'Copy' }).nth(1).click()
  await expect(dialog.getByText('Copied')).toBeVisible()
  const code = await page.evaluate(() => navigator.clipboard.readText())
  expect(code).toContain('height="640"')
  expect(/src="([^"]+)"/.exec(code)?.[1]?.replaceAll('&amp;', '&')).toMatch(/\/en\/embed\/map\?kind=university/)
})

test('the picture says what the map shows: SVG with its letters, PNG of 300 dots an inch, a sheet of paper', async ({
  page,
  request,
  baseURL,
}) => {
  const found = await request.get(`${baseURL}/api/v1/actors?q=comune%20di%20reggio%20emilia&limit=1&sort=relations`)
  const { slug } = (await found.json()).data[0]
  await page.goto(`/en/map?actor=${slug}&type=twinning`)
  const said =
    (await page
      .locator('#map-list')
      .getByText(/\d+ relations? in/)
      .textContent()) ?? ''
  await page.getByRole('button', { name: 'Share this view' }).click()
  const svg = await (await request.get(`${baseURL}/export/map.svg?actor=${slug}&type=twinning&lang=en`)).text()
  expect(svg).toContain(`Municipality of Reggio Emilia and its ${countOf(said)} twin cities`)
  for (const text of ['Type: Twinning', 'Institutional', 'Bydgoszcz', 'Licence of the data', 'Natural Earth', ' km<'])
    expect(svg).toContain(text)
  expect(svg).toContain(String(new Date().getFullYear()))
  expect(svg.match(/data:font\/woff2/g)).toHaveLength(4)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Picture as PNG, 300 dpi' }).click(),
  ])
  const png = await readFile(await download.path())
  expect(densityOf(png)).toBe(300)
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2126, 1502])
  expect(await page.getByRole('link', { name: 'Picture as SVG' }).getAttribute('href')).toMatch(
    /^\/export\/map\.svg\?.*actor=/,
  )
  await page.keyboard.press('Escape')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('#map-list ol > li').first()).toBeVisible()
  await expect(page.getByText('Licence of the data')).toBeVisible()
  await expect(page.getByRole('searchbox')).toBeHidden()
  const strange = await request.get(`${baseURL}/export/map.svg?actor=${slug}&return=https://evil.example&lang=xx`)
  expect(strange.status()).toBe(400)
  expect((await strange.json()).errors.map(({ field }: { field: string }) => field)).toEqual(['return', 'lang'])
})

test('the picture of flows and of regions, from the dialog, with its legend; PNG and paper as of actors', async ({
  page,
  request,
  baseURL,
}) => {
  for (const [show, words] of [
    ['flows', ['Relations between countries', 'Relations per flow', 'Institutional', 'Italy']],
    ['regions&measure=actors&base=area', ['Actors by region', 'Actors per 1,000 km²', 'No record in the register']],
  ] as const) {
    await page.goto(`/en/map?show=${show}`)
    await expect(page.locator('.leaflet-marker-pane button').first()).toBeVisible()
    await page.getByRole('button', { name: 'Share this view' }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    const href = (await dialog.getByRole('link', { name: 'Picture as SVG' }).getAttribute('href')) ?? ''
    const svg = await (await request.get(`${baseURL}${href}`)).text()
    for (const text of [...words, 'Licence of the data', 'Natural Earth', ' km<']) expect(svg).toContain(text)
    expect(await dialog.getByLabel('Frame for a page of your own').inputValue()).toContain(`show=${show.split('&')[0]}`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Picture as PNG, 300 dpi' }).click(),
    ])
    const png = await readFile(await download.path())
    expect([densityOf(png), png.readUInt32BE(16)]).toEqual([300, 2126])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Share this view' })).toBeFocused()
  }
})

test('the map shows within a page on another port; every other page refuses', async ({
  playwright,
  launchOptions,
  baseURL,
}) => {
  const frames = [
    '/it/embed/map?kind=university&nonsense=1&return=https://evil.example&bbox=7',
    '/it/embed/map?show=flows&return=https://evil.example',
    ...['/it/map', '/it/desk', '/it/sign-in', '/it/actors'],
  ]
  const other = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(
      frames.map((path) => `<iframe src="${baseURL}${path}" width="700" height="400" title="x"></iframe>`).join(''),
    )
  })
  await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready))
  const address = other.address()
  // A browser of its own: it complains of every page that refuses, as it should.
  const browser = await playwright.chromium.launch(launchOptions)
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`)
  const shown = page.frameLocator('iframe').first()
  await expect(shown.locator('.leaflet-marker-pane button').first()).toBeVisible()
  await expect(shown.getByRole('banner')).toHaveCount(0)
  await expect(shown.getByRole('link', { name: 'COMPETE IN Atlas' })).toHaveAttribute('href', '/it/map?kind=university')
  await shown.locator('summary', { hasText: /\d attori/ }).click()
  await expect(shown.getByRole('listitem').first()).toBeVisible()
  for (const link of await shown.getByRole('link').all()) {
    await expect(link).toHaveAttribute('target', '_blank')
    expect(await link.getAttribute('href')).toMatch(/^\/it\//)
  }
  const flows = page.frameLocator('iframe').nth(1)
  await expect(flows.locator('.leaflet-marker-pane button').first()).toBeVisible()
  await expect(flows.getByText('Relazioni per flusso').first()).toBeAttached()
  await expect(flows.getByRole('link', { name: 'COMPETE IN Atlas' })).toHaveAttribute('href', '/it/map?show=flows')
  await flows.locator('summary', { hasText: /\d fluss/ }).click()
  await expect(flows.getByRole('listitem').getByRole('link').first()).toHaveAttribute(
    'href',
    /^\/it\/relations\?.*between=/,
  )
  const texts = await Promise.all(
    frames.map((_path, index) => page.frameLocator('iframe').nth(index).locator('main').count()),
  )
  expect(texts).toEqual([1, 1, 0, 0, 0, 0])
  await browser.close()
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

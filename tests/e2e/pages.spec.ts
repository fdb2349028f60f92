import type { Page } from '@playwright/test'
import { axeFaults } from './axe'
import { signedIn } from './people'
import { expect, test } from './test'

const rowsOf = (page: Page) => page.locator('main tr[role=row]:has(td)')

/** Everything the browser complains about, and every request to another host. */
function faultsOf(page: Page, baseURL: string | undefined): string[] {
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL}/`) && !/^(data|blob):/.test(request.url())) faults.push(request.url())
  })
  return faults
}

test('a visitor narrows the list of actors; every filter keeps the others, and one by one they go again', async ({
  page,
}) => {
  await page.goto('/en/actors?sort=relations')
  await page.locator('summary', { hasText: /^Kind$/ }).click()
  await page.getByLabel(/^Universities/).check()
  await page.getByRole('button', { name: 'Show', exact: true }).first().click()
  await expect(page).toHaveURL(/kind=university/)
  await page.getByLabel('Name of an organisation or a place').fill('Italy')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(/q=Italy/)
  await expect(rowsOf(page).nth(1)).toBeVisible()
  const address = new URL(page.url()).searchParams
  expect([address.get('kind'), address.get('q'), address.get('sort')]).toEqual(['university', 'Italy', 'relations'])
  const count = await rowsOf(page).count()
  expect(count).toBeGreaterThan(1)
  await expect(page.getByText(`${count} actors`)).toBeVisible()
  for (const place of await rowsOf(page).locator('td:nth-child(2)').allTextContents()) expect(place).toContain('Italy')
  await page.getByRole('link', { name: 'Clear all' }).click()
  await expect(page).toHaveURL(/\/en\/actors\?sort=relations$/)
})

test('the pages of a list hold every actor once and keep the filters', async ({ request }) => {
  const seen: string[] = []
  let next: string | undefined = '/en/actors?country=IT'
  while (next !== undefined) {
    const html: string = await (await request.get(next)).text()
    const main = html.slice(html.indexOf('<tbody'), html.indexOf('</tbody>'))
    seen.push(...[...main.matchAll(/href="\/en\/actors\/([^"]+)"/g)].map(([, slug]) => slug ?? ''))
    next = /href="([^"]+)"[^>]*rel="next"|rel="next"[^>]*href="([^"]+)"/
      .exec(html)
      ?.slice(1)
      .find(Boolean)
      ?.replaceAll('&amp;', '&')
    if (next !== undefined) expect(next).toContain('country=IT')
  }
  const first = await (await request.get('/en/actors?country=IT')).text()
  expect(seen.length).toBe(Number(/>(\d+)(?:<!-- -->)? actors</.exec(first)?.[1]))
  expect(new Set(seen).size).toBe(seen.length)
})

test('what matches nothing names the filters that are on; what means nothing is said', async ({ page }) => {
  await page.goto('/en/relations?q=zzzz&state=dormant&country=QQ')
  await expect(page.getByText('No relation matches these filters.')).toBeVisible()
  await expect(page.getByText(/left out: Country/)).toBeVisible()
  await page.getByRole('link', { name: 'Remove Words: zzzz' }).click()
  await expect(page).toHaveURL(/\/relations\?state=dormant$/)
})

test('from an actor a visitor comes to its relation, its holder and its territory', async ({ page, baseURL }) => {
  const faults = faultsOf(page, baseURL)
  await page.goto('/en/actors?q=modena&kind=university')
  await rowsOf(page).first().getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('University of Modena and Reggio Emilia')
  await expect(page.getByText('Università degli Studi di Modena e Reggio Emilia')).toHaveAttribute('lang', 'it')
  await expect(page.getByText('ITH54')).toBeVisible()
  const row = rowsOf(page).filter({ hasText: 'Decentralised cooperation' })
  await expect(row).toContainText('To confirm')
  await row.getByRole('link').click()
  await expect(page.getByText('Decentralised cooperation, international')).toBeVisible()
  await page.getByRole('link', { name: 'E35 Foundation' }).first().click()
  await page.getByRole('navigation', { name: 'Where you are' }).getByRole('link', { name: 'Reggio Emilia' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reggio Emilia and the world')
  await expect(page.getByRole('img', { name: /Begun, by decade/ })).toBeVisible()
  expect(faults).toEqual([])
})

test('figures of a territory are those of its lists', async ({ page }) => {
  await page.goto('/en/territories/reggio-emilia')
  const all = page.getByRole('link', { name: /All \d+ international relations/ })
  const said = Number(/\d+/.exec((await all.textContent()) ?? '')?.[0])
  await expect(page.getByRole('main')).toContainText(`keeps ${said} relations`)
  await all.click()
  await expect(page.getByText(`${said} international relations`)).toBeVisible()
})

test('a record says what it is to programs, in data that cannot end its element', async ({ page }) => {
  await page.goto('/it/actors?sort=relations')
  await rowsOf(page).first().getByRole('link').click()
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  const answer = await page.request.get(page.url())
  const data = /<script type="application\/ld\+json"[^>]*>([^<]+)<\/script>/.exec(await answer.text())?.[1]
  expect(JSON.parse(data ?? '')).toMatchObject({ '@id': expect.stringContaining('/it/actors/') })
  await expect(page.locator('link[rel=alternate][hreflang=pl]')).toHaveAttribute('href', /\/pl\/actors\//)
})

test('a record nobody may see answers 404 with its text', async ({ request }) => {
  for (const path of ['/en/actors/nobody-00000', '/es/relations/nada-00000', '/pl/territories/nigdzie']) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(404)
    expect(await answer.text()).toContain('<h1')
  }
})

test('the sitemap leads to pages that answer', async ({ request }) => {
  const index = await (await request.get('/sitemap.xml')).text()
  const files = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? '')
  expect(files.length).toBeGreaterThan(2)
  for (const file of files) {
    const { pathname, search } = new URL(file)
    const list = await (await request.get(pathname + search)).text()
    const address = /<loc>([^<]+)<\/loc>/.exec(list)?.[1] ?? ''
    expect((await request.get(new URL(address).pathname)).status(), address).toBe(200)
  }
})

for (const [path, width, scheme] of [
  ['/en/actors', 1280, 'light'],
  ['/pl/actors?kind=university', 320, 'dark'],
  ['/en/relations', 1280, 'light'],
  ['/pl/relations?group=economic', 320, 'dark'],
  ['/en/territories', 1280, 'light'],
  ['/en/territories/reggio-emilia', 1280, 'light'],
  ['/pl/territories/wielkopolska', 320, 'dark'],
] as const)
  test(`${path} at ${width}, ${scheme}: nothing for axe, no inline style, no sideways scrolling`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme })
    const page = await context.newPage()
    const answer = await page.goto(path)
    expect(await answer?.text()).not.toContain(' style="')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await context.close()
  })

test('an administrator finds a NUTS region and creates a territory; what is refused keeps what was typed', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'admin')
  await page.goto('/en/territories')
  await page.getByRole('link', { name: 'Create your territory' }).click()
  await page.getByLabel('Country').first().selectOption({ label: 'Malta' })
  await page.getByLabel('Part of the name, or code').fill('MT00')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: 'Gozo' }).click()
  const name = page.getByLabel('Name', { exact: true })
  await expect(name).toHaveValue(/Gozo/)
  const address = `gozo-${Date.now()}`
  await page.getByLabel('Address on this site').fill('Not An Address')
  await name.fill('Għawdex')
  await page.getByRole('button', { name: 'Create the territory' }).click()
  await expect(page.getByRole('alert', { name: /to correct/ })).toContainText('Address on this site')
  await expect(name).toHaveValue('Għawdex')
  await page.getByLabel('Address on this site').fill(address)
  await page.getByRole('button', { name: 'Create the territory' }).click()
  await page.waitForURL(`**/territories/${address}`)
  await expect(page.getByText('No international relation of Għawdex is in the register yet.')).toBeVisible()
})

test('only an administrator comes to the form of a territory', async ({ browser, request }) => {
  expect((await request.get('/en/desk/territories/new', { maxRedirects: 0 })).status()).toBe(307)
  const editor = await signedIn(browser, 'editor')
  expect((await editor.goto('/en/desk/territories/new'))?.status()).toBe(403)
})

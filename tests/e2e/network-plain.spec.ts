import type { Page } from '@playwright/test'
import { expect, test } from './test'

// The network without its picture.

const rows = (page: Page) => page.locator('main tr[role=row]:has(td)')

test('what matches nothing says so and leads out', async ({ page }) => {
  await page.goto('/en/network?q=zzzz&state=dormant')
  await expect(page.getByText('No relation matches these filters.')).toBeVisible()
  await expect(page.getByRole('application')).toHaveCount(0)
  await page.getByRole('link', { name: 'Remove Words: zzzz' }).click()
  await expect(page).toHaveURL(/network\?state=dormant$/)
})

test('without script: the table in full, sorted and paged by links', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/en/network?country=ZA&sort=name')
  // Words in a noscript are for eyes, not for the finder of texts.
  expect(await page.locator('main noscript').first().innerHTML()).toContain('The picture needs JavaScript.')
  await expect(page.locator('main noscript').first()).toBeVisible()
  await expect(page.getByRole('application')).toBeHidden()
  await expect(page.getByLabel('Find in the network')).toBeHidden()
  for (const column of [1, 2, 3, 4, 5]) await expect(rows(page).first().locator('td').nth(column)).not.toBeEmpty()
  const names = (await rows(page).locator('td:first-child').allInnerTexts()).map((name) => name.trim())
  expect(names).toEqual([...names].sort(new Intl.Collator('en').compare))
  await rows(page)
    .getByRole('link', { name: /^See the network of/ })
    .first()
    .click()
  await expect(page).toHaveURL(/actor=/)
  await context.close()
})

test('a program is told by name which parameter means nothing, at both doors', async ({ request }) => {
  for (const door of ['/api/network', '/export/network.gexf']) {
    const refused = {
      steps: ['actor=x&steps=99', 'actor=x&steps=NaN', 'actor=x&steps=1e999', 'actor=x&steps=', 'steps=2'],
      actor: ['actor=%00', `actor=${'x'.repeat(5000)}`, 'actor=a&actor=b'],
      lang: ['lang=xx'],
      bbox: ['bbox=1,2,3', 'bbox=NaN,1,2,3', 'bbox=0,0,0,91'],
      q: ['q=%00', `q=${'x'.repeat(5000)}`],
      zoom: ['zoom=3'],
      sort: ['sort=name'],
      country: ['country=XX', `country=${Array.from({ length: 200 }, () => 'IT').join(',')}`],
    }
    for (const [field, queries] of Object.entries(refused))
      for (const query of queries) {
        const answer = await request.get(`${door}?${query}`)
        expect(answer.status(), query.slice(0, 60)).toBe(400)
        expect(answer.headers()['content-type']).toBe('application/problem+json')
        expect((await answer.json()).errors).toContainEqual(expect.objectContaining({ field, code: 'invalid' }))
      }
    expect((await request.get(`${door}?actor=nobody-00000`)).status()).toBe(404)
    const other = await request.post(door)
    expect([other.status(), other.headers().allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect((await request.get(`${door}?country=ZA&lang=pl`)).status()).toBe(200)
  }
  for (const query of ['steps=99', 'actor=%00', 'sort=x', 'zoom=1e9', 'bbox=1', 'steps=NaN', 'after=abc', 'q=%00'])
    expect((await request.get(`/en/network?${query}`)).status(), query).toBe(200)
})

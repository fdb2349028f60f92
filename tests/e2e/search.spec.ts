import type { Page } from '@playwright/test'
import { axeFaults } from './axe'
import { Keys } from './keys'
import { expect, test } from './test'

const field = (page: Page) => page.getByRole('combobox', { name: 'Search the whole register' })
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test('with the keyboard alone from any page: typed with an error, chosen, arrived; earlier searches stay here', async ({
  page,
}) => {
  await page.goto('/en/about')
  const keys = new Keys(page)
  await keys.tabTo('Search the whole register')
  await keys.type('univrsity modena')
  await expect(page.getByRole('option', { name: /University of Modena and Reggio Emilia/ }).first()).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /suggestions?$/ })).toBeAttached()
  await keys.choose(/^University of Modena and Reggio Emilia/)
  await expect(heading(page)).toHaveText('University of Modena and Reggio Emilia')
  expect(keys.count).toBeLessThan(80)

  // What was searched is offered again, by this browser only, until it is forgotten.
  await page.goto('/en/about')
  await field(page)
    .or(page.getByRole('searchbox', { name: 'Search the whole register' }))
    .focus()
  await expect(page.getByRole('option', { name: 'univrsity modena' })).toBeVisible()
  await page.getByRole('option', { name: 'Forget earlier searches' }).click()
  await expect(page.getByRole('option')).toHaveCount(0)
  expect(await page.evaluate(() => localStorage.getItem('atlas.searches'))).toBeNull()
})

test('Escape closes the list and keeps the words, pages go from group to group, Enter asks for everything', async ({
  page,
}) => {
  await page.goto('/en/about')
  await page.getByRole('searchbox', { name: 'Search the whole register' }).focus()
  const answered = page.waitForResponse((answer) => new URL(answer.url()).searchParams.get('q') === 'reggio emilia')
  await page.keyboard.type('reggio emilia', { delay: 20 })
  await answered
  await expect(page.getByRole('group', { name: 'Territories' }).getByRole('option')).toContainText(['Reggio Emilia'])
  const active = () => field(page).getAttribute('aria-activedescendant')
  await page.waitForTimeout(300) // the answer is drawn
  await page.keyboard.press('PageDown')
  await expect(field(page)).toHaveAttribute('aria-activedescendant', /./)
  const first = await active()
  await page.keyboard.press('PageDown')
  await expect.poll(active).not.toBe(first)
  const second = await active()
  expect(second).toMatch(/./)
  const groupOf = (id: string | null) =>
    page.locator(`[id="${id ?? ''}"]`).evaluate((row) => row.parentElement?.getAttribute('aria-labelledby'))
  expect(await groupOf(first)).not.toBe(await groupOf(second))
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false')
  await expect(field(page)).toHaveValue('reggio emilia')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/en\/search\?q=reggio\+emilia$/)
  await expect(page.getByRole('main').getByRole('link', { name: 'Reggio Emilia', exact: true }).first()).toBeVisible()
  await page.getByRole('navigation', { name: 'Only one kind' }).getByRole('link', { name: 'Territories' }).click()
  await expect(page).toHaveURL(/kind=territory/)
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Territories'])
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the page answers in full: corrections, lists, nothing, and nonsense', async ({ page }) => {
    await page.goto('/en/about')
    await page.getByRole('searchbox', { name: 'Search the whole register' }).fill('univrsity modena')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/en\/search\?q=univrsity\+modena$/)
    await page.getByRole('link', { name: 'Search for “university modena”' }).click()
    await expect(page.getByRole('link', { name: 'University of Modena and Reggio Emilia', exact: true })).toBeVisible()
    await page.goto('/it/search?q=gemellaggio')
    await page.getByRole('main').getByRole('link', { name: 'Gemellaggio', exact: true }).click()
    await expect(page).toHaveURL(/\/it\/relations\?type=twinning$/)
    await page.goto('/en/search?q=zzzzzz')
    await expect(page.getByText('Nothing has the name “zzzzzz”.')).toBeVisible()
    for (const q of [
      '%00',
      '%ED%A0%80',
      '%25_%5C',
      '%20',
      '%E2%80%AE',
      'x'.repeat(5000),
      'a&kind=QQ',
      `${'parola+'.repeat(40)}`,
    ]) {
      const answer = await page.goto(`/en/search?q=${q}`)
      expect(answer?.status(), q.slice(0, 20)).toBe(200)
    }
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true })

  test('the icon leads to the field; a suggestion is pressed', async ({ page }) => {
    await page.goto('/sv/about')
    await page.getByRole('banner').getByRole('link', { name: 'Sök' }).click()
    await page.getByRole('main').getByRole('searchbox').tap()
    await page.keyboard.type('gävle', { delay: 20 })
    const option = page
      .getByRole('main')
      .getByRole('option', { name: /^Gävle/ })
      .first()
    await expect(option).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await option.tap()
    await expect(page).not.toHaveURL(/\/search/)
  })
})

test('programs are told what they got wrong', async ({ request }) => {
  const wrong = [
    ['', 'q'],
    ['q=', 'q'],
    ['q=%20%20', 'q'],
    ['q=%00', 'q'],
    [`q=${'x'.repeat(5000)}`, 'q'],
    ['q=a&limit=51', 'limit'],
    ['q=a&lang=de', 'lang'],
    ['q=a&kinds=city', 'kinds'],
    ['q=a&what=1', 'what'],
    ['q=a&q=b', 'q'],
  ] as const
  for (const [query, name] of wrong) {
    const answer = await request.get(`/api/v1/search?${query}`)
    expect(answer.status(), query.slice(0, 30)).toBe(400)
    expect(answer.headers()['content-type']).toContain('application/problem+json')
    expect((await answer.json()).errors).toEqual([expect.objectContaining({ field: name })])
  }
  const found = await (await request.get('/api/v1/search?q=comune%20di%20reggio&lang=it&kinds=actor&limit=3')).json()
  expect(found.groups[0].results[0]).toMatchObject({ kind: 'actor', name: 'Comune di Reggio Emilia' })
})

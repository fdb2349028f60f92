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

test.describe('the list follows the words in the field', () => {
  const option = (page: Page) => page.getByRole('option')
  const highlighted = (page: Page) => page.locator('[role=option][aria-selected=true]')
  const found = (name: string) => ({
    ...{ kind: 'actor', id: name, name, language: 'en', about: '', path: `/actors/${name.toLowerCase()}` },
    ...{ actorKind: null, group: null, holder: null, matched: null },
  })
  const answer = (...names: string[]) => ({
    groups: [{ kind: 'actor', results: names.map(found), more: false }],
    didYouMean: null,
  })
  /** Answers of our own, each when it is let go. */
  async function answering(page: Page, answers: Record<string, { says: unknown; when: Promise<undefined> }>) {
    await page.route('**/api/v1/search?**', async (route) => {
      const given = answers[new URL(route.request().url()).searchParams.get('q') ?? '']
      await given?.when
      await route.fulfill({ json: given?.says ?? answer() })
    })
  }
  async function open(page: Page) {
    await page.goto('/en/about')
    await page.getByRole('searchbox', { name: 'Search the whole register' }).focus()
    await expect(field(page)).toBeFocused()
  }

  test('what is highlighted is said before the next key can come', async ({ page }) => {
    await answering(page, { re: { says: answer('First', 'Second'), when: Promise.resolve(undefined) } })
    await open(page)
    await page.keyboard.type('re')
    await expect(option(page)).toHaveCount(3)
    // Without a pause: the browser has no turn between the keys.
    const steps = await page.evaluate(async () => {
      const said: (string | null | undefined)[][] = []
      for (let step = 0; step < 3; step++) {
        const input = document.activeElement
        input?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }))
        for (let turn = 0; turn < 20; turn++) await Promise.resolve()
        said.push([
          input?.getAttribute('aria-activedescendant'),
          document.querySelector('[role=option][aria-selected=true]')?.id,
        ])
      }
      return said
    })
    for (const [said, shown] of steps) expect(said).toBe(shown)
    expect(new Set(steps.map(([said]) => said)).size).toBe(3)
  })

  test('what was typed while the list came is what it answers', async ({ page }) => {
    await answering(page, {
      re: { says: answer('Half a word'), when: Promise.resolve(undefined) },
      reggio: { says: answer('Reggio'), when: Promise.resolve(undefined) },
    })
    await page.goto('/en/about')
    const box = page.getByRole('searchbox', { name: 'Search the whole register' })
    // The last letters come when the list is drawn and just about to listen.
    await box.evaluate((input) => {
      if (!(input instanceof HTMLInputElement)) return
      input.value = 're'
      const listen = input.addEventListener.bind(input)
      input.addEventListener = (...given: Parameters<typeof listen>) => {
        if (given[0] === 'input') input.value = 'reggio'
        listen(...given)
      }
    })
    await box.focus()
    await expect(option(page).first()).toHaveText('Reggio')
    await expect(field(page)).toHaveValue('reggio')
  })

  test('a newer answer keeps the highlight on its record, or lets it go', async ({ page }) => {
    const [first, second] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
    await answering(page, {
      re: { says: answer('First', 'Second'), when: Promise.resolve(undefined) },
      reg: { says: answer('Other', 'First'), when: first.promise },
      regg: { says: answer('Another'), when: second.promise },
    })
    await open(page)
    await page.keyboard.type('re')
    await expect(option(page).first()).toHaveText('First')
    await page.keyboard.press('ArrowDown')
    await expect(highlighted(page)).toHaveText('First')
    // Other words: nothing is highlighted until a key says so.
    const asked = page.waitForRequest((request) => new URL(request.url()).searchParams.get('q') === 'reg')
    await page.keyboard.type('g')
    await expect(highlighted(page)).toHaveCount(0)
    await asked
    await page.keyboard.press('ArrowDown')
    await expect(highlighted(page)).toHaveText('First')
    first.resolve(undefined)
    await expect(option(page).first()).toHaveText('Other')
    await expect(highlighted(page)).toHaveText('First')

    await page.keyboard.type('g')
    await page.keyboard.press('ArrowDown')
    await expect(highlighted(page)).toHaveText('Other')
    second.resolve(undefined)
    await expect(option(page).first()).toHaveText('Another')
    await expect(highlighted(page)).toHaveCount(0)
    await expect(field(page)).not.toHaveAttribute('aria-activedescendant', /./)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/en\/search\?q=regg$/)
  })
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

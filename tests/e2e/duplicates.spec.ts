import type { Page } from '@playwright/test'
import { axeFaults } from './axe'
import { signedIn, unique } from './people'
import { expect, test } from './test'

/** Publishes an actor through its form; answers its address. */
async function publishActor(page: Page, name: string, website: string) {
  await page.goto('/en/desk/actors/new')
  await page.getByLabel('Kind').selectOption('association')
  await page.locator('[id="name"]').fill(name)
  await page.locator('[id="country"]').selectOption('IT')
  await page.locator('[id="website"]').fill(website)
  await page.getByRole('button', { name: 'Publish' }).first().click()
  await page.waitForURL('**/desk?done=publish*')
  return new URL(page.url()).searchParams.get('actor') ?? ''
}

test('two likely duplicates are merged, the old link works, and the merge is taken back', async ({ browser, page }) => {
  const coordinator = await signedIn(browser, 'coordinator', { territory: 'reggio-emilia' })
  const word = unique()
  const first = await publishActor(coordinator, `${word} Consorzio Esempio`, 'https://uno.example.org')
  const second = await publishActor(coordinator, `${word} Consorzio Esempio S.r.l.`, 'https://due.example.org')
  await coordinator.goto('/en/desk/duplicates')
  const row = coordinator.getByRole('listitem').filter({ hasText: word })
  await expect(row).toContainText('same name')
  expect(await axeFaults(coordinator)).toEqual([])
  await row.getByRole('link', { name: 'Compare and merge' }).click()
  await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('Are these the same?')
  expect(await axeFaults(coordinator)).toEqual([])
  await coordinator.getByRole('radio', { name: `${word} Consorzio Esempio`, exact: true }).check()
  await coordinator.getByRole('group', { name: 'Website' }).getByText('https://due.example.org').click()
  await coordinator.getByRole('button', { name: 'Merge into one record' }).click()
  await coordinator.waitForURL('**/desk/merges/*')
  expect(await axeFaults(coordinator)).toEqual([])
  // Anybody with the old link, and the API, is led to the record that stays.
  await page.goto(`/en/actors/${second}`)
  await expect(page).toHaveURL(new RegExp(`/en/actors/${first}$`))
  await expect(page.getByRole('link', { name: 'due.example.org' }).first()).toBeVisible()
  await expect(page.getByText(`${word} Consorzio Esempio S.r.l.`).first()).toBeVisible()
  const api = await page.request.get(`/api/v1/actors/${second}`, { maxRedirects: 0 })
  expect([api.status(), api.headers().location]).toEqual([308, `/api/v1/actors/${first}`])
  await coordinator.getByRole('button', { name: 'Take the merge back' }).click()
  await expect(coordinator.getByText('Both records stand for themselves again.')).toBeVisible()
  await page.goto(`/en/actors/${second}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${word} Consorzio Esempio S.r.l.`)
  await page.goto(`/en/actors/${first}`)
  await expect(page.getByRole('link', { name: 'uno.example.org' }).first()).toBeVisible()
})

test('without script two records are told apart and merged all the same', async ({ browser }) => {
  const coordinator = await signedIn(browser, 'coordinator', { territory: 'reggio-emilia' })
  const word = unique()
  const [one, two] = [`${word} Cooperativa Prova`, `${word} Cooperativa Prova soc. coop.`]
  await publishActor(coordinator, one, 'https://uno.example.org')
  const slug = await publishActor(coordinator, two, 'https://due.example.org')
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await coordinator.context().storageState(),
  })
  const page = await context.newPage()
  await page.goto('/en/desk/duplicates')
  const row = () => page.getByRole('listitem').filter({ hasText: word })
  await row().getByRole('button', { name: 'Not a duplicate' }).click()
  await page.waitForURL('**/desk/duplicates?done=apart')
  await expect(row().getByRole('link', { name: 'Compare and merge' })).toHaveCount(0)
  await page.getByText('Told apart').first().click()
  await row().getByRole('button', { name: 'Compare again' }).click()
  await page.waitForURL('**/desk/duplicates?done=again')
  await row().getByRole('link', { name: 'Compare and merge' }).click()
  await page.getByRole('button', { name: 'Merge into one record' }).click()
  await page.waitForURL('**/desk/merges/*')
  expect((await page.request.get(`/en/actors/${slug}`)).ok()).toBe(true)
  await context.close()
})

import type { Browser, Page } from '@playwright/test'
import { axeFaults } from './axe'
import { signedIn, unique } from './people'
import { expect, test } from './test'

const home = { territory: 'reggio-emilia' }

/** A published actor of the territory; answers the address of its form. */
async function givenPublished(browser: Browser, name: string): Promise<{ coordinator: Page; form: string }> {
  const coordinator = await signedIn(browser, 'coordinator', home)
  await coordinator.goto('/en/desk/actors/new')
  await coordinator.getByLabel('Kind').selectOption('cultural_actor')
  await coordinator.locator('[id="name"]').fill(name)
  await coordinator.locator('[id="country"]').selectOption('IT')
  await coordinator.getByRole('button', { name: 'Publish', exact: true }).first().click()
  await coordinator.waitForURL('**/desk?done=publish*')
  await coordinator.getByRole('link', { name: 'Open it' }).click()
  await coordinator.getByRole('link', { name: 'Edit', exact: true }).click()
  await coordinator.waitForURL('**/desk/actors/*')
  return { coordinator, form: new URL(coordinator.url()).pathname }
}

async function expectClean(page: Page) {
  expect(await axeFaults(page)).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
}

test('an editor’s change of a published record is taken by the coordinator, seen in history and restored', async ({
  browser,
}) => {
  const name = `Teatro ${unique()}`
  const { coordinator, form } = await givenPublished(browser, name)
  const editor = await signedIn(browser, 'editor', home)
  await editor.goto(form)
  await editor.locator('[id="name"]').fill(`${name} Nuovo`)
  await editor.locator('[id="tags"]').fill('opera, danza')
  await editor.getByRole('button', { name: 'Send for review' }).first().click()
  await editor.waitForURL('**/desk?done=propose*')
  await expect(
    editor
      .getByRole('region', { name: /^My changes/ })
      .getByRole('listitem')
      .filter({ hasText: name })
      .getByText('In review'),
  ).toBeVisible()
  // Opened again the form goes on where it was left, and says so.
  await editor.goto(form)
  await expect(editor.getByText(/waits for the coordinator/)).toBeVisible()
  await expect(editor.locator('[id="name"]')).toHaveValue(`${name} Nuovo`)

  await coordinator.goto('/en/desk')
  await coordinator
    .getByRole('region', { name: /^Changes to review/ })
    .getByRole('link', { name, exact: true })
    .click()
  await coordinator.waitForURL('**/desk/changes/*')
  await expect(coordinator.locator('ins').filter({ hasText: `${name} Nuovo` })).toBeVisible()
  await expectClean(coordinator)
  await coordinator.getByRole('group', { name: 'Own keywords' }).getByLabel('Leave it as it is').check()
  await coordinator.getByRole('button', { name: 'Take the chosen parts' }).click()
  await coordinator.waitForURL('**/desk?done=accept')

  await coordinator.goto(`${form}/history`)
  const versions = coordinator.getByRole('listitem').filter({ has: coordinator.getByRole('radio') })
  await expect(versions).toHaveCount(2)
  await expect(versions.first()).toContainText('Proposed by')
  await coordinator.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(coordinator.getByRole('heading', { name: 'From version 1 to version 2' })).toBeVisible()
  await expectClean(coordinator)
  await coordinator.getByRole('button', { name: 'Restore version 1' }).click()
  await coordinator.waitForURL('**/history?restored=3')
  await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText(name)
})

test('many records of a list are dealt with at once, by keyboard, and undone', async ({ browser }) => {
  const name = unique()
  const { coordinator } = await givenPublished(browser, `Museo ${name}`)
  await coordinator.goto(`/en/desk/actors?q=${name}`)
  await expectClean(coordinator)
  await coordinator.getByRole('checkbox', { name: `Tick Museo ${name}` }).focus()
  await coordinator.keyboard.press('Space')
  await expect(coordinator.getByText('1 ticked')).toBeVisible()
  await coordinator.getByRole('button', { name: 'Archive' }).press('Enter')
  await coordinator.waitForURL('**deed=*')
  await expect(coordinator.getByText('1 archived')).toBeVisible()
  const row = coordinator.getByRole('listitem').filter({ hasText: `Museo ${name}` })
  await expect(row.getByText('Archived', { exact: true })).toBeVisible()
  await coordinator.getByRole('button', { name: 'Undo' }).click()
  await coordinator.waitForURL('**done=undo*')
  await coordinator.goto(`/en/desk/actors?q=${name}`)
  await expect(row.getByText('Published', { exact: true })).toBeVisible()
})

test('without script two texts of one record are chosen by field all the same', async ({ browser }) => {
  const name = `Coro ${unique()}`
  const { coordinator, form } = await givenPublished(browser, name)
  const state = await coordinator.context().storageState()
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: state })
  const plain = await context.newPage()
  await plain.goto(form)
  await coordinator.goto(form)
  await coordinator.locator('[id="tags"]').fill('barocco')
  await coordinator.getByRole('button', { name: 'Save changes' }).first().click()
  await coordinator.waitForURL('**?done=saved*')
  await plain.locator('[id="phone"]').fill('+39 0522 77')
  await plain.getByRole('button', { name: 'Save changes' }).first().click()
  await expect(plain.getByRole('heading', { name: 'Somebody saved this while you were writing' })).toBeVisible()
  await plain.getByRole('group', { name: 'Own keywords' }).getByLabel('In the register now').check()
  await plain.getByRole('button', { name: 'Save changes' }).first().click()
  await plain.waitForURL('**?done=saved*')
  await expect(plain.locator('[id="tags"]')).toHaveValue('barocco')
  await expect(plain.locator('[id="phone"]')).toHaveValue('+39 0522 77')
})

for (const [locale, width, colorScheme] of [
  ['en', 1280, 'light'],
  ['pl', 320, 'dark'],
] as const)
  test(`axe finds nothing on the lists of the desk (${locale}, ${width} px, ${colorScheme})`, async ({ browser }) => {
    const page = await signedIn(browser, 'coordinator', { ...home, locale })
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const path of ['desk', 'desk/actors', 'desk/relations?care=confirm', 'desk/tasks/to-confirm']) {
      await page.goto(`/${locale}/${path}`)
      await expectClean(page)
    }
  })

import { axeFaults } from './axe'
import { signedIn, unique } from './people'
import { expect, test } from './test'

test('what is sent back says why, to the editor and on the form', async ({ browser }) => {
  const name = `Fondazione ${unique()}`
  const editor = await signedIn(browser, 'editor', { territory: 'reggio-emilia' })
  await editor.goto('/en/desk/actors/new')
  await editor.getByLabel('Kind').selectOption('other')
  await editor.locator('[id="name"]').fill(name)
  await editor.locator('[id="country"]').selectOption('IT')
  await editor.getByRole('button', { name: 'Submit for publication' }).first().click()
  await editor.waitForURL('**/desk?done=submit*')
  const coordinator = await signedIn(browser, 'coordinator', { territory: 'reggio-emilia' })
  const row = coordinator
    .getByRole('region', { name: /^To publish/ })
    .getByRole('listitem')
    .filter({ hasText: name })
  await row.getByText('Send back').first().click()
  await row.getByRole('button', { name: 'Send back to draft' }).click()
  await expect(row.getByText('Say why')).toBeVisible()
  await row.getByRole('textbox').fill('Add the web address.')
  await row.getByRole('button', { name: 'Send back to draft' }).click()
  await coordinator.waitForURL('**/desk?done=sendBack*')
  await editor.goto('/en/desk')
  const back = editor
    .getByRole('region', { name: /^Sent back/ })
    .getByRole('listitem')
    .filter({ hasText: name })
  await expect(back).toContainText('Sent back: Add the web address.')
  await back.getByRole('link', { name }).click()
  await editor.waitForURL('**/desk/actors/*')
  await expect(editor.getByText('Sent back: Add the web address.')).toBeVisible()
})

test('a visitor at the desk signs in first and comes back', async ({ page }) => {
  await page.goto('/it/desk/actors/new')
  await expect(page).toHaveURL(/\/it\/sign-in\?callbackUrl=%2Fit%2Fdesk%2Factors%2Fnew/)
})

for (const [locale, width, colorScheme] of [
  ['en', 1280, 'light'],
  ['pl', 320, 'dark'],
] as const)
  test(`axe and the content policy find nothing on desk and forms (${locale}, ${width} px, ${colorScheme})`, async ({
    browser,
  }) => {
    const page = await signedIn(browser, 'editor', { territory: 'reggio-emilia', locale })
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const path of ['desk', 'desk/actors/new', 'desk/relations/new']) {
      await page.goto(`/${locale}/${path}`)
      if (path !== 'desk') {
        // Everything open, and refused: the state with the most to get wrong.
        await page.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)))
        await page.locator('button[value=submit]:visible').click()
        await expect(page.getByRole('alert').first()).toBeFocused()
        await page.evaluate(() =>
          document.querySelectorAll('main details').forEach((part) => part.setAttribute('open', '')),
        )
      }
      expect(await axeFaults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    expect(faults).toEqual([])
  })

import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { Keys } from './keys'
import { signedIn } from './people'

const unique = () => Math.random().toString(36).slice(2, 8)

test('an editor registers a firm and its export to Polokwane by keyboard only, and the coordinator publishes both', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const firm = `Latteria Esempio ${unique()}`
  const partner = `Limpopo Dairies ${unique()}`
  const editor = await signedIn(browser, 'editor', { territory: 'reggio-emilia' })
  const keys = new Keys(editor)

  await keys.tabTo('New actor')
  await keys.press('Enter')
  await editor.waitForURL('**/desk/actors/new?draft=*')
  await keys.tabTo('Kind')
  await keys.type('Ent')
  await keys.tabTo(/^Name/)
  await keys.type(firm)
  await keys.tabTo('City or town')
  await keys.type('reggio nell')
  await keys.choose(/^Reggio nell.*Italy/)
  await keys.tabTo('Add a sector')
  await keys.type('machinery')
  await keys.choose(/C28/)
  await keys.tabTo('Submit for publication', 120)
  await keys.press('Enter')
  await editor.waitForURL('**/desk?done=submit*')
  await expect(editor.getByText('Sent to the coordinator.')).toBeVisible()

  await keys.tabTo('New relation', 120)
  await keys.press('Enter')
  await editor.waitForURL('**/desk/relations/new?draft=*')
  await keys.tabTo('Type')
  await keys.type('Export')
  await keys.tabTo('Add a party')
  await keys.type(firm)
  await keys.choose(new RegExp(`^${firm}`))
  await keys.type(partner)
  await keys.choose(/^Add “/)
  await keys.tabTo('Kind')
  await keys.type('Ent')
  await keys.tabTo('City or town')
  await keys.type('Polokwane')
  await keys.choose(/^Polokwane/)
  await keys.tabTo(/^Since/)
  await keys.type('2019')
  await keys.tabTo('Holder')
  await keys.press('ArrowDown')
  await keys.tabTo('Submit for publication', 120)
  await keys.press('Enter')
  await editor.waitForURL('**/desk?done=submit*')
  console.log(`keys pressed: ${keys.count}`)

  const coordinator = await signedIn(browser, 'coordinator', { territory: 'reggio-emilia' })
  await coordinator
    .getByRole('listitem')
    .filter({ hasText: `${firm} – ${partner}` })
    .getByRole('button', { name: 'Publish' })
    .click()
  await coordinator.waitForURL('**/desk?done=publish*')

  const visitor = await browser.newPage()
  await visitor.goto(`/pl/actors?q=${encodeURIComponent(partner)}`)
  await expect(visitor.getByRole('main')).toContainText(partner)
  await visitor.goto(`/pl/actors?q=${encodeURIComponent(firm)}`)
  await expect(visitor.getByRole('main')).toContainText(firm)
  await visitor.goto(`/pl/relations?q=${encodeURIComponent(partner)}`)
  await expect(visitor.getByRole('main')).toContainText('Eksport')
})

/** What must hold after every refusal: a message at the field, what was typed kept, nothing stored. */
async function expectRefused(page: Page, field: string, message: string, typed: string) {
  const control = page.locator(`[id="${field}"]`)
  await expect(page.locator(`[id="${field}-error"]`)).toContainText(message)
  await expect(control).toHaveValue(typed)
  await expect(page.getByRole('alert').filter({ hasText: /to correct/ })).toBeFocused()
}

test('bad input is told at its field, and everything typed stays', async ({ browser }) => {
  const page = await signedIn(browser, 'editor', { territory: 'reggio-emilia' })
  await page.goto('/en/desk/actors/new')
  await page.getByLabel('Kind').selectOption('association')
  await page.locator('[id="name"]').fill(`Consorzio ${unique()}`)
  await page.getByText('Point on the map').click()
  await page.locator('[id="latitude"]').fill('91')
  await page.locator('[id="founded"]').fill('3024')
  await page.locator('[id="website"]').fill('javascript:alert(1)')
  await page.locator('[id="place"]').fill('Atlantis')
  await page.locator('[id="tags"]').fill('latte, macchine')
  await page.getByRole('button', { name: 'Save draft' }).first().click()
  await expectRefused(page, 'latitude', 'between -90 and 90', '91')
  await expectRefused(page, 'founded', 'between 1000', '3024')
  await expectRefused(page, 'website', 'Not a web address', 'javascript:alert(1)')
  await expectRefused(page, 'place', 'No place of this name', 'Atlantis')
  await expect(page.locator('[id="tags"]')).toHaveValue('latte, macchine')
  await expect(page.getByLabel('Kind')).toHaveValue('association')
  await expect(page.locator('[id="country-error"]')).toBeVisible()
})

test('a point outside the country is asked once, then believed', async ({ browser }) => {
  const page = await signedIn(browser, 'editor', { territory: 'reggio-emilia' })
  await page.goto('/en/desk/actors/new')
  await page.getByLabel('Kind').selectOption('association')
  await page.locator('[id="name"]').fill(`Consorzio ${unique()}`)
  await page.locator('[id="country"]').selectOption('IT')
  await page.getByText('Point on the map').click()
  await page.locator('[id="longitude"]').fill('44,7')
  await page.locator('[id="latitude"]').fill('10,6')
  await page.getByRole('button', { name: 'Save draft' }).first().click()
  await expectRefused(page, 'longitude', 'outside Italy', '44,7')
  await page.getByLabel('Keep the point anyway').check()
  await page.getByRole('button', { name: 'Save draft' }).first().click()
  await page.waitForURL('**?done=saved')
})

test('a closed tab loses nothing: what was typed is there again', async ({ browser }) => {
  const page = await signedIn(browser, 'editor', { territory: 'reggio-emilia' })
  await page.goto('/en/desk/relations/new')
  await page.getByLabel('Type', { exact: true }).selectOption('twinning')
  await page.locator('[id="started"]').fill('1982')
  await expect(page.getByText(/Draft saved at/)).toBeVisible()
  const address = page.url()
  await page.locator('[id="programme"]').evaluate((element) => element.closest('details')?.setAttribute('open', ''))
  await page.locator('[id="programme"]').fill(`Interreg ${unique()}`)
  const typed = await page.locator('[id="programme"]').inputValue()
  // Closed before the pause is over.
  const again = await page.context().newPage()
  await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })])
  await again.goto(address)
  await expect(again.getByText(/is back. It has not been sent yet/)).toBeVisible()
  await expect(again.locator('[id="started"]')).toHaveValue('1982')
  await expect(again.getByLabel('Type', { exact: true })).toHaveValue('twinning')
  await expect(again.locator('[id="programme"]')).toHaveValue(typed)
  await again.goto('/en/desk/relations/new')
  await expect(again.getByText('Continue where you stopped')).toBeVisible()
})

test('two editors of one draft: both texts are shown, one is chosen by field, nothing is lost', async ({ browser }) => {
  const name = `Museo ${unique()}`
  const first = await signedIn(browser, 'editor', { territory: 'reggio-emilia' })
  await first.goto('/en/desk/actors/new')
  await first.getByLabel('Kind').selectOption('cultural_actor')
  await first.locator('[id="name"]').fill(name)
  await first.locator('[id="country"]').selectOption('IT')
  await first.getByRole('button', { name: 'Save draft' }).first().click()
  await first.waitForURL('**?done=saved')
  const second = await signedIn(browser, 'coordinator', { territory: 'reggio-emilia' })
  await second.goto(new URL(first.url()).pathname)
  await second.locator('[id="website"]').fill('https://second.example.eu')
  await second.locator('[id="tags"]').fill('ceramics')
  await second.getByRole('button', { name: 'Save draft' }).first().click()
  await second.waitForURL('**?done=saved')

  await first.locator('[id="website"]').fill('https://first.example.eu')
  await first.locator('[id="phone"]').fill('+39 0522 1234')
  await first.getByRole('button', { name: 'Save draft' }).first().click()
  await expect(first.getByRole('heading', { name: 'Somebody saved this while you were writing' })).toBeFocused()
  await expect(first.getByText('https://second.example.eu')).toBeVisible()
  await first.getByRole('group', { name: 'Own words' }).getByLabel('In the register now').check()
  await first.getByRole('button', { name: 'Go on with these' }).click()
  await expect(first.locator('[id="website"]')).toHaveValue('https://first.example.eu')
  await expect(first.locator('[id="tags"]')).toHaveValue('ceramics')
  await first.getByRole('button', { name: 'Save draft' }).first().click()
  await first.waitForURL('**?done=saved')
  await expect(first.locator('[id="phone"]')).toHaveValue('+39 0522 1234')
})

test('a relation with too little or too much is refused with every row kept', async ({ browser }) => {
  const page = await signedIn(browser, 'editor', { territory: 'reggio-emilia' })
  await page.goto('/en/desk/relations/new')
  await page.getByLabel('Type', { exact: true }).selectOption('export')
  await page.locator('[id="started"]').fill('1982')
  await page.locator('[id="renewed"]').fill('1922')
  await page.locator('[id="addParty"]').fill('girona')
  await page
    .getByRole('option', { name: /^Girona.*Spain/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Add a link' }).click()
  await page.locator('[id="evidence.0.url"]').fill('javascript:alert(1)')
  await page.getByRole('button', { name: 'Submit for publication' }).first().click()
  await expectRefused(page, 'renewed', 'Must be after the start, 1982. Did you mean 2022?', '1922')
  await expectRefused(page, 'evidence.0.url', 'Not a web address', 'javascript:alert(1)')
  await expect(page.locator('[id="addParty-error"]')).toContainText('needs two parties')
  await expect(page.locator('[id="holder-error"]')).toContainText('Choose who keeps it alive')
  await expect(page.getByRole('listitem').filter({ hasText: 'Girona' }).first()).toBeVisible()
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
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    expect(faults).toEqual([])
  })

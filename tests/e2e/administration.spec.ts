import type { Page } from '@playwright/test'
import { axeFaults } from './axe'
import { mailTo } from './mailbox'
import { accountOf, signedIn, unique } from './people'
import { expect, test } from './test'

test('an administrator sees that a mail was sent, and cannot open what only its reader may', async ({
  browser,
  page,
}) => {
  const { email } = accountOf('coordinator', 'wielkopolska')
  await page.goto('/pl/sign-in/reset')
  await page.locator('#email').fill(email)
  await page.locator('#email').press('Enter')
  const mail = await mailTo(email)
  expect(mail.link).toMatch(/\/pl\/sign-in\/password\/[\w-]{22}$/)
  expect(mail.text).toContain(mail.link)

  const admin = await signedIn(browser, 'admin')
  await admin.goto('/en/admin')
  await admin.getByRole('link', { name: 'Outbox' }).click()
  await admin.getByRole('row', { name: email }).getByRole('link').first().click()
  await expect(admin.getByText('The link is made when the mail is sent.')).toBeVisible()
  expect(await admin.content()).not.toContain(mail.link.slice(-22))
  await expect(admin.getByRole('button', { name: 'Make the link' })).toHaveCount(0)
  expect(await axeFaults(admin)).toEqual([])
  await admin.context().close()
})

test('a setting counts for everybody at the next request, and the log says who changed it', async ({
  browser,
  page,
}) => {
  const admin = await signedIn(browser, 'admin')
  const notice = `Published by the test ${unique()}`
  const save = async (text: string) => {
    await admin.goto('/en/admin/settings')
    await admin.locator('#legalNotice').fill(text)
    await admin.getByRole('button', { name: 'Save the settings' }).click()
    await expect(admin.getByText('Settings saved')).toBeVisible()
  }
  await save(notice)
  await page.goto('/it/about')
  await expect(page.getByRole('contentinfo')).toContainText(notice)
  await save('')
  await page.reload()
  await expect(page.getByRole('contentinfo')).not.toContainText(notice)

  await admin.goto('/en/admin/audit')
  await admin.locator('#action').selectOption({ label: 'Settings changed' })
  await admin.getByRole('button', { name: 'Show' }).click()
  await expect(admin.getByRole('row', { name: /Settings changed/ }).first()).toContainText('Demo admin')
  const file = await admin.request.get('/api/admin/audit.csv?action=save-settings')
  expect(await file.text()).toContain('save-settings')
  // What an entry was about is said in words; the file keeps the names that programs know.
  await admin.goto('/en/admin/audit?action=seat-member')
  await expect(admin.getByRole('row', { name: /Seat in a group changed/ }).first()).toContainText(
    'stands for, first day, last day',
  )
  await admin.goto('/en/admin/audit?action=plan-meeting')
  await expect(admin.getByRole('row', { name: /planned Local stakeholder group/ }).first()).toBeVisible()
  await admin.context().close()
})

test('a theme that an administrator added is offered in forms, in the language of the writer', async ({ browser }) => {
  const admin = await signedIn(browser, 'admin')
  const word = unique()
  await admin.goto('/en/admin/codes')
  await admin.locator('#code').fill(`theme_${word}`)
  for (const locale of ['en', 'it', 'es', 'sv', 'pl'])
    await admin.locator(`[name="label.${locale}"]`).fill(`Tema ${word} ${locale}`)
  await admin.getByRole('button', { name: 'Save the entry' }).click()
  await expect(admin.getByRole('row', { name: `Tema ${word} en` })).toBeVisible()
  await admin.goto('/pl/desk/relations/new')
  await expect(admin.locator(`input[value="theme_${word}"]`)).toHaveCount(1)
  await admin.goto('/en/admin/codes')
  await admin.getByRole('button', { name: `Retire Tema ${word} en` }).click()
  await expect(admin.getByRole('button', { name: `Offer Tema ${word} en again` })).toBeVisible()
  await admin.goto('/pl/desk/relations/new')
  await expect(admin.locator(`input[value="theme_${word}"]`)).toHaveCount(0)
  await admin.context().close()
})

test('a coordinator adds a policy instrument: everybody reads it, and a round is judged against it', async ({
  browser,
  page,
}) => {
  const coordinator = await signedIn(browser, 'coordinator', { territory: 'gavle' })
  const name = `Instrument ${unique()}`
  await coordinator.goto('/en/admin/territories/gavle')
  await coordinator.getByRole('button', { name: 'Add an instrument' }).click()
  const row = coordinator
    .getByRole('group', { name: /^Policy instruments/ })
    .locator('li')
    .last()
  const nameField = row.locator('input[name$=".value"]:visible')
  await expect(nameField).toBeFocused()
  await coordinator.getByRole('button', { name: 'Save', exact: true }).click()
  // Without a name it is refused at its field, and the row still stands.
  await expect(coordinator.getByRole('alert').getByRole('link', { name: /Policy instruments/ })).toBeVisible()
  await nameField.fill(name)
  await row.getByLabel('Body in charge').fill('Marshal’s office')
  await row.getByLabel('From').fill('2027')
  await row.getByLabel('Until').fill('2021')
  await coordinator.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(coordinator.getByText('Must be after the start, 2027.').last()).toBeVisible()
  await expect(nameField).toHaveValue(name)
  await row.getByLabel('From').fill('2021')
  await row.getByLabel('Until').fill('2027')
  expect(await axeFaults(coordinator)).toEqual([])
  await coordinator.getByRole('button', { name: 'Save', exact: true }).click()
  await coordinator.waitForURL('**/en/territories/gavle')
  await page.goto('/pl/territories/gavle')
  await expect(page.getByText(name)).toBeVisible()
  await coordinator.goto('/en/desk/group/grupp-gavle/rounds/new')
  await expect(coordinator.locator('#instrumentId option', { hasText: name })).toHaveCount(1)
  await coordinator.context().close()
})

test('of two who change a territory, the second reads what the first wrote, mends what is refused, and is not asked again', async ({
  browser,
}) => {
  const first = await signedIn(browser, 'coordinator', { territory: 'valencia' })
  const second = await first.context().newPage()
  const [theirs, mine] = [`Register ${unique()}`, `Statute ${unique()}`]
  const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()
  const alert = second.locator('#territory-facts').getByRole('alert')
  for (const page of [first, second]) await page.goto('/en/admin/territories/valencia')
  await first.getByLabel('Source of these facts').fill(theirs)
  await save(first)
  await first.waitForURL('**/en/territories/valencia')

  await second.getByLabel('Source of these facts').fill(mine)
  await save(second)
  await expect(alert).toHaveText(
    `Somebody changed this entry while you were writing. Compare below, then send again to keep your version.Source of these facts: ${theirs}`,
  )
  // Pressed at the end of a long form, told on top of it.
  await expect(alert).toBeFocused()
  await expect(alert).toBeInViewport()
  await second.getByLabel('Its web address').fill('in the town hall')
  await save(second)
  await expect(alert.getByRole('link', { name: /^Its web address/ })).toBeVisible()
  await second.getByLabel('Its web address').fill('https://statute.example.es')
  await save(second)
  await second.waitForURL('**/en/territories/valencia')
  await second.goto('/en/admin/territories/valencia')
  await expect(second.getByLabel('Source of these facts')).toHaveValue(mine)
  await first.context().close()
})

test('an administrator redraws a territory; a file that is no boundary is refused, and stays in the field', async ({
  browser,
}) => {
  const admin = await signedIn(browser, 'admin')
  await admin.goto('/en/admin/territories/upper-silesia')
  const form = admin.locator('#territory-area')
  await form.locator('#boundary').fill('{"type":"Point","coordinates":[17,52]}')
  await form.getByRole('button', { name: 'Save level and boundary' }).click()
  await expect(form.getByRole('alert')).toContainText('Boundary as GeoJSON')
  await expect(form.locator('#boundary')).toHaveValue('{"type":"Point","coordinates":[17,52]}')
  await form.locator('#boundary').fill('')
  await form.getByRole('button', { name: 'Save level and boundary' }).click()
  await admin.waitForURL('**/en/territories/upper-silesia')
  await admin.context().close()
})

import { mailTo } from './mailbox'
import { signedIn, unique } from './people'
import { expect, test } from './test'

test('a coordinator invites; the mail opens an account; a reset from above ends its sessions', async ({ browser }) => {
  const email = `ada-${unique()}@example.eu`
  const coordinator = await signedIn(browser, 'coordinator', { territory: 'reggio-emilia' })
  await coordinator.goto('/en/admin/invitations')
  await coordinator.getByLabel('Address').fill(email)
  await coordinator.getByLabel('Role').selectOption({ label: 'Editor, Reggio Emilia' })
  await coordinator.getByLabel('Language of the mail').selectOption('it')
  await coordinator.getByRole('button', { name: 'Send the invitation', exact: true }).click()
  await expect(coordinator.getByText('Invitation sent')).toBeVisible()
  await expect(coordinator.getByRole('row').filter({ hasText: email })).toContainText('Waits')

  const { link, subject } = await mailTo(email)
  expect(subject).toContain('ti invita in COMPETE IN Atlas')
  const ada = await (await browser.newContext()).newPage()
  await ada.goto(link)
  await ada.getByLabel('Il tuo nome').fill('Ada Bianchi')
  await ada.getByLabel('Password', { exact: false }).first().fill('vecchio treno sotto la neve')
  await ada.getByRole('button', { name: 'Accetta l’invito' }).click()
  await ada.waitForURL('**/it/desk')
  await expect(ada.getByText('Ada Bianchi').first()).toBeVisible()

  await coordinator.goto(`/en/admin/users?q=${encodeURIComponent(email)}`)
  await coordinator.getByRole('link', { name: 'Ada Bianchi' }).click()
  await coordinator.getByRole('button', { name: 'Send the link' }).click()
  await expect(coordinator.getByText('Sessions ended, the link is on its way')).toBeVisible()
  await ada.goto('/it/desk/actors/new')
  await expect(ada).toHaveURL(/sign-in/)
  await ada.goto((await mailTo(email, 2)).link)
  await ada.locator('#password').fill('nuovo treno sopra il mare')
  await ada.getByRole('button').filter({ hasText: 'Salva' }).click()
  await ada.waitForURL('**/it/desk')

  await coordinator.getByRole('button', { name: 'Disable the account' }).click()
  await expect(coordinator.getByText('Account disabled')).toBeVisible()
  await ada.reload()
  await expect(ada).toHaveURL(/sign-in/)
})

test('an address with an account gets the role added after signing in by the same link', async ({ browser }) => {
  const email = `bo-${unique()}@example.eu`
  const admin = await signedIn(browser, 'admin')
  const invite = async (role: string) => {
    await admin.goto('/en/admin/invitations')
    await admin.getByLabel('Address').fill(email)
    await admin.getByLabel('Role').selectOption({ label: role })
    await admin.getByRole('button', { name: 'Send the invitation', exact: true }).click()
    await expect(admin.getByText('Invitation sent')).toBeVisible()
  }
  await invite('Editor, Gävle')
  const bo = await (await browser.newContext()).newPage()
  await bo.goto((await mailTo(email)).link)
  await bo.getByLabel('Your name').fill('Bo Ek')
  await bo.locator('#password').fill('gammal båt under bron')
  await bo.getByRole('button', { name: 'Accept the invitation' }).click()
  await bo.waitForURL('**/en/desk')

  await invite('Editor, Wakefield')
  const { link } = await mailTo(email, 2)
  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto(link)
  await elsewhere.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await elsewhere.locator('#email').fill(email)
  await elsewhere.locator('#password').fill('gammal båt under bron')
  await elsewhere.locator('#password').press('Enter')
  await elsewhere.waitForURL('**/invitation/*')
  await elsewhere.getByRole('button', { name: 'Accept the invitation' }).click()
  await elsewhere.waitForURL('**/en/desk')
  await elsewhere.locator('summary').filter({ hasText: 'Your account' }).first().click()
  await expect(elsewhere.getByText('Editor, Wakefield').first()).toBeVisible()
  // The first session has the role too, from its next request on.
  await bo.reload()
  await bo.locator('summary').filter({ hasText: 'Your account' }).first().click()
  await expect(bo.getByText('Editor, Wakefield').first()).toBeVisible()
})

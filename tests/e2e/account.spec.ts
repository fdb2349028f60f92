import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { mailTo } from './mailbox'
import { signedIn, unique } from './people'
import { expect, test } from './test'

const password = 'kotu mari beno suda levi'

/** An administrator as `npm run admin` makes one: outside the demonstration, so two-factor is obligatory. */
function linkFromTerminal(email: string): string {
  const printed = execFileSync(process.execPath, ['scripts/command.mjs', 'admin', email], {
    env: {
      ...process.env,
      DATABASE_URL: '',
      DATA_DIR: process.env.E2E_DATA_DIR ?? '.data-test/e2e',
      BUILD_DIR: '.build-e2e',
    },
    encoding: 'utf8',
  })
  const link = /https?:\/\/\S+/.exec(printed)?.[0] ?? ''
  return new URL(link).pathname
}

async function signIn(page: Page, email: string) {
  await page.goto('/en/sign-in')
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(password)
  await page.locator('#password').press('Enter')
}

/** Invites somebody as editor of Reggio Emilia, who accepts in a browser of their own. */
async function newEditor(admin: Page): Promise<{ page: Page; email: string }> {
  const email = `editor-${unique()}@example.eu`
  await admin.goto('/en/admin/invitations')
  await admin.locator('#email').fill(email)
  await admin.getByLabel('Role').first().selectOption({ label: 'Editor, Reggio Emilia' })
  await admin.getByRole('button', { name: 'Send the invitation' }).click()
  const { link } = await mailTo(email)
  const browser = admin.context().browser()
  if (browser === null) throw new Error('no browser')
  const page = await (await browser.newContext()).newPage()
  await page.goto(new URL(link ?? '').pathname)
  await page.locator('#name').fill(`Editor ${unique()}`)
  await page.locator('#password').fill(password)
  await page.getByRole('button', { name: 'Accept the invitation' }).click()
  await page.waitForURL('**/desk**')
  return { page, email }
}

async function openUser(admin: Page, email: string) {
  await admin.goto(`/en/admin/users?q=${encodeURIComponent(email)}`)
  await admin.locator('main a[href*="/admin/users/"]').filter({ hasText: 'Editor' }).first().click()
  await admin.waitForURL('**/admin/users/*')
}

test('an administrator of the terminal sets up two-factor before any role counts, and signs in with it', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const email = `admin-${unique()}@example.eu`
  await page.goto(linkFromTerminal(email))
  await page.locator('#password').fill(password)
  await page.getByRole('button', { name: 'Keep this password' }).click()
  await page.waitForURL('**/desk/account/two-factor')
  await expect(page.getByText('Your roles count as soon as it is set up')).toBeVisible()
  await page.goto('/en/admin/users')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up two-factor sign-in first')

  await page.getByRole('link', { name: 'Set up two-factor' }).click()
  await page.getByRole('button', { name: 'Set up two-factor' }).click()
  await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible()
  const key = (await page.locator('dd').first().innerText()).replace(/\s/g, '')
  const app = new TOTP({ secret: Secret.fromBase32(key) })
  await page.locator('#code').fill('000000')
  await page.locator('#code').press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'does not fit' })).toBeFocused()
  await page.locator('#code').fill(app.generate())
  await page.locator('#code').press('Enter')
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  // The role counts from now on, and the head of the page says so at once, with its way to the administration.
  await expect(page.locator('summary:visible').filter({ hasText: 'Your account' })).toContainText('Administrator')
  const recovery = await codes.first().innerText()
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await expect(page.getByText('On, 10 recovery codes left')).toBeVisible()
  await page.goto('/en/desk/account/two-factor')
  await expect(page.locator('main')).not.toContainText(recovery)
  await page.goto('/en/admin/users')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Users')

  // Signing out leaves nothing behind the back button.
  await page.locator('summary:visible').filter({ hasText: 'Your account' }).click()
  await page.locator('button:visible').filter({ hasText: 'Sign out' }).click()
  await page.waitForURL('**/en/map')
  await page.goBack()
  await page.waitForURL('**/sign-in?callbackUrl=*')
  await expect(page.locator('body')).not.toContainText(email)

  await signIn(page, email)
  await page.waitForURL('**/sign-in/code?*')
  expect((await page.request.get('/api/account/session')).status()).toBe(401)
  await page.getByRole('link', { name: 'Use a recovery code' }).click()
  await page.getByLabel('Recovery code').fill(recovery.toUpperCase())
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.waitForURL('**/desk**')
  await page.goto('/en/desk/account')
  await expect(page.getByText('On, 9 recovery codes left')).toBeVisible()
  expect((await mailTo(email, 2)).subject).toBe('A recovery code was used')
})

test('what an administrator takes away is gone in another browser at its next click', async ({ browser }) => {
  test.setTimeout(180_000)
  const admin = await signedIn(browser, 'admin')
  const { page, email } = await newEditor(admin)
  const save = () =>
    page.evaluate(async () => {
      const body = new URLSearchParams({ name: 'Latteria' })
      const answer = await fetch(`/api/drafts/actor/${crypto.randomUUID()}`, { method: 'POST', body })
      return answer.status
    })
  const statusOf = async (path: string) => (await page.goto(path))?.status()
  const deed = async (name: string | RegExp) => {
    await openUser(admin, email)
    await admin.getByRole('button', { name }).click()
    await admin.waitForURL('**done=*')
  }
  expect(await save()).toBe(200)

  // The session is ended while a form is open: the text stays, also through signing in again.
  await page.goto('/en/desk/actors/new')
  const name = `Latteria ${unique()}`
  await page.getByLabel('Kind').selectOption('association')
  await page.locator('[id="country"]').selectOption('IT')
  await page.locator('[id="name"]').fill(name)
  await expect(page.getByText(/Draft saved at/)).toBeVisible()
  await deed('End all sessions')
  await page.locator('[id="name"]').fill(`${name} bis`)
  await page.locator('[id="name"]').blur()
  await expect(page.getByRole('alert').filter({ hasText: 'You are signed out' })).toBeVisible()
  await page.getByRole('button', { name: 'Save draft' }).first().click()
  await expect(page.getByText('Sign in first. What you typed is kept.').first()).toBeVisible()
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(password)
  await page.locator('#password').press('Enter')
  await page.waitForURL('**/desk/actors/new?draft=*')
  await expect(page.locator('[id="name"]')).toHaveValue(`${name} bis`)
  await expect(page.getByText('You are signed in again').first()).toBeVisible()

  await deed(/^Take away the role/)
  expect(await save()).toBe(403)
  await page.getByRole('button', { name: 'Save draft' }).first().click()
  await expect(page.getByText('Your role does not allow this').first()).toBeVisible()
  expect(await statusOf('/en/desk/actors/new')).toBe(403)

  await openUser(admin, email)
  await admin.getByLabel('One more role').selectOption({ label: 'Editor, Reggio Emilia' })
  await admin.getByRole('button', { name: 'Give the role' }).click()
  await admin.waitForURL('**done=*')
  expect(await statusOf('/en/desk/actors/new')).toBe(200)

  await deed('Send the link')
  expect(await save()).toBe(401)
  await page.goto('/en/desk')
  await page.waitForURL('**/sign-in?callbackUrl=*')

  await signIn(page, email)
  await page.waitForURL('**/desk')
  await deed('Disable the account')
  expect(await save()).toBe(401)
  await page.goto('/en/desk')
  await page.waitForURL('**/sign-in?callbackUrl=*')
  await signIn(page, email)
  await expect(page.getByText('do not match').first()).toBeVisible()
})

test('one of two own sessions ends the other; a language, a new password and the own data', async ({ browser }) => {
  test.setTimeout(120_000)
  const admin = await signedIn(browser, 'admin')
  const { page, email } = await newEditor(admin)
  const other = await (await browser.newContext()).newPage()
  await signIn(other, email)
  await other.waitForURL('**/desk')
  await page.goto('/en/desk/account')
  await expect(page.getByText('This session')).toHaveCount(1)
  await page.getByRole('button', { name: /^End the session on/ }).click()
  await page.waitForURL('**done=ended')
  await other.goto('/en/desk')
  await other.waitForURL('**/sign-in?*')

  const data = await (await page.request.get('/api/account/data')).json()
  expect(data.account).toMatchObject({ email, roles: [{ role: 'editor', territory: 'reggio-emilia' }] })
  expect(JSON.stringify(data)).not.toMatch(/\$argon2|passwordHash|totp/i)

  await page.goto('/en/desk/account/password')
  await page.locator('#oldPassword').fill('not this one')
  await page.locator('#password').fill(`${password} anew`)
  await page.getByRole('button', { name: 'Keep the new password' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'not your present password' })).toBeFocused()
  await page.locator('#oldPassword').fill(password)
  await page.locator('#password').fill(`${password} anew`)
  await page.getByRole('button', { name: 'Keep the new password' }).click()
  await page.waitForURL('**done=password')

  await page.getByLabel('Language').selectOption('sv')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL('**/sv/desk/account?done=saved')

  await page.goto('/en/desk/account/delete')
  await page.locator('#proof').fill(`${password} anew`)
  await page.getByRole('button', { name: 'Delete my account for good' }).click()
  await page.waitForURL('**/sign-in/goodbye')
  await signIn(page, email)
  await expect(page.getByText('do not match').first()).toBeVisible()
})

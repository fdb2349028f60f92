import type { Page } from '@playwright/test'
import { mailsTo, mailTo } from './mailbox'
import { accountOf, signedIn, unique } from './people'
import { openSignInService, serviceAddress } from './sign-in-service'
import { expect, test } from './test'

const fill = async (page: Page, { email, password }: { email: string; password: string }) => {
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(password)
  await page.locator('#password').press('Enter')
}

for (const target of [
  '//evil.example',
  '/\\evil.example',
  'https:evil.example',
  'https://evil.example',
  '/%5cevil.example',
])
  test(`after signing in nobody is led to ${target}`, async ({ page, baseURL }) => {
    await page.goto(`/en/sign-in?callbackUrl=${encodeURIComponent(target)}`)
    await fill(page, accountOf('editor', 'valencia'))
    await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
    expect(new URL(page.url()).origin).toBe(baseURL)
  })

test('an address that is none is refused at its field, whatever it hides', async ({ page }) => {
  for (const email of ['a@b@example.eu', 'ada＠example.eu', 'ada@example', 'ada@example.eu, bo@example.eu', '']) {
    // Each on a page of its own: the answer to the one before looks the same.
    await page.goto('/en/sign-in/reset')
    await page.locator('#email').fill(email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      email === '' ? 'Fill this in.' : 'Not a mail address.',
    )
    await expect(page.locator('#email')).toHaveAttribute('aria-invalid', 'true')
  }
})

test('without script: a link is asked for, opened and used once; a stranger is told the same', async ({ browser }) => {
  const { email } = accountOf('editor', 'valencia')
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const askFor = async (address: string) => {
    await page.goto('/sv/sign-in/link')
    await page.locator('#email').fill(address)
    await page.getByRole('button', { name: 'Skicka länken' }).click()
    return (await page.getByRole('status').textContent())?.replace(address, '')
  }
  const before = mailsTo(email).length
  const stranger = `nobody-${unique()}@example.eu`
  expect(await askFor(stranger)).toBe(await askFor(email))
  const { link, subject } = await mailTo(email, before + 1)
  expect(subject).toBe('Din inloggningslänk')
  expect(mailsTo(stranger)).toEqual([])
  await page.goto(link)
  await page.goto(link) // looking does not use it up
  await page.getByRole('button', { name: 'Logga in nu' }).click()
  await page.waitForURL('**/sv/desk')
  const other = await (await browser.newContext()).newPage()
  expect((await other.goto(link))?.status()).toBe(410)
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Länken gäller inte längre')
  await context.close()
})

test('the cookie of a session that is over is taken away', async ({ browser }) => {
  const page = await signedIn(browser, 'editor', { territory: 'valencia' })
  const context = page.context()
  const live = await context.request.get('/api/auth/session')
  expect(await live.json()).toMatchObject({ user: { name: expect.any(String) } })
  const kept = (await context.cookies()).find(({ name }) => name.endsWith('atlas.session'))
  await page.locator('summary').filter({ hasText: 'Your account' }).first().click()
  await page.getByRole('button', { name: 'Sign out' }).first().click()
  await page.waitForURL('**/map')
  await context.addCookies(kept === undefined ? [] : [kept])
  const over = await context.request.get('/api/auth/session')
  expect(await over.json()).toEqual({})
  expect((await context.cookies()).find(({ name }) => name.endsWith('atlas.session'))).toBeUndefined()
})

test.describe('another sign-in service', () => {
  test.describe.configure({ mode: 'serial' })
  let service: Awaited<ReturnType<typeof openSignInService>>
  test.beforeAll(async () => (service = await openSignInService()))
  test.afterAll(() => service.close())
  const words = `Sign in with ${new URL(serviceAddress).host}`

  test('lets in whoever has an account at the address it has confirmed, where they wanted to go', async ({ page }) => {
    const { email } = accountOf('editor', 'valencia')
    service.names({ email: email.toUpperCase() })
    await page.goto('/en/sign-in?callbackUrl=%2Fen%2Fdesk%2Factors%2Fnew')
    await page.getByRole('link', { name: words }).click()
    await page.waitForURL('**/en/desk/actors/new?draft=*')
    expect((await page.context().cookies()).map(({ name }) => name)).toContain('atlas.device')
  })

  test('makes no account, and is not believed about an address it has not confirmed', async ({ page }) => {
    const { email } = accountOf('editor', 'valencia')
    for (const naming of [{ email: `nobody-${unique()}@example.eu` }, { email, verified: false }, { email: '' }]) {
      service.names(naming)
      await page.goto('/en/sign-in')
      await page.getByRole('link', { name: words }).click()
      await expect(page.getByRole('main').getByRole('alert')).toContainText('did not name a confirmed address')
    }
  })

  test('opens nothing with a token that is not for us', async ({ page }) => {
    const { email } = accountOf('editor', 'valencia')
    for (const wrong of ['nonce', 'audience', 'signature'] as const) {
      service.names({ email, wrong })
      await page.goto('/en/sign-in')
      await page.getByRole('link', { name: words }).click()
      await expect(page.getByRole('main').getByRole('alert')).toContainText('did not finish the sign-in')
    }
    service.names({ email, refuses: true })
    await page.getByRole('link', { name: words }).click()
    await expect(page.getByRole('main').getByRole('alert')).toContainText('did not finish the sign-in')
    expect(await (await page.request.get('/api/auth/session')).json()).toEqual({})
  })

  test('leads to no other site afterwards', async ({ page, baseURL }) => {
    service.names({ email: accountOf('editor', 'valencia').email })
    await page.goto('/api/auth/signin/oidc?callbackUrl=https%3A%2F%2Fevil.example%2Fdesk')
    await page.waitForURL((url) => !url.pathname.startsWith('/api/'))
    expect(new URL(page.url()).origin).toBe(baseURL)
  })
})

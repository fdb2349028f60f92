import { z } from 'zod'
import { signedIn, unique } from './people'
import { expect, test } from './test'

const made = z.object({ data: z.object({ id: z.string() }) })

test('a coordinator makes a key, a program writes a draft with it, the key is revoked', async ({
  browser,
  playwright,
  baseURL,
}) => {
  const page = await signedIn(browser, 'coordinator', { territory: 'reggio-emilia' })
  await page.getByRole('link', { name: 'API keys' }).click()
  await page.waitForURL('**/desk/api-keys')
  const name = `Register ${unique()}`
  const form = page.locator('#new').locator('..')
  await form.getByRole('button', { name: 'Make the key' }).click()
  await expect(page.getByRole('alert').filter({ has: page.locator('#error-summary') })).toBeFocused()
  await page.locator('#name').fill(name)
  await page.locator('#scope').selectOption('write')
  await page.locator('#name').press('Enter')
  await expect(page.getByRole('heading', { name: `The key “${name}”` })).toBeFocused()
  const token = (await page.getByText(/^atlas_[\w-]{32}$/).textContent()) ?? ''

  const program = await playwright.request.newContext({
    baseURL: baseURL ?? '',
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  const body = {
    kind: 'association',
    originalLanguage: 'it',
    country: 'IT',
    names: [{ kind: 'label', language: 'it', value: name }],
  }
  const answer = await program.post('/api/v1/actors', { data: body })
  expect(answer.status()).toBe(201)
  const { id } = made.parse(await answer.json()).data
  expect(
    (
      await program.patch(`/api/v1/actors/${id}`, { data: { city: 'Reggio' }, headers: { 'if-match': '"1"' } })
    ).status(),
  ).toBe(200)

  await page.getByRole('link', { name: 'I have kept it' }).click()
  await page.goto('/en/desk/api-keys')
  const row = page.getByRole('row').filter({ hasText: name })
  await expect(row).toContainText(token.slice(0, 12))
  expect(await page.content()).not.toContain(token)
  await row.getByRole('button', { name: `Revoke the key “${name}”` }).click()
  await page.waitForURL('**done=revoked')
  await expect(row).toContainText('Revoked')
  expect((await program.get(`/api/v1/actors/${id}`)).status()).toBe(401)
  await page.context().close()
  await program.dispose()
})

test('without script the key is shown too', async ({ browser }) => {
  const signed = await signedIn(browser, 'coordinator', { territory: 'valencia', locale: 'pl' })
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await signed.context().storageState(),
  })
  const page = await context.newPage()
  await page.goto('/pl/desk/api-keys')
  await page.locator('#name').fill(`Rejestr ${unique()}`)
  await page.locator('main form button[type=submit]').last().click()
  await expect(page.getByText(/^atlas_[\w-]{32}$/)).toBeVisible()
  await signed.context().close()
  await context.close()
})

import { signedIn } from './people'
import { expect, test } from './test'

test('a page of an older build: with script the form comes back filled, without it the text is told', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'editor', { territory: 'valencia' })
  await page.goto('/en/desk/account')
  const old = '40'.padEnd(42, 'a')
  await page.route('**/desk/account', (route) =>
    route.request().method() === 'POST'
      ? route.continue({ headers: { ...route.request().headers(), 'next-action': old } })
      : route.continue(),
  )
  await page.locator('#name').fill('Ada of the older page')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The atlas was updated while this page was open').first()).toBeVisible()
  await expect(page.locator('#name')).toHaveValue('Ada of the older page')
  await page.unroute('**/desk/account')

  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const bare = await plain.newPage()
  await bare.goto('/en/desk/account')
  const html = await bare.content()
  const id = /\{&quot;id&quot;:&quot;([\da-f]{42})&quot;/.exec(html)?.[1] ?? ''
  await bare.route('**/desk/account', async (route) => {
    const request = route.request()
    if (request.method() !== 'POST') return route.continue()
    const body = request
      .postDataBuffer()
      ?.toString('latin1')
      .replaceAll(/"id":"[\da-f]{42}"/g, `"id":"${old}"`)
    return route.continue({ postData: Buffer.from(body ?? '', 'latin1') })
  })
  expect(id).not.toBe('')
  await bare.locator('#name').fill('Ada without script')
  const [answer] = await Promise.all([
    bare.waitForResponse((response) => response.request().method() === 'POST'),
    bare.getByRole('button', { name: 'Save' }).click(),
  ])
  expect(answer.status()).toBe(409)
  await expect(bare.getByRole('heading', { level: 1 })).toHaveText('The atlas was updated while this page was open')
  await expect(bare.getByText('Ada without script')).toBeVisible()
  await plain.close()
})

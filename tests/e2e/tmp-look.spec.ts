import { test } from './test'
const looks = [
  { n: '1280-light', width: 1280, height: 800, scheme: 'light' },
  { n: '1280-dark', width: 1280, height: 800, scheme: 'dark' },
  { n: '390-light', width: 390, height: 800, scheme: 'light' },
  { n: '320-dark', width: 320, height: 700, scheme: 'dark' },
] as const
for (const look of looks)
  test(`look ${look.n}`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: look.width, height: look.height }, colorScheme: look.scheme })
    const page = await context.newPage()
    const shot = (name: string) => page.screenshot({ path: `/tmp/shots-search/${look.n}-${name}.png` })
    await page.goto('/en/about')
    await shot('about')
    await page.goto('/en/search?q=univrsity+reggio')
    await shot('corrected')
    await page.goto('/en/search?q=reggio+emilia')
    await page.screenshot({ path: `/tmp/shots-search/${look.n}-page.png`, fullPage: true })
    if (look.width > 1000) {
      await page.goto('/en/map')
      await page.getByRole('searchbox', { name: 'Search the whole register' }).focus()
      await page.keyboard.type('modena', { delay: 30 })
      await page.waitForTimeout(2500)
      await page.keyboard.press('ArrowDown')
      await shot('box')
    } else {
      await page.goto('/pl/search')
      await page.getByRole('main').getByRole('searchbox').focus()
      await page.keyboard.type('modena', { delay: 30 })
      await page.waitForTimeout(2500)
      await page.keyboard.press('ArrowDown')
      await shot('box')
    }
    await page.goto('/sv/search?q=zzzzz')
    await shot('empty')
  })

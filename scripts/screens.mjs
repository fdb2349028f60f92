// `npm run screens -- http://localhost:3000`: pictures of the main pages of a running demonstration, into docs/screens.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findBrowser } from './browser.mjs'
import { root } from './dependencies.mjs'
import { main, Refusal } from './steps.mjs'

const folder = join(root, 'docs/screens')
const sizes = { 1280: { width: 1280, height: 860 }, 390: { width: 390, height: 844 } }
const languages = ['en', 'it', 'es', 'sv', 'pl']

await main(async () => {
  const base = process.argv[2]
  if (!base) throw new Refusal('Say where the demonstration runs: npm run screens -- http://localhost:3000')
  mkdirSync(folder, { recursive: true })
  const { path, arguments: args, env } = await findBrowser()
  const browser = await chromium.launch({ executablePath: path, args, env: { ...process.env, ...env } })
  const slugOf = async (q) => {
    const answer = await fetch(`${base}/api/v1/actors?q=${encodeURIComponent(q)}&limit=5&sort=relations`)
    return (await answer.json()).data[0].slug
  }
  const [comune, unimore] = [await slugOf('comune di reggio emilia'), await slugOf('università modena reggio')]
  const pages = {
    map: '/map',
    'map-actor': `/map?actor=${comune}`,
    actor: `/actors/${unimore}`,
    territory: '/territories/reggio-emilia',
  }
  try {
    for (const scheme of ['light', 'dark'])
      for (const [width, viewport] of Object.entries(sizes)) {
        const context = await browser.newContext({ viewport, colorScheme: scheme })
        const page = await context.newPage()
        for (const [name, address] of Object.entries(pages)) {
          await page.goto(`${base}/en${address}`, { waitUntil: 'networkidle' })
          await page.waitForTimeout(1500) // the ground is drawn, lines have grown
          await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.png`) })
        }
        await signIn(page, base)
        await fillRelation(page, base, 'en')
        await page.screenshot({ path: join(folder, `relation-form-${width}-${scheme}.png`) })
        await context.close()
      }
    for (const language of languages) {
      const context = await browser.newContext({ viewport: sizes[1280], colorScheme: 'light' })
      const page = await context.newPage()
      await signIn(page, base)
      for (const form of ['actors', 'relations']) {
        await page.goto(`${base}/${language}/desk/${form}/new`, { waitUntil: 'networkidle' })
        await page.screenshot({ path: join(folder, `${form}-form-${language}.png`), fullPage: true })
      }
      await context.close()
    }
  } finally {
    await browser.close()
  }
})

async function signIn(page, base) {
  const accounts = JSON.parse(
    readFileSync(join(process.env.DATA_DIR ?? join(root, '.data'), 'demo-accounts.json'), 'utf8'),
  )
  const { email, password } = accounts.find(({ role, territory }) => role === 'editor' && territory === 'reggio-emilia')
  await page.goto(`${base}/en/sign-in`)
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(/desk/)
}

/** A twinning begun: one party chosen, the second being typed. */
async function fillRelation(page, base, language) {
  await page.goto(`${base}/${language}/desk/relations/new`, { waitUntil: 'networkidle' })
  await page.locator('select[name=type]').selectOption('twinning')
  const search = () => page.getByLabel('Add a party')
  await search().click()
  await page.keyboard.type('comune di reggio emilia', { delay: 20 })
  await page
    .getByRole('option', { name: /Municipality of Reggio Emilia/ })
    .first()
    .click()
  await page.waitForTimeout(500)
  await search().click()
  await page.keyboard.type('giro', { delay: 20 })
  await page
    .getByRole('option', { name: /Girona/ })
    .first()
    .waitFor()
  await page.waitForTimeout(700)
}

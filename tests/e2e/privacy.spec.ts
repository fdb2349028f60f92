import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { openEmbedded } from '../../scripts/database.mjs'
import { dumpOf, linesWith } from '../dump'
import { axeFaults } from './axe'
import { mailTo } from './mailbox'
import { signedIn, unique } from './people'
import { expect, test } from './test'

const dataDir = process.env.E2E_DATA_DIR ?? '.data-test/e2e'
const list = z.object({ data: z.array(z.object({ id: z.string(), slug: z.string() })).min(1) })

async function anActorOf(page: Page, territory: string) {
  const answer = await page.request.get(`/api/v1/actors?territory=${territory}&kind=enterprise&limit=100`)
  const { data } = list.parse(await answer.json())
  const found = data[Math.floor(Math.random() * data.length)]
  if (found === undefined) throw new Error('no actor')
  return found
}

/** Enters somebody who is to be published; the notice is on its way then. */
async function enter(editor: Page, actorId: string, person: { name: string; email: string }) {
  await editor.goto(`/en/desk/actors/${actorId}/persons/new`)
  await editor.locator('#name').fill(person.name)
  await editor.locator('#email').fill(person.email)
  await editor.locator('#phone').fill('+39 0522 445566')
  await editor.getByLabel('Why it may be kept').selectOption('legitimate_interests')
  await editor.getByLabel('Publish name and role?').selectOption('consent')
  await editor.getByLabel('Where it comes from').fill('card given at a fair')
  await editor.getByRole('button', { name: 'Save' }).click()
  await editor.waitForURL('**/desk/actors/*?done=person*')
}

/** Every address where records of the actor are read by whoever is not signed in. */
const channels = (slug: string, id: string, name: string) => [
  ...[`/en/actors/${slug}`, `/it/actors/${slug}`, `/en/actors/${slug}/write`, `/en/map?actor=${slug}`],
  ...[`/api/v1/actors/${slug}`, `/api/v1/actors/${id}`, `/api/v1/actors?q=${encodeURIComponent(name)}`],
  ...[`/en/actors?q=${encodeURIComponent(name)}`, `/en/map?q=${encodeURIComponent(name)}`, '/en/relations'],
  ...['/api/map/actors?zoom=20&bbox=10,44,11,45', `/api/map/relations?actor=${slug}`],
  ...['/sitemap.xml', '/sitemap-actors.xml', `/api/suggest/actors?q=${encodeURIComponent(name)}`],
]

test('somebody is entered, told, written to, objects and is erased', async ({ browser, page }) => {
  test.setTimeout(120_000)
  const mark = unique()
  const person = { name: `Zofia Kanarek${mark}`, email: `zofia.${mark}@example.eu` }
  const editor = await signedIn(browser, 'editor', { territory: 'reggio-emilia' })
  const { id, slug } = await anActorOf(page, 'reggio-emilia')
  await enter(editor, id, person)
  await expect(editor.getByRole('listitem').filter({ hasText: person.name })).toBeVisible()

  const notice = await mailTo(person.email)
  expect(notice.text).toContain('card given at a fair')
  await expect(async () => {
    await page.goto(`/en/actors/${slug}`)
    await expect(page.getByText(person.name, { exact: true })).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 15_000 })
  expect(await page.content()).not.toContain(person.email)

  await page.getByRole('link', { name: new RegExp(`Write.*${person.name}`) }).click()
  const visitor = `bo.${mark}@example.eu`
  await page.getByLabel('Your name').fill('Bo Ek')
  await page.getByLabel('Your e-mail').fill(visitor)
  await page.getByLabel('Message').fill('Do you know a distributor?')
  await page.getByRole('button', { name: 'Send me the link' }).click()
  await expect(page.getByText('Look into your mailbox')).toBeVisible()
  await page.goto((await mailTo(visitor)).link)
  await page.getByRole('button', { name: 'Send the message' }).click()
  await expect(page.getByRole('heading', { name: 'Your message is on its way' })).toBeVisible()
  const relayed = await mailTo(person.email, 2)
  expect(relayed.text).toContain('Do you know a distributor?')
  expect(relayed.head).toMatch(new RegExp(`^Reply-To:.*${visitor}`, 'm'))

  await page.goto(relayed.link)
  await expect(page.getByText('+39 0522 445566')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.getByText('Object', { exact: true }).click()
  await page.getByRole('button', { name: 'Object now' }).click()
  await expect(page.getByText('The entry is hidden everywhere.')).toBeVisible()
  const stranger = await (await browser.newContext()).newPage()
  for (const address of channels(slug, id, person.name)) {
    const body = await (await stranger.request.get(address)).text()
    const asked = [encodeURIComponent(person.name), person.name, encodeURIComponent(person.name).replaceAll('%20', '+')]
    const told = address.includes('q=') ? asked.reduce((text, word) => text.replaceAll(word, ''), body) : body
    expect(told, address).not.toContain(`Kanarek${mark}`)
  }

  await page.getByText('Have it erased', { exact: true }).click()
  await page.getByRole('button', { name: 'Erase now' }).click()
  await expect(page.getByText('Erased. No further mail')).toBeVisible()
  await expect(page.getByText('Nothing is held about this address.')).toBeVisible()
  await noTraceOf([person.name, person.email])
})

/** Nothing in a logical copy of the database (but the link of the page that is open), and in no file beside it. */
async function noTraceOf(words: readonly string[]) {
  const database = await openEmbedded(join(dataDir, 'postgres'))
  process.env.DATABASE_OWNER_URL = database.ownerUrl
  try {
    const left = linesWith(await dumpOf(), words)
    expect(left.filter((line) => !line.startsWith('public.mailed_token:'))).toEqual([])
  } finally {
    await database.stop()
  }
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.includes('postgres'),
  )
  for (const { parentPath, name } of files) {
    const text = readFileSync(join(parentPath, name), 'latin1')
    for (const word of words) expect(text.includes(word), name).toBe(false)
  }
}

test('a request about data is confirmed by mail, stands in the queue, and is answered', async ({ browser, page }) => {
  const mark = unique()
  const email = `asks.${mark}@example.eu`
  await page.goto('/en/privacy')
  await page.getByLabel('What do you ask for?').selectOption('access')
  await page.getByLabel('Your name').fill(`Asker ${mark}`)
  await page.locator('#email').fill(email)
  await page.getByLabel('Territory').selectOption({ label: 'Reggio Emilia' })
  await page.getByLabel('In your words').fill('What do you hold about me?')
  await page.getByRole('button', { name: 'File the request' }).click()
  await expect(page.getByText('One more step')).toBeVisible()
  await page.goto((await mailTo(email)).link)
  await page.getByRole('button', { name: 'Yes, file it' }).click()
  await expect(page.getByRole('heading', { name: 'Your request is filed' })).toBeVisible()

  const coordinator = await signedIn(browser, 'coordinator', { territory: 'reggio-emilia' })
  await coordinator.goto('/en/desk/privacy')
  await coordinator
    .getByRole('listitem')
    .filter({ hasText: `Asker ${mark}` })
    .getByRole('link')
    .click()
  await coordinator.getByRole('button', { name: 'Answer: done' }).click()
  await expect(coordinator.locator('main').getByRole('alert').first()).toBeFocused()
  await coordinator.getByLabel('What the sender reads').fill('Nothing is held about you.')
  await coordinator.getByRole('button', { name: 'Answer: done' }).click()
  await coordinator.waitForURL('**/desk/privacy?done=done')
  expect((await mailTo(email, 2)).text).toContain('Nothing is held about you.')
})

test('without script the forms say what is wrong and keep what was typed', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto('/en/privacy')
  await page.locator('#own-email').fill('not an address')
  await page.getByRole('button', { name: 'Send me the link' }).click()
  await expect(page.getByText('Not a mail address').first()).toBeVisible()
  await expect(page.locator('#own-email')).toHaveValue('not an address')
})

for (const [locale, width, colorScheme] of [
  ['en', 1280, 'light'],
  ['pl', 320, 'dark'],
] as const)
  test(`axe and the content policy find nothing on the pages of privacy (${locale}, ${width} px)`, async ({
    browser,
  }) => {
    test.setTimeout(90_000)
    const page = await signedIn(browser, 'admin', { locale })
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { id } = await anActorOf(page, 'reggio-emilia')
    const paths = ['privacy', 'privacy/own/none', 'privacy/request/none', 'message/none', 'message/sent']
    for (const path of [...paths, 'desk/privacy', 'admin/retention', `desk/actors/${id}/persons/new`]) {
      await page.goto(`/${locale}/${path}`)
      if (path.endsWith('new')) await page.locator('main form button[type=submit]').click()
      if (path === 'admin/retention') {
        await page.locator('button[value=dry]').click()
        await expect(page.locator('main [role=status]')).toBeVisible()
      }
      expect(await axeFaults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width)
    }
    expect(faults).toEqual([])
  })

import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { axeFaults } from './axe'
import { Keys } from './keys'
import { signedIn, unique } from './people'
import { expect, test } from './test'
import { aPhotograph } from '../builders/picture'

const list = z.object({ data: z.array(z.object({ id: z.string() })) })
const home = { territory: 'reggio-emilia' }

/** A draft of a relation, made as a program of the same page would; answers its id. */
async function givenDraft(page: Page, place: string): Promise<string> {
  const { data } = list.parse(await (await page.request.get('/api/v1/actors?territory=reggio-emilia&limit=1')).json())
  const holderId = data[0]?.id
  const parties = [
    { actorId: holderId, role: 'partner' },
    { country: 'ZA', placeName: place, role: 'partner' },
  ]
  return page.evaluate(
    async (said) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch('/api/v1/relations', { method: 'POST', headers, body: JSON.stringify(said) })
      return (answer.headers.get('location') ?? '').split('/').at(-1) ?? ''
    },
    { type: 'twinning', originalLanguage: 'it', holderId, parties },
  )
}

async function expectClean(page: Page) {
  expect(await axeFaults(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
}

const files = (page: Page) => page.getByRole('region', { name: 'Files' })

test('an editor attaches evidence by keyboard, the coordinator publishes, a visitor downloads it', async ({
  browser,
  page,
}) => {
  const editor = await signedIn(browser, 'editor', home)
  const place = `Polokwane ${unique()}`
  const id = await givenDraft(editor, place)
  await editor.goto(`/en/desk/relations/${id}`)
  await editor.getByRole('heading', { name: 'Files' }).scrollIntoViewIfNeeded()
  const keys = new Keys(editor)
  const chooser = editor.waitForEvent('filechooser')
  await editor.getByRole('button', { name: 'Choose files' }).focus()
  await keys.press('Enter')
  await (
    await chooser
  ).setFiles({ name: 'Delibera n. 12.txt', mimeType: 'text/plain', buffer: Buffer.from('Si delibera.') })
  await keys.tabTo(/^Title/)
  await keys.type('Resolution of the council')
  await keys.tabTo(/^Language of the document/)
  await keys.type('Ital')
  await keys.tabTo('Send the file')
  await keys.press('Enter')
  await expect(files(editor).getByRole('link', { name: 'Resolution of the council' })).toBeVisible()
  await expect(files(editor)).toContainText('1 file')
  await expect(files(editor)).toContainText('TXT, 0.1 kB, Italian')
  await expect(editor.getByRole('button', { name: 'Choose files' })).toBeFocused()
  await expectClean(editor)
  await page.goto(`/en/relations/${id}`)
  await expect(page.getByText('Resolution of the council')).toHaveCount(0)

  await editor.getByRole('button', { name: 'Submit for publication' }).first().click()
  await editor.waitForURL('**/desk?done=submit*')
  const coordinator = await signedIn(browser, 'coordinator', home)
  await coordinator.goto(`/en/desk/relations/${id}`)
  await coordinator.getByRole('button', { name: 'Publish', exact: true }).first().click()
  await coordinator.waitForURL('**/desk?done=publish*')

  await page.goto(`/en/relations/${id}`)
  const evidence = page.getByRole('region', { name: 'Evidence' })
  await expect(evidence).toContainText('TXT, 0.1 kB, Italian')
  const download = page.waitForEvent('download')
  await evidence.getByRole('link', { name: 'Resolution of the council' }).click()
  const got = await download
  expect(got.suggestedFilename()).toBe('Delibera n. 12.txt')
  expect(await readFile(await got.path(), 'utf8')).toBe('Si delibera.')
})

test('a picture needs words; what is refused or lost on the way keeps everything typed; an editor’s waits', async ({
  browser,
  page,
}) => {
  const coordinator = await signedIn(browser, 'coordinator', home)
  const id = await givenDraft(coordinator, `Gävle ${unique()}`)
  await coordinator.goto(`/en/desk/relations/${id}`)
  await coordinator.getByRole('button', { name: 'Publish', exact: true }).first().click()
  await coordinator.waitForURL('**/desk?done=publish*')

  const editor = await signedIn(browser, 'editor', home)
  await editor.setViewportSize({ width: 390, height: 800 })
  await editor.goto(`/en/desk/relations/${id}`)
  await expect(files(editor)).toContainText('waits until a coordinator takes it')
  const photograph = await aPhotograph({ width: 1600, height: 1200 })
  await editor.locator('input[type=file]').setInputFiles([
    { name: 'square.jpg', mimeType: 'image/jpeg', buffer: photograph },
    { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('<html><script>alert(1)</script></html>') },
  ])
  const card = (name: string) => files(editor).getByRole('form', { name })
  await card('page.png').getByLabel('Alternative text', { exact: true }).fill('Not a picture')
  await card('page.png').getByRole('button', { name: 'Send the file' }).click()
  await expect(card('page.png').getByRole('alert')).toContainText(
    'page.png was not sent. The content is not what the name',
  )
  await expect(card('page.png').getByLabel('Alternative text', { exact: true })).toHaveValue('Not a picture')
  await card('page.png').getByRole('button', { name: 'Leave it out' }).click()

  await card('square.jpg').getByRole('button', { name: 'Send the file' }).click()
  await expect(card('square.jpg').getByRole('alert')).toContainText('Say what the picture shows')
  const alt = card('square.jpg').getByLabel('Alternative text', { exact: true })
  await expect(alt).toBeFocused()
  await alt.fill('Two people on a square')
  await editor.route('**/api/files/**', (route) => route.abort(), { times: 1 })
  await card('square.jpg').getByRole('button', { name: 'Send the file' }).click()
  await expect(card('square.jpg').getByRole('alert')).toContainText('The connection was lost.')
  await expect(alt).toHaveValue('Two people on a square')
  await expectClean(editor)
  await card('square.jpg').getByRole('button', { name: 'Send the file' }).click()
  await expect(files(editor).getByText('Waits for a coordinator')).toBeVisible()
  await page.goto(`/en/relations/${id}`)
  await expect(page.getByAltText('Two people on a square')).toHaveCount(0)

  await coordinator.goto('/en/desk')
  await coordinator
    .getByRole('region', { name: /^Files to look at/ })
    .getByRole('link')
    .first()
    .click()
  await coordinator.waitForURL(`**/desk/relations/${id}*`)
  await files(coordinator).getByRole('button', { name: 'Take square.jpg', exact: true }).click()
  await expect(files(coordinator).getByText('Waits for a coordinator')).toHaveCount(0)
  await page.goto(`/en/relations/${id}`)
  const picture = page.getByAltText('Two people on a square')
  await expect(picture).toBeVisible()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100)
  const preview = await page.locator('meta[property="og:image"]').getAttribute('content')
  expect(preview).toMatch(/\/files\/[\da-f-]{36}\/share\.jpg$/)
  await expectClean(page)

  // Details, order and removal, with the focus where one was.
  await coordinator
    .locator('input[type=file]')
    .setInputFiles({ name: 'second.txt', mimeType: 'text/plain', buffer: Buffer.from('2') })
  await files(coordinator).getByRole('button', { name: 'Send the file' }).click()
  await files(coordinator).getByRole('button', { name: 'Move second.txt up' }).focus()
  await coordinator.keyboard.press('Enter')
  await expect(files(coordinator).getByRole('listitem').first()).toContainText('second.txt')
  await expect(files(coordinator).getByRole('button', { name: 'Move second.txt down' })).toBeFocused()
  await files(coordinator).getByText('Change the details: second.txt').click()
  const details = files(coordinator).getByRole('listitem').filter({ hasText: 'second.txt' })
  await details.getByLabel('Title').fill('The second one')
  await details.getByRole('button', { name: 'Save the details' }).click()
  await expect(files(coordinator).getByRole('link', { name: 'The second one' })).toBeVisible()
  await files(coordinator)
    .getByRole('button', { name: /^Remove\s*: The second one/ })
    .click()
  await coordinator.getByRole('button', { name: 'Remove the file' }).click()
  await expect(files(coordinator)).toContainText('1 file')
  await expect(files(coordinator).getByRole('link', { name: 'The second one' })).toHaveCount(0)

  // What is gone is still told of, by its name.
  await coordinator.goto(`/en/desk/relations/${id}/history`)
  const deeds = coordinator.getByRole('region', { name: 'Changes of its files' }).getByRole('listitem')
  await expect(deeds.first()).toContainText('File removed The second one')
  await expect(deeds.filter({ hasText: 'File accepted' })).toContainText('square.jpg')
  await expectClean(coordinator)
})

test('without script one file at a time, and after a refusal what was typed is there again', async ({ browser }) => {
  const editor = await signedIn(browser, 'editor', home)
  const id = await givenDraft(editor, `Łódź ${unique()}`)
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await editor.context().storageState(),
  })
  const page = await context.newPage()
  await page.goto(`/en/desk/relations/${id}`)
  const form = page.locator('form[action^="/api/files/"]')
  await form
    .locator('input[type=file]')
    .setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') })
  await form.getByLabel('Title').fill('The coat of arms')
  await form.getByRole('button', { name: 'Send the file' }).click()
  await expect(form).toContainText('SVG drawings are not taken')
  await expect(form.getByLabel('Title')).toHaveValue('The coat of arms')
  await form
    .locator('input[type=file]')
    .setInputFiles({ name: 'arms.txt', mimeType: 'text/plain', buffer: Buffer.from('arms') })
  await form.getByRole('button', { name: 'Send the file' }).click()
  await expect(page.getByRole('link', { name: 'The coat of arms' })).toBeVisible()
})

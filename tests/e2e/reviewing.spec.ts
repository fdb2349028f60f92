import type { Browser, Page } from '@playwright/test'
import { axeFaults } from './axe'
import { held } from './held'
import { dayAfter } from './judging'
import { mailTo } from './mailbox'
import { signedIn, unique } from './people'
import { expect, test } from './test'

const phone = { viewport: { width: 390, height: 844 }, locale: 'sv-SE' }
test.use({ actionTimeout: 15_000 })
const sentence = 'Vårt instrument finansierar nätverk, inte marknadsföring.'

/** A coordinator's group with one Swedish member, who accepts without a password, and a round of two practices for them. */
async function givenRound(
  browser: Browser,
  word: string,
): Promise<{ coordinator: Page; email: string; round: string }> {
  const coordinator = await signedIn(browser, 'coordinator', { territory: 'gavle' })
  await coordinator.goto('/en/desk/group/new')
  await coordinator.getByLabel('Name in English').fill(`Group ${word}`)
  await coordinator.getByRole('button', { name: 'Make the group' }).click()
  await expect(coordinator.getByRole('heading', { level: 1, name: `Group ${word}` })).toBeVisible()
  const address = new URL(coordinator.url()).pathname
  const email = `bedomare-${word}@example.eu`
  await coordinator.goto(`${address}/members/new`)
  await coordinator.getByLabel('Mail address').fill(email)
  await coordinator.getByLabel('Language of the mail').selectOption('sv')
  await coordinator.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(coordinator.getByText('Invitation sent')).toBeVisible()

  const member = await (await browser.newContext(phone)).newPage()
  await member.goto((await mailTo(email)).link)
  await member.getByLabel('Ditt namn').fill('Påhittad Bedömare')
  await expect(member.getByLabel('Lösenord')).toHaveCount(0)
  await member.getByRole('button', { name: 'Tacka ja' }).click()
  await member.waitForURL('**/sv/desk/group')
  await member.context().close()

  await coordinator.goto(`${address}/rounds/new`)
  await coordinator.getByLabel('Title', { exact: true }).fill(`Round ${word}`)
  await coordinator.getByLabel('Language of title and introduction').selectOption('en')
  const list = coordinator.getByRole('group', { name: 'Published', exact: true })
  for (const index of [0, 1]) await list.getByRole('checkbox').nth(index).check()
  await coordinator.getByLabel('Reviewers for each practice').fill('1')
  await coordinator.getByLabel('Last day').fill(dayAfter(10))
  await coordinator.getByRole('button', { name: 'See who judges what' }).click()
  await coordinator.getByRole('button', { name: 'Open the round and write to the reviewers' }).click()
  await expect(coordinator.getByText('0 of 2 reviews sent').first()).toBeVisible()
  return { coordinator, email, round: new URL(coordinator.url()).pathname }
}

/** A mark as it is chosen by thumb: the label is what is seen. */
const mark = (page: Page, criterion: string, value: number) =>
  page.getByRole('group', { name: criterion }).getByRole('radio', { name: new RegExp(`^${value}\\s*:`) })

test('from the mail to a sent review on a phone, in Swedish, through a lost connection and a closed tab', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const { coordinator, email } = await givenRound(browser, unique())
  const { link } = await mailTo(email, 2)
  const context = await browser.newContext(phone)
  let page = await context.newPage()

  // The link does nothing by itself; one button, and no password.
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Dina bedömningar' })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Öppna mina bedömningar' }).click()
  await page.waitForURL('**/sv/desk/reviews')
  await expect(page.getByText('0 av 2 bedömda')).toBeVisible()
  await expect(page.getByText(/, 24:00 CES?T$/)).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('main').getByRole('listitem').first().getByRole('link').click()
  await page.waitForURL(/\/desk\/reviews\/[\da-f-]{36}$/)
  const address = new URL(page.url()).pathname

  // The whole practice unfolds, the marks stand below it.
  await page.getByText(/^Läs allt/).click()
  await mark(page, 'Bevis på framgång', 4).check()
  await expect(page.getByText('Resultaten är mätta och har källor; lite saknas.').first()).toBeVisible()
  await mark(page, 'Överförbarhet', 5).check()
  await expect(page.getByText(/^Sparat \d/)).toBeVisible()
  await expect(page.getByText('4 svar saknas')).toBeVisible()

  // Without a connection everything stays on the device, and says so.
  await context.setOffline(true)
  await mark(page, 'Relevans', 2).check()
  const relevance = page.getByRole('group', { name: 'Relevans' })
  const why = relevance.getByRole('textbox')
  await why.fill('För kort')
  await expect(relevance.getByText(/tecken till behövs/)).toBeVisible()
  await why.fill(sentence)
  await expect(relevance.getByText('Tillräckligt lång')).toBeVisible()
  await expect(page.getByText('Sparat på den här enheten; skickas när du är uppkopplad igen.')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.close()

  // A new tab, with a connection: nothing is lost, and the server has it soon.
  await context.setOffline(false)
  page = await context.newPage()
  await page.goto(address)
  await expect(mark(page, 'Relevans', 2)).toBeChecked()
  await expect(mark(page, 'Överförbarhet', 5)).toBeChecked()
  await expect(page.getByRole('group', { name: 'Relevans' }).getByRole('textbox')).toHaveValue(sentence)
  // Sent by the new tab, or by the closed one as soon as there was a connection.
  await expect.poll(async () => (await page.request.get(address)).text()).toContain(sentence)
  await expect(page.getByText(/^Sparat \d/)).toBeVisible()
  // A connection that fails in the middle and comes back needs no reload.
  await context.setOffline(true)
  await mark(page, 'Tydlighet', 3).check()
  await expect(page.getByText(/^Sparat på den här enheten/)).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText(/^Sparat \d/)).toBeVisible({ timeout: 25_000 })

  // The button leads to what is missing, by keyboard, too.
  await page.getByRole('button', { name: 'Nästa betyg' }).click()
  await expect(mark(page, 'Kända resurser', 0)).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(mark(page, 'Kända resurser', 3)).toBeChecked()
  await page.getByRole('radio', { name: 'Bearbeta först' }).check()
  await expect(page.getByText('Inget saknas')).toBeVisible()
  const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(width).toBeLessThanOrEqual(0)
  // A mark that is chosen while the form is on its way, which it loses: the mark stays.
  const lost = await held(page)
  await page.getByRole('button', { name: 'Se över och skicka' }).click()
  await mark(page, 'Kända resurser', 4).check()
  lost.lose()
  await expect(page.getByRole('alert').filter({ hasText: /uppkoppl/ })).toBeVisible()
  await expect(mark(page, 'Kända resurser', 4)).toBeChecked()
  await mark(page, 'Kända resurser', 3).check()
  await page.getByRole('button', { name: 'Se över och skicka' }).click()
  await page.waitForURL('**/summary')
  await expect(page.getByRole('row', { name: /Överförbarhet/ })).toContainText('5 av 5')
  await expect(page.getByText('17 av 25')).toBeVisible()
  await expect(page.getByText(sentence)).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Skicka bedömningen' }).click()
  await expect(page.getByRole('heading', { name: 'Tack, din bedömning är skickad' })).toBeVisible()
  await expect(page.getByText('Ett exempel återstår för dig.')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('atlas.form:')))).toEqual(
    [],
  )

  // What was sent can be changed; the used link offers a new one and gives nothing to anybody else.
  await page.goto(address)
  await expect(page.getByText(/^Du skickade bedömningen/)).toBeVisible()
  await expect(mark(page, 'Kända resurser', 3)).toBeChecked()
  const stranger = await (await browser.newContext(phone)).newPage()
  expect((await stranger.goto(link))?.status()).toBe(410)
  await stranger.getByRole('button', { name: 'Skicka en ny länk' }).click()
  await expect(stranger.getByText(/en ny länk på väg/)).toBeVisible()
  expect((await mailTo(email, 3)).subject).toBe('Din nya länk till bedömningarna')
  expect((await coordinator.goto(address.replace('/sv/', '/en/')))?.status()).toBe(404)
})

test('two devices, a round that closes, and a page without a script', async ({ browser }) => {
  test.setTimeout(240_000)
  const { coordinator, email, round } = await givenRound(browser, unique())
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  await page.goto((await mailTo(email, 2)).link)
  await page.getByRole('button', { name: 'Öppna mina bedömningar' }).click()
  await page.waitForURL('**/sv/desk/reviews')
  await page.getByRole('main').getByRole('listitem').first().getByRole('link').click()
  await page.waitForURL(/\/desk\/reviews\/[\da-f-]{36}$/)
  await expect(page.getByRole('group', { name: 'Tydlighet' })).toBeVisible()

  // The same review in another window, which saves first: the second is told, and chooses.
  const other = await context.newPage()
  await other.goto(page.url())
  await mark(other, 'Tydlighet', 5).check()
  await expect(other.getByText(/^Sparat \d/)).toBeVisible()
  await mark(page, 'Tydlighet', 4).check()
  await expect(page.getByRole('heading', { name: 'Bedömningen har ändrats på en annan enhet' })).toBeVisible()
  await page.getByRole('radio', { name: /Sparat någon annanstans/ }).check()
  await page.getByRole('button', { name: 'Fortsätt med dessa' }).click()
  await expect(mark(page, 'Tydlighet', 5)).toBeChecked()
  await other.close()

  // A plain form: kept by a button, refused field by field.
  const plain = await browser.newContext({
    ...phone,
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  })
  const bare = await plain.newPage()
  await bare.goto(page.url())
  await mark(bare, 'Bevis på framgång', 1).check({ force: true })
  await bare.getByRole('button', { name: 'Spara utkastet' }).click()
  await expect(mark(bare, 'Bevis på framgång', 1)).toBeChecked()
  await bare.getByRole('button', { name: 'Se över och skicka' }).click()
  await expect(bare.getByRole('alert')).toContainText('Bevis på framgång: Ett betyg på 2 eller lägre behöver en mening')
  await plain.close()

  // The round closes while somebody types: the text stays, to be read and copied.
  await page.reload()
  await page.getByLabel('Allmän synpunkt').fill('Skrivet i sista minuten')
  await context.setOffline(true)
  await page.getByLabel('Allmän synpunkt').fill('Skrivet i sista minuten, och lite till')
  await coordinator.goto(round)
  await coordinator.getByText('Close the round now', { exact: true }).click()
  await coordinator.getByRole('button', { name: 'Close the round', exact: true }).click()
  await expect(coordinator.getByText('Round closed')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText(/^Omgången stängdes/)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('textbox', { name: 'Sparat på den här enheten, aldrig skickat' })).toHaveValue(
    /Skrivet i sista minuten, och lite till/,
  )
  expect(await axeFaults(page)).toEqual([])
})

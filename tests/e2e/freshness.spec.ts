import type { Page } from '@playwright/test'
import { z } from 'zod'
import { linkOf } from '../letter'
import { axeFaults } from './axe'
import { mailsTo, mailTo } from './mailbox'
import { signedIn, unique } from './people'
import { expect, test } from './test'

// The mail of a round comes to a holder; a visitor's suggestion goes to a coordinator and back.

const relations = z.object({
  data: z.array(z.object({ slug: z.string(), holder: z.object({ id: z.string() }).nullable() })).min(1),
})

/** Gives the body that holds most relations of Gävle a mailbox of its own. */
async function givenMailbox(coordinator: Page): Promise<string> {
  const email = `world-${unique()}@holder.example`
  const answer = await coordinator.request.get('/api/v1/relations?territory=gavle&limit=50')
  const held = relations.parse(await answer.json()).data.flatMap(({ holder }) => holder?.id ?? [])
  for (const id of new Set(held)) {
    const form = await coordinator.goto(`/en/desk/actors/${id}`)
    if (form?.status() !== 200) continue // kept by somebody else
    await coordinator.locator('#email').fill(email)
    await coordinator.getByRole('button', { name: 'Save changes' }).first().click()
    await coordinator.waitForURL('**?done=saved*')
    return email
  }
  throw new Error('no holder of Gävle is kept by Gävle')
}

test('a holder confirms from a mail in one click without an account; the coordinator sees who did not', async ({
  browser,
}) => {
  const coordinator = await signedIn(browser, 'coordinator', { territory: 'gavle' })
  const email = await givenMailbox(coordinator)
  await coordinator.goto('/en/desk/verification')
  for (let starts = 0; starts < 5 && mailsTo(email).length === 0; starts++) {
    await coordinator.getByRole('button', { name: 'Ask now' }).click()
    await coordinator.waitForURL('**asked=*')
    await expect(coordinator.getByText('queued').first()).toBeVisible()
    await coordinator.waitForTimeout(1500)
  }
  const { link, subject } = await mailTo(email)
  expect(subject).not.toBe('')
  const context = await browser.newContext()
  const holder = await context.newPage()
  await holder.goto(link)
  await expect(holder.getByRole('main').getByRole('button')).toHaveCount(1)
  expect(await axeFaults(holder)).toEqual([])
  await holder.getByRole('main').getByRole('button').click()
  await holder.waitForURL('**done=confirmed')
  // The link has served: it offers a new one to the same address.
  await holder.goto(link)
  await expect(holder.getByRole('main').getByRole('button')).toHaveCount(1)
  await coordinator.goto('/en/desk/verification')
  const tabs = coordinator.getByRole('navigation', { name: 'Questions by state' })
  await expect(tabs.getByRole('link', { name: /^Confirmed [1-9]/ })).toBeVisible()
  const file = await coordinator.request.get(
    (await coordinator.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')) ?? '',
  )
  expect(await file.text()).toMatch(new RegExp(`${email},\\d{4}-\\d\\d-\\d\\d,,confirmed`))
  await context.close()
})

const practices = z.object({
  data: z.array(z.object({ slug: z.string(), inCharge: z.object({ id: z.string() }).nullable() })).min(1),
})
const practice = z.object({ data: z.object({ verifiedAt: z.string().nullable() }) })

test('who is in charge of a practice confirms it from a mail, and by a new link says what has changed', async ({
  browser,
}) => {
  const coordinator = await signedIn(browser, 'coordinator', { territory: 'valencia' })
  const listed = await coordinator.request.get('/api/v1/practices?territory=valencia&limit=1')
  const [found] = practices.parse(await listed.json()).data
  const slug = found?.slug ?? ''
  const stored = async () =>
    practice.parse(await (await coordinator.request.get(`/api/v1/practices/${slug}`)).json()).data
  expect((await stored()).verifiedAt).toBe(null)
  const email = `practice-${unique()}@holder.example`
  await coordinator.goto(`/en/desk/actors/${found?.inCharge?.id}`)
  await coordinator.locator('#email').fill(email)
  await coordinator.getByRole('button', { name: 'Save changes' }).first().click()
  await coordinator.waitForURL('**?done=saved*')

  // The organisation is asked about itself and its relations, too: these are the questions about the practice.
  const title = 'VIT Emprende: a city network of innovative entrepreneurs'
  const asked = () => mailsTo(email).filter(({ text }) => text.includes(title))
  const newest = async (nth: number) => {
    await expect.poll(() => asked().length, { timeout: 15_000 }).toBe(nth)
    const letter = asked().at(-1)
    return letter === undefined ? '' : linkOf(letter).replace(/\/\w\w\/still-true/, '/en/still-true')
  }
  await coordinator.goto('/en/desk/verification')
  for (let starts = 0; starts < 5 && asked().length === 0; starts++) {
    await coordinator.getByRole('button', { name: 'Ask now' }).click()
    await coordinator.waitForURL('**asked=*')
    await expect(coordinator.getByText('queued').first()).toBeVisible()
    await coordinator.waitForTimeout(1500)
  }
  const holder = await (await browser.newContext()).newPage()
  const main = holder.getByRole('main')
  const first = await newest(1)
  await holder.goto(first)
  await expect(main).toContainText('is in charge of this good practice')
  await expect(main).toContainText(title)
  expect(await axeFaults(holder)).toEqual([])
  expect((await stored()).verifiedAt).toBe(null)
  await main.getByRole('button', { name: 'Still true' }).click()
  await holder.waitForURL('**done=confirmed')
  expect((await stored()).verifiedAt).toContain(new Date().toISOString().slice(0, 10))
  await main.getByRole('link', { name: 'Open the record' }).click()
  await holder.waitForURL(`**/practices/${slug}`)
  await expect(main.getByText(/^Confirmed \w+ \d{4}/).first()).toBeVisible()

  // The link has served; a new one comes to the same address, and says what is not true any more.
  await holder.goto(first)
  await expect(main.getByRole('heading', { name: 'This link was used, or is too old' })).toBeVisible()
  await main.getByRole('button', { name: 'Send a new link' }).click()
  await holder.waitForURL('**done=renewed')
  await holder.goto(await newest(2))
  await main.getByRole('link', { name: 'Something changed' }).click()
  const words = `The network has a new address, ${unique()}.`
  await main.getByLabel('In your own words').fill(words)
  expect(await axeFaults(holder)).toEqual([])
  await main.getByRole('button', { name: 'Send' }).click()
  await holder.waitForURL('**done=changed')
  await expect(main.getByRole('heading', { name: 'Sent to whoever keeps the record' })).toBeVisible()
  await coordinator.goto('/en/desk')
  await coordinator.getByRole('listitem').filter({ hasText: words }).first().getByRole('link').click()
  await expect(coordinator.getByRole('main')).toContainText(email)
  await holder.context().close()
  await coordinator.context().close()
})

test('a visitor suggests a correction without an account, the coordinator takes it up, thanks come by mail', async ({
  browser,
}) => {
  const email = `anna-${unique()}@example.org`
  const founded = '1951'
  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  const answer = await visitor.request.get('/api/v1/actors?territory=valencia&kind=enterprise&limit=1')
  const { slug } = z.object({ data: z.array(z.object({ slug: z.string() })).min(1) }).parse(await answer.json())
    .data[0] ?? {
    slug: '',
  }
  await visitor.goto(`/en/actors/${slug}`)
  await visitor.getByRole('link', { name: 'Suggest a correction' }).click()
  const form = visitor.getByRole('main')
  await form.getByLabel('Your e-mail address').fill('nobody@@example')
  await form.getByRole('button').click()
  await expect(form.getByRole('alert')).toContainText('Not a mail address')
  await form.getByLabel('Founded').fill(founded)
  await form.getByLabel('In your own words').fill('See the register of companies.')
  await form.getByLabel('Your e-mail address').fill(email)
  await visitor.waitForTimeout(2100) // nobody reads faster
  await form.getByRole('button').click()
  await expect(visitor.getByRole('heading', { name: 'One click is missing' })).toBeVisible()
  await visitor.goto((await mailTo(email)).link)
  await expect(visitor.getByRole('main')).toContainText('See the register of companies.')
  await visitor.getByRole('main').getByRole('button', { name: 'Send it on' }).click()
  await expect(visitor.getByRole('heading', { name: 'Sent' })).toBeVisible()

  const coordinator = await signedIn(browser, 'coordinator', { territory: 'valencia' })
  const row = coordinator.getByRole('listitem').filter({ hasText: 'See the register of companies.' }).first()
  await row.getByRole('link').click()
  await expect(coordinator.getByRole('main')).toContainText(email)
  await coordinator.getByLabel('Answer to the sender').fill('Right, thank you.')
  await coordinator.getByRole('button', { name: 'Take up what is ticked' }).click()
  await coordinator.waitForURL('**done=accepted')
  const thanks = await mailTo(email, 2)
  expect(thanks.text).toContain('Right, thank you.')
  await visitor.goto(`/en/actors/${slug}`)
  await expect(visitor.getByRole('main')).toContainText(founded)
  await visitor.context().close()
})

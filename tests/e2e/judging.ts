import { type Browser, expect, type Page } from '@playwright/test'
import { mailTo } from './mailbox'

/** The day so many days from now, as a date field takes it. */
export const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Makes a group of a territory and invites members, who accept; returns its address, their mail addresses and pages. */
export async function groupWith(
  browser: Browser,
  coordinator: Page,
  { word, members, isShown = false }: { word: string; members: number; isShown?: boolean },
) {
  await coordinator.goto('/en/desk/group')
  await coordinator.getByRole('link', { name: 'Make a group' }).first().click()
  const territory = coordinator.getByLabel('Territory', { exact: true })
  if (await territory.isVisible()) await expect(territory).not.toHaveValue('')
  await coordinator.getByLabel('Name in English').fill(`Group ${word}`)
  if (isShown) await coordinator.getByLabel('Mention the group on the territory’s page').check()
  await coordinator.getByRole('button', { name: 'Make the group' }).click()
  await expect(coordinator.getByRole('heading', { level: 1, name: `Group ${word}` })).toBeVisible()
  const address = new URL(coordinator.url()).pathname
  const mails = Array.from({ length: members }, (_, index) => `judge${index}-${word}@example.eu`)
  for (const email of mails) {
    await coordinator.goto(`${address}/members/new`)
    await coordinator.getByLabel('Mail address').fill(email)
    await coordinator.getByLabel('Language of the mail').selectOption('en')
    await coordinator.getByRole('button', { name: 'Send the invitation' }).click()
    await expect(coordinator.getByText('Invitation sent')).toBeVisible()
  }
  const judges = await Promise.all(mails.map((email, index) => accepted(browser, email, `Judge ${index} ${word}`)))
  return { address, mails, judges }
}

/** Somebody who was invited says yes, in a browser of their own. */
async function accepted(browser: Browser, email: string, name: string): Promise<Page> {
  const member = await (await browser.newContext()).newPage()
  await member.goto((await mailTo(email)).link)
  await member.getByLabel('Your name').fill(name)
  await member.getByRole('button', { name: 'Accept the invitation' }).click()
  await member.waitForURL('**/en/desk/group')
  return member
}

/** Fills the form of a round: practices by their titles, or so many of the first that are published. */
export async function fillRound(
  page: Page,
  { title, practices, each }: { title: string; practices: number | readonly string[]; each: number },
) {
  await page.getByLabel('Title', { exact: true }).fill(title)
  await page.getByLabel('Language of title and introduction').selectOption('en')
  const list = page.getByRole('group', { name: 'Practices', exact: true })
  if (typeof practices === 'number') {
    const published = page.getByRole('group', { name: 'Published', exact: true })
    for (let index = 0; index < practices; index++) await published.getByRole('checkbox').nth(index).check()
  } else for (const name of practices) await list.getByRole('checkbox', { name }).check()
  await page.getByLabel('Reviewers for each practice').fill(String(each))
  await page.getByLabel('Last day').fill(dayAfter(10))
}

/** Fills the form of a round and opens it as the balance proposes; returns its address. */
export async function openRound(
  page: Page,
  round: Parameters<typeof fillRound>[1] & { quorum: number; asked: number },
) {
  await fillRound(page, round)
  await page.getByLabel('Quorum').fill(String(round.quorum))
  await page.getByRole('button', { name: 'See who judges what' }).click()
  await page.getByRole('button', { name: 'Open the round and write to the reviewers' }).click()
  await expect(page.getByText(`0 of ${round.asked} reviews sent`).first()).toBeVisible()
  return new URL(page.url()).pathname
}

const criteria = ['Evidence of success', 'Transferability', 'Relevance', 'Clarity', 'Resources known'] as const

/** A reviewer comes from the mail that asks them, where nobody is signed in, without a password. */
export async function enter(judge: Page, email: string): Promise<void> {
  await judge.context().clearCookies()
  await judge.goto((await mailTo(email, 2)).link)
  await judge.getByRole('button', { name: 'Open my reviews' }).click()
  await judge.waitForURL('**/en/desk/reviews')
}

/** Opens what one is asked to judge. */
export async function openReview(judge: Page, practice: string): Promise<void> {
  await judge.goto('/en/desk/reviews')
  await judge.getByRole('main').getByRole('link', { name: practice }).click()
  await expect(judge.getByRole('heading', { level: 1, name: practice })).toBeVisible()
  await expect(judge.getByRole('button', { name: 'Next mark' })).toBeVisible()
}

/** Judges a practice and sends it: a mark for everything, another for the last criterion, a remark where one is due. */
export async function judge(
  reviewer: Page,
  practice: string,
  { mark, resources = mark, why, general }: { mark: number; resources?: number; why?: string; general?: string },
): Promise<void> {
  await openReview(reviewer, practice)
  for (const [index, criterion] of criteria.entries()) {
    const value = index === criteria.length - 1 ? resources : mark
    const group = reviewer.getByRole('group', { name: criterion })
    await group.getByRole('radio', { name: new RegExp(`^${value}\\s*:`) }).check()
    if (why !== undefined && index === criteria.length - 1) await group.getByRole('textbox').fill(why)
  }
  if (general !== undefined) await reviewer.getByLabel('General remark').fill(general)
  await reviewer.getByRole('radio', { name: 'Publish', exact: true }).check()
  await reviewer.getByRole('button', { name: 'Look over and send' }).click()
  await reviewer.waitForURL('**/summary')
  await reviewer.getByRole('button', { name: 'Send the review' }).click()
  await expect(reviewer.getByRole('heading', { name: 'Thank you, your review is sent' })).toBeVisible()
}

/** Closes a round before its day. */
export async function closeRound(coordinator: Page, round: string): Promise<void> {
  await coordinator.goto(round)
  await coordinator.getByText('Close the round now', { exact: true }).click()
  await coordinator.getByRole('button', { name: 'Close the round', exact: true }).click()
  await expect(coordinator.getByText('Round closed')).toBeVisible()
}

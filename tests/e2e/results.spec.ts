import { axeFaults } from './axe'
import { held } from './held'
import { signedIn } from './people'
import { expect, test } from './test'

/** A day and an hour in Stockholm. */
const wall = (at: Date) => ({
  day: at.toLocaleDateString('sv', { timeZone: 'Europe/Stockholm' }),
  time: at.toLocaleTimeString('sv', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' }),
})

test('of a round that is over: the zero is discussed, the remark answered, the decision recorded, the result published and read by a visitor', async ({
  browser,
  page,
}) => {
  test.setTimeout(180_000)
  const coordinator = await signedIn(browser, 'coordinator', { territory: 'gavle' })
  await coordinator.goto('/en/desk/group/grupp-gavle')
  await coordinator
    .getByRole('link', { name: /^Prövoomgång/ })
    .first()
    .click()
  await coordinator.getByRole('link', { name: 'Results', exact: true }).click()
  await expect(coordinator.getByRole('heading', { level: 1, name: 'Results' })).toBeVisible()
  await expect(coordinator.getByRole('main')).toContainText('nobody')
  const table = coordinator.getByRole('table', { name: 'Practices' })
  await expect(table.getByRole('row').filter({ hasText: 'Silesian' })).toContainText('Good')
  await expect(table.getByRole('row').filter({ hasText: 'Bondholder' })).toContainText('On hold')
  expect(await axeFaults(coordinator)).toEqual([])
  const results = coordinator.url()

  await table.getByRole('link', { name: /Bondholder/ }).click()
  await expect(coordinator.getByRole('main')).toContainText('1 review gives a zero')
  const publication = coordinator.getByRole('region', { name: 'Publication' })
  await expect(publication.getByRole('listitem')).toHaveText([
    'the group has discussed the zero',
    '1 more remark is answered by the side of the practice',
  ])
  await expect(publication.getByRole('button')).toHaveCount(0)
  expect(await axeFaults(coordinator)).toEqual([])
  const outcome = coordinator.url()
  const practiceId = new URL(outcome).pathname.split('/').at(-1) ?? ''

  const side = await signedIn(browser, 'admin')
  await side.setViewportSize({ width: 390, height: 844 })
  await side.goto(`/en/desk/practices/${practiceId}/remarks`)
  const form = side.getByRole('form', { name: 'Answer to the remark on “Resources known”' })
  await form.getByText('Not accepted').click()
  // What is chosen while the form is being sent is newer than the answer.
  const refused = await held(side)
  await form.getByRole('button', { name: 'Answer' }).click()
  await form.getByRole('radio', { name: /^Partly/ }).check()
  refused.release()
  await expect(form).toContainText('Say why, in a sentence.')
  await expect(form.getByRole('radio', { name: /^Partly/ })).toBeChecked()
  await form.getByText('Not accepted').click()
  await form.getByRole('textbox', { name: /^Why/ }).fill('The fee is not public.')
  expect(await axeFaults(side)).toEqual([])
  expect(await side.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
  await form.getByRole('button', { name: 'Answer' }).click()
  await expect(side.getByText('The answer is saved.')).toBeVisible()
  await expect(side.getByRole('main')).toContainText('All remarks are answered.')

  const { day, time } = wall(new Date(Date.now() - 120_000))
  await coordinator.goto('/en/desk/group/grupp-gavle/meetings/new')
  await coordinator.getByLabel('Day', { exact: true }).fill(day)
  await coordinator.getByLabel('Begins at').fill(time)
  await coordinator.getByRole('button', { name: 'Plan the meeting' }).click()
  await expect(coordinator.getByText('Meeting planned')).toBeVisible()
  await coordinator.getByRole('link', { name: 'Record', exact: true }).click()
  const decision = coordinator.getByRole('region', { name: 'Record a decision' })
  await decision.getByRole('textbox', { name: /^Decision/ }).fill('We take it up once the fee is known.')
  await decision.getByRole('checkbox').first().check()
  await decision
    .getByLabel(/^About a practice of a round/)
    .selectOption({ label: 'Wakefield Bondholder Scheme: firms promote their district' })
  await decision.getByLabel(/^What becomes of it/).selectOption({ label: 'Revise first' })
  await decision.getByRole('button', { name: 'Record the decision' }).click()
  await expect(coordinator.getByRole('region', { name: 'Decisions' })).toContainText('Revise first')

  await coordinator.goto(outcome)
  await expect(coordinator.getByRole('region', { name: 'Decision of the group' })).toContainText(
    'once the fee is known',
  )
  await publication.getByLabel(/^Tell the decision/).check()
  await publication.getByRole('button', { name: 'Publish the result' }).click()
  await expect(coordinator.getByText('The result is published.')).toBeVisible()

  await coordinator.getByRole('link', { name: 'Practice', exact: true }).click()
  await coordinator.waitForURL('**/en/practices/*')
  const address = new URL(coordinator.url()).pathname
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(address)
  const judged = page.getByRole('region', { name: 'Judged by a stakeholder group' })
  await expect(judged).toContainText('from 3 reviews')
  await expect(judged).toContainText('Demonstration: invented marks, nobody')
  await expect(judged).toContainText('We take it up once the fee is known.')
  await expect(judged).not.toContainText('Påhittad medlem')
  expect(await axeFaults(page)).toEqual([])
  for (const path of [results, outcome]) expect((await page.goto(path))?.url()).toContain('/sign-in')
})

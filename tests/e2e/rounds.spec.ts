import { axeFaults } from './axe'
import { dayAfter, fillRound, groupWith } from './judging'
import { mailsTo, mailTo } from './mailbox'
import { signedIn, unique } from './people'
import { expect, test } from './test'

test('coordinators of two groups open rounds with three practices and six reviewers; one is extended, reminded and closed', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const word = unique()
  const valencia = await signedIn(browser, 'coordinator', { territory: 'valencia' })
  const { address, mails, judges } = await groupWith(browser, valencia, { word, members: 3 })

  // Nothing chosen: each fault is told at its field, and what was typed stays.
  await valencia.goto(`${address}/rounds/new`)
  await valencia.getByLabel('Title', { exact: true }).fill(`Round ${word}`)
  await valencia.getByRole('button', { name: 'See who judges what' }).click()
  const alert = valencia.getByRole('alert', { name: /to correct/ })
  await expect(alert).toContainText('Practices: Choose at least one practice.')
  await expect(valencia.getByLabel('Title', { exact: true })).toHaveValue(`Round ${word}`)

  // A practice is found by words, and stays ticked while others are looked for; a page that was closed loses nothing.
  const choices = valencia.getByRole('group', { name: 'Practices', exact: true })
  const bondholder = choices.getByRole('checkbox', { name: /Bondholder/ })
  await valencia.getByLabel('Find a practice').fill('bondhol')
  await expect(choices.getByRole('status')).toHaveText('One practice carries these words.')
  await bondholder.check()
  await valencia.getByLabel('Find a practice').fill('no such words')
  await expect(choices.getByRole('status')).toHaveText('No practice carries these words.')
  await expect(bondholder).toBeChecked()
  await expect(choices.getByRole('checkbox')).toHaveCount(1)
  expect(await axeFaults(valencia)).toEqual([])
  await valencia.reload()
  await expect(valencia.getByText('What you typed on this device before is here again.')).toBeVisible()
  await expect(valencia.getByLabel('Title', { exact: true })).toHaveValue(`Round ${word}`)
  await expect(bondholder).toBeChecked()
  await valencia.getByRole('button', { name: 'Begin anew' }).click()
  await expect(valencia.getByLabel('Title', { exact: true })).toHaveValue('')
  await expect(bondholder).not.toBeChecked()
  await fillRound(valencia, { title: `Round ${word}`, practices: 3, each: 2 })
  await valencia.getByRole('button', { name: 'See who judges what' }).click()
  const grid = valencia.getByRole('region', { name: 'Practices and reviewers' })
  await expect(grid.getByRole('checkbox', { checked: true })).toHaveCount(6)
  await expect(grid.getByRole('columnheader', { name: `Judge 1 ${word} 2 practices` })).toBeVisible()
  expect(await axeFaults(valencia)).toEqual([])
  await valencia.setViewportSize({ width: 390, height: 844 })
  await expect(grid).toBeVisible()
  expect(await valencia.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
  expect(await axeFaults(valencia)).toEqual([])
  await valencia.setViewportSize({ width: 1280, height: 800 })
  await valencia.getByRole('button', { name: 'Open the round and write to the reviewers' }).click()
  await expect(valencia.getByRole('heading', { level: 1, name: `Round ${word}` })).toBeVisible()
  await expect(valencia.getByText('0 of 6 reviews sent').first()).toBeVisible()
  const round = new URL(valencia.url()).pathname
  expect(
    await valencia.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('atlas.form:'))),
  ).toEqual([])
  for (const email of mails) expect((await mailTo(email, 2)).subject).toContain('2 practices are waiting')

  // The other coordinator's group, and what each knows of the other's round: nothing.
  const gavle = await signedIn(browser, 'coordinator', { territory: 'gavle' })
  expect((await gavle.goto(round))?.status()).toBe(404)
  const other = await groupWith(browser, gavle, { word: `${word}b`, members: 3 })
  await gavle.goto(`${other.address}/rounds/new`)
  await fillRound(gavle, { title: `Omgång ${word}`, practices: 3, each: 3 })
  await gavle.getByRole('button', { name: 'See who judges what' }).click()
  await gavle.getByRole('button', { name: 'Open the round and write to the reviewers' }).click()
  await expect(gavle.getByText('0 of 9 reviews sent').first()).toBeVisible()

  // Somebody declares a conflict of interest: the place is free, and the balance proposes another.
  const judge = judges[1]
  if (judge === undefined) throw new Error('three judges')
  await judge.goto('/en/desk/reviews')
  await judge.getByRole('main').getByRole('listitem').first().getByRole('link').click()
  await judge.getByText('I have a conflict of interest').click()
  await judge.getByLabel('In what does it lie?').fill('My sister runs this practice.')
  await judge.getByRole('button', { name: 'Declare it and do not judge this practice' }).click()
  await expect(judge.getByText('You declared a conflict of interest', { exact: false })).toBeVisible()
  await valencia.reload()
  await expect(valencia.getByText('My sister runs this practice.')).toBeVisible()
  await expect(valencia.getByText('A place is free', { exact: false })).toBeVisible()
  await valencia.getByRole('link', { name: 'See whom the balance proposes' }).click()
  await expect(grid.getByText('declared a conflict')).toBeVisible()
  await expect(grid.getByRole('checkbox', { checked: true })).toHaveCount(1)
  expect(await axeFaults(valencia)).toEqual([])
  await valencia.getByRole('button', { name: 'Write to the reviewers' }).click()
  await expect(valencia.getByText('Reviewers asked')).toBeVisible()
  await expect(valencia.getByText('0 of 6 reviews sent').first()).toBeVisible()

  // Somebody is taken out, with a reason they are told; what they had is free.
  const reviewers = valencia.getByRole('region', { name: 'Reviewers' })
  const first = reviewers
    .getByRole('listitem')
    .filter({ hasText: `Judge 0 ${word}` })
    .first()
  await first.locator('summary').filter({ hasText: 'Take out' }).click()
  await first.getByLabel('Reason').fill('On leave until spring')
  await first.getByRole('button', { name: 'Take out of the round' }).click()
  await expect(valencia.getByText('Reviewer taken out')).toBeVisible()
  await expect(valencia.getByText(/places are free/)).toBeVisible()
  await expect
    .poll(() => mailsTo(mails[0] ?? '').some(({ text }) => text.includes('On leave until spring')), { timeout: 15_000 })
    .toBe(true)

  // Extended, reminded, closed.
  await valencia.getByText('Extend the round', { exact: true }).click()
  await valencia.getByLabel('Last day').fill(dayAfter(5))
  await valencia.getByRole('button', { name: 'Extend', exact: true }).click()
  await expect(valencia.getByText('Must be later than the day it closes now.')).toBeVisible()
  await valencia.getByLabel('Last day').fill(dayAfter(20))
  await valencia.getByRole('button', { name: 'Extend', exact: true }).click()
  await expect(valencia.getByText('Round extended')).toBeVisible()
  await valencia.getByRole('button', { name: 'Remind the reviewers' }).click()
  await expect(valencia.getByText('Reminders sent')).toBeVisible()
  const told = mails[1] ?? ''
  await expect
    .poll(() => mailsTo(told).map(({ subject }) => subject), { timeout: 15_000 })
    .toEqual(
      expect.arrayContaining([
        expect.stringContaining('stays open longer'),
        expect.stringContaining('still waiting for you'),
      ]),
    )
  await valencia.goto('/en/desk')
  await expect(valencia.getByRole('main')).toContainText(/(\d) of \1 reviews still open/)
  await valencia.goto(round)
  await valencia.getByText('Close the round now', { exact: true }).click()
  await valencia.getByRole('button', { name: 'Close the round', exact: true }).click()
  await expect(valencia.getByText('Round closed')).toBeVisible()
  await expect(valencia.getByText('Did not arrive').first()).toBeVisible()
  await expect(valencia.getByRole('link', { name: 'Ask more reviewers' })).toHaveCount(0)
  expect(await axeFaults(valencia)).toEqual([])

  // The editor of the territory reads how far it came, and no name of who was to judge.
  const editor = await signedIn(browser, 'editor', { territory: 'valencia' })
  expect((await editor.goto(round))?.status()).toBe(200)
  await expect(editor.getByText(/^0 of \d reviews sent/).first()).toBeVisible()
  await expect(editor.getByText(`Judge 1 ${word}`)).toHaveCount(0)
  expect((await editor.goto(`${round}/assignment`))?.status()).toBe(403)
})

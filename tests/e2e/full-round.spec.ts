import type { Page } from '@playwright/test'
import { axeFaults } from './axe'
import { closeRound, enter, groupWith, judge, openReview, openRound } from './judging'
import { mailsTo, mailTo } from './mailbox'
import { signedIn, unique } from './people'
import { writePractice } from './practice-writer'
import { expect, test } from './test'

const others = ['Emilia-Romagna Go Global (ERGO)', 'Silesian Investors and Exporters Assistance Centre'] as const
const sentence = 'Nobody can see what it costs, nor who pays for it.'
test.use({ actionTimeout: 15_000 })

/** A meeting of today that began a moment ago and is not over, in Rome. */
function now() {
  const wall = (at: number) => ({
    day: new Date(at).toLocaleDateString('sv', { timeZone: 'Europe/Rome' }),
    time: new Date(at).toLocaleTimeString('sv', { timeZone: 'Europe/Rome', hour: '2-digit', minute: '2-digit' }),
  })
  const [began, ends] = [wall(Date.now() - 60_000), wall(Date.now() + 20 * 60_000)]
  return { day: began.day, from: began.time, to: ends.day === began.day ? ends.time : '23:59' }
}

const inRow = (page: Page, practice: string) =>
  page.getByRole('table', { name: 'Practices' }).getByRole('row').filter({ hasText: practice })

test('a full round: three practices, six reviewers of two groups, a conflict, one late, a zero; answers, decision, opinion, publication, a visitor', async ({
  browser,
  page,
}) => {
  test.setTimeout(240_000)
  const word = unique()
  const title = `A door for dairies ${word}`
  const home = { territory: 'reggio-emilia' }

  // The practice is handed in; two groups are called, one of them abroad, to which it is offered.
  const writing = async () => {
    const editor = await signedIn(browser, 'editor', home)
    await writePractice(editor, { title, summary: 'Dairies of the province go abroad in company.' })
    await editor.getByRole('button', { name: 'Submit for publication' }).first().click()
    await editor.waitForURL('**/desk?done=submit*')
    return editor
  }
  const calling = async (territory: string, name: string) => {
    const coordinator = await signedIn(browser, 'coordinator', { territory })
    return { coordinator, ...(await groupWith(browser, coordinator, { word: name, members: 3, isShown: true })) }
  }
  const [editor, reggio, gavle] = await Promise.all([
    writing(),
    calling('reggio-emilia', word),
    calling('gavle', `${word}b`),
  ])
  const { coordinator } = reggio
  await coordinator.goto('/en/desk/practices?status=submitted')
  await coordinator.getByRole('link', { name: title }).click()
  const offers = coordinator.getByRole('region', { name: 'Groups of other territories' })
  await offers.getByLabel('Offer it to').selectOption({ label: `Gävle: Group ${word}b` })
  await offers.getByRole('button', { name: 'Offer the practice' }).click()
  await expect(offers.getByRole('listitem')).toContainText('Offered on')
  const practiceId = /[\da-f-]{36}/.exec(coordinator.url())?.[0] ?? ''
  expect(practiceId).not.toBe('')

  // Both open a round of the same three practices.
  const practices = [title, ...others]
  const opening = async (keeper: Page, address: string, name: string, each: number) => {
    await keeper.goto(`${address}/rounds/new`)
    return openRound(keeper, { title: name, practices, each, quorum: 2, asked: 3 * each })
  }
  const [round, abroad] = await Promise.all([
    opening(coordinator, reggio.address, `Round ${word}`, 3),
    opening(gavle.coordinator, gavle.address, `Round ${word}b`, 2),
  ])

  // At home: a zero, a conflict of interest, and somebody who never gets to the last practice.
  const [zeroing, torn, late] = reggio.judges
  const [zeroingMail = '', tornMail = '', lateMail = ''] = reggio.mails
  if (zeroing === undefined || torn === undefined || late === undefined) throw new Error('three judges')
  expect((await mailTo(lateMail, 2)).subject).toContain('3 practices are waiting')
  await Promise.all([
    (async () => {
      await enter(zeroing, zeroingMail)
      await judge(zeroing, title, { mark: 3, resources: 0, why: sentence })
      for (const other of others) await judge(zeroing, other, { mark: 4 })
    })(),
    (async () => {
      await enter(torn, tornMail)
      await openReview(torn, others[0])
      await torn.getByText('I have a conflict of interest').click()
      await torn.getByLabel('In what does it lie?').fill('I work for those who run it.')
      await torn.getByRole('button', { name: 'Declare it and do not judge this practice' }).click()
      await expect(torn.getByText('You declared a conflict of interest', { exact: false })).toBeVisible()
      for (const practice of [title, others[1]]) await judge(torn, practice, { mark: 4 })
    })(),
    (async () => {
      await enter(late, lateMail)
      for (const practice of [title, others[0]]) await judge(late, practice, { mark: 4 })
    })(),
  ])
  // Abroad two judge each practice, whoever the balance chose; one adds a word.
  await Promise.all(
    gavle.judges.map(async (reviewer, index) => {
      await enter(reviewer, gavle.mails[index] ?? '')
      const asked = await reviewer.getByRole('main').getByRole('listitem').getByRole('link').allTextContents()
      for (const practice of practices.filter((name) => asked.some((text) => text.includes(name))))
        await judge(reviewer, practice, {
          mark: 5,
          ...(practice === title && { general: `We want it, ${word} ${index}.` }),
        })
    }),
  )
  // While a round is open nobody of the group knows what the others said; of another group's round, not even that it is.
  await torn.goto(`${round}/results`)
  await expect(torn.getByRole('main')).toContainText('Marks and remarks are shown once the round is over')
  await expect(torn.getByText(sentence)).toHaveCount(0)
  for (const path of [round, `${round}/results`, `${round}/results/${practiceId}`])
    for (const stranger of [gavle.coordinator, ...gavle.judges.slice(0, 1)])
      expect((await stranger.goto(path))?.status()).toBe(404)

  // Closed: the result of each practice says what is behind it.
  await Promise.all([closeRound(coordinator, round), closeRound(gavle.coordinator, abroad)])
  await expect.poll(() => mailsTo(lateMail).at(-1)?.text, { timeout: 15_000 }).toContain('had not been sent')
  await coordinator.goto(`${round}/results`)
  await expect(inRow(coordinator, title)).toContainText('On hold')
  await expect(inRow(coordinator, title)).toContainText('1 remark waits')
  await expect(inRow(coordinator, others[0])).toContainText('1 conflict of interest declared')
  await expect(inRow(coordinator, others[0])).toContainText('2 reviews')
  await expect(inRow(coordinator, others[1])).toContainText('1 review is missing')
  await gavle.coordinator.goto(`${abroad}/results`)
  await expect(inRow(gavle.coordinator, title)).toContainText('Excellent')
  await expect(inRow(gavle.coordinator, title)).toContainText('2 remarks wait')

  // Neither practice nor result is published before every remark of both rounds is answered.
  const publishOnDesk = async () => {
    await coordinator.goto('/en/desk')
    await coordinator
      .getByRole('region', { name: /^To publish/ })
      .getByRole('listitem')
      .filter({ hasText: title })
      .getByRole('button', { name: 'Publish' })
      .click()
  }
  await publishOnDesk()
  await expect(coordinator.getByText('Reviewers left 3 remarks without an answer', { exact: false })).toBeVisible()
  await coordinator.goto(`${round}/results/${practiceId}`)
  const publication = coordinator.getByRole('region', { name: 'Publication' })
  await expect(publication.getByRole('listitem')).toHaveText([
    'the group has discussed the zero',
    '1 more remark is answered by the side of the practice',
  ])
  await expect(publication.getByRole('button')).toHaveCount(0)

  await editor.goto('/en/desk')
  await editor.getByRole('link', { name: title }).and(editor.locator('[href$="/remarks"]')).click()
  await expect(editor.getByRole('heading', { level: 1, name: 'What groups said' })).toBeVisible()
  await expect(editor.getByRole('main')).not.toContainText(`Judge 0 ${word}`)
  const waiting = editor.getByRole('button', { name: 'Answer', exact: true })
  const unanswered = editor.getByRole('form', { name: /^Answer to the remark/ }).filter({ has: waiting })
  const beside = unanswered.last().getByRole('textbox', { name: /^Why/ })
  await beside.fill('Typed below another remark.')
  for (const answered of [1, 2, 3]) {
    await expect(beside).toHaveValue('Typed below another remark.')
    const form = unanswered.first()
    await form.getByText('Accepted', { exact: true }).click()
    await form.getByRole('textbox', { name: /^Why/ }).fill('We name the fee and who pays it.')
    await form.getByRole('button', { name: 'Answer', exact: true }).click()
    await expect(editor.locator('summary', { hasText: 'Change the answer' })).toHaveCount(answered)
  }
  await expect(editor.getByRole('main')).toContainText('All remarks are answered.')

  // Whoever gave the zero is told, and finds it with their own review.
  await expect.poll(() => mailsTo(zeroingMail).at(-1)?.subject, { timeout: 15_000 }).toContain('What was done with')
  const told = await mailTo(zeroingMail)
  expect(told.text).toContain('We name the fee and who pays it.')
  await zeroing.context().clearCookies()
  await zeroing.goto(told.link)
  await zeroing.getByRole('button', { name: 'Open my reviews' }).click()
  await zeroing.waitForURL(/\/desk\/reviews\/[\da-f-]{36}$/)
  const done = zeroing.getByRole('region', { name: 'What was done with your remarks' })
  await expect(done.getByRole('listitem')).toHaveCount(1)
  await expect(done).toContainText(sentence)
  await expect(done).toContainText('We name the fee and who pays it.')
  expect(await axeFaults(zeroing)).toEqual([])

  // The group meets, discusses the zero and decides; the opinion is written, practice and result are published.
  const { day, from, to } = now()
  await coordinator.goto(`${reggio.address}/meetings/new`)
  await coordinator.getByLabel('Day', { exact: true }).fill(day)
  await coordinator.getByLabel('Begins at').fill(from)
  await coordinator.getByLabel('Ends at').fill(to)
  await coordinator.getByRole('button', { name: 'Plan the meeting' }).click()
  await expect(coordinator.getByText('Meeting planned')).toBeVisible()
  const meeting = new URL(coordinator.url()).pathname
  await coordinator.goto(`${round}/results/${practiceId}`)
  await coordinator.getByLabel('In which meeting').selectOption({ index: 1 })
  await coordinator.getByRole('button', { name: 'The group has discussed it' }).click()
  await expect(coordinator.getByText(/^Discussed in the meeting of/)).toBeVisible()
  await coordinator.goto(meeting)
  await coordinator.getByRole('link', { name: 'Record', exact: true }).click()
  const decision = coordinator.getByRole('region', { name: 'Record a decision' })
  await decision.getByRole('textbox', { name: /^Decision/ }).fill(`We take it up, ${word}.`)
  await decision.getByRole('checkbox').first().check()
  await decision.getByLabel(/^About a practice of a round/).selectOption({ label: title })
  await decision.getByLabel(/^What becomes of it/).selectOption({ label: 'Publish' })
  await decision.getByRole('button', { name: 'Record the decision' }).click()
  await expect(coordinator.getByRole('region', { name: 'Decisions' })).toContainText(`We take it up, ${word}.`)
  await publishOnDesk()
  await coordinator.waitForURL('**/desk?done=publish*')
  await coordinator.goto(`${round}/results/${practiceId}`)
  const opinion = coordinator.getByRole('region', { name: 'Expert opinion' })
  await opinion.getByRole('textbox', { name: /^Opinion/ }).fill(`Ready to be taken over, ${word}.`)
  await opinion.getByRole('button', { name: 'Save the opinion' }).click()
  await expect(coordinator.getByText('The opinion is saved.')).toBeVisible()
  await publication.getByLabel(/^Tell the decision/).check()
  await publication.getByRole('button', { name: 'Publish the result' }).click()
  await expect(coordinator.getByText('The result is published.')).toBeVisible()

  // A visitor reads all of it, and nobody's name.
  await coordinator.getByRole('link', { name: 'Practice', exact: true }).click()
  await coordinator.waitForURL('**/en/practices/*')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(new URL(coordinator.url()).pathname)
  const shown = page.getByRole('region', { name: 'Judged by a stakeholder group' })
  await expect(shown).toContainText('from 3 reviews')
  await expect(shown).toContainText(`Round ${word}`)
  await expect(shown).toContainText(`We take it up, ${word}.`)
  await expect(page.getByRole('main')).toContainText(`Ready to be taken over, ${word}.`)
  for (const secret of [`Judge 0 ${word}`, sentence, `Round ${word}b`])
    await expect(page.getByRole('main')).not.toContainText(secret)
  expect(await axeFaults(page)).toEqual([])
  for (const path of [`${round}/results`, `${round}/results/${practiceId}`])
    expect((await page.goto(path))?.url()).toContain('/sign-in')
})

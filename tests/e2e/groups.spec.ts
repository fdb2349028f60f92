import { axeFaults } from './axe'
import { mailTo } from './mailbox'
import { signedIn, unique } from './people'
import { expect, test } from './test'

test('a coordinator makes a group, plans a meeting, records it; a member reads it on a phone; an outsider finds nothing', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const word = unique()
  const email = `member-${word}@example.eu`
  const coordinator = await signedIn(browser, 'coordinator', { territory: 'valencia' })
  await coordinator.getByRole('link', { name: 'Stakeholder groups' }).click()
  await coordinator.getByRole('link', { name: 'Make a group' }).first().click()
  await coordinator.getByLabel('Name in English').fill(`Group ${word}`)
  await coordinator.getByLabel('Mention the group on the territory’s page').check()
  await coordinator.getByRole('button', { name: 'Make the group' }).click()
  await expect(coordinator.getByRole('heading', { level: 1, name: `Group ${word}` })).toBeVisible()
  const address = new URL(coordinator.url()).pathname.replace('/en/', '/')

  await coordinator.getByRole('link', { name: 'Invite a member' }).click()
  await coordinator.getByLabel('Mail address').fill(email)
  await coordinator.getByLabel('Language of the mail').selectOption('en')
  const organisation = coordinator.getByLabel('Stands for')
  await organisation.click()
  await organisation.fill('IVACE')
  await coordinator.getByRole('option', { name: /IVACE/ }).first().click()
  await expect(organisation).not.toHaveValue('IVACE')
  await coordinator.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(coordinator.getByText('Invitation sent')).toBeVisible()
  await expect(coordinator.getByRole('listitem').filter({ hasText: email })).toContainText('Invited')

  const phone = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const member = await phone.newPage()
  await member.goto((await mailTo(email)).link)
  await member.getByLabel('Your name').fill('Invented Member')
  await member.getByRole('button', { name: 'Accept the invitation' }).click()
  await member.waitForURL('**/en/desk/group')

  await coordinator.goto(`/en${address}/meetings/new`)
  await coordinator.getByLabel('Day', { exact: true }).fill('2099-03-10')
  await coordinator.getByLabel('Begins at').fill('18.30')
  await coordinator.getByLabel('Place').fill('Town hall')
  await coordinator.getByLabel('Agenda', { exact: false }).last().fill(`Point one ${word}`)
  await coordinator.getByRole('button', { name: 'Plan the meeting' }).click()
  await expect(coordinator.getByText('Meeting planned')).toBeVisible()
  expect((await mailTo(email, 2)).subject).toContain(`Group ${word}: meeting on 10 Mar 2099`)

  await coordinator.getByRole('link', { name: 'Record', exact: true }).click()
  await coordinator.getByRole('group', { name: 'Invented Member' }).getByText('Present', { exact: true }).click()
  await coordinator.getByRole('button', { name: 'Save attendance' }).click()
  await expect(coordinator.getByText('Attendance saved')).toBeVisible()
  const minutes = coordinator.getByRole('textbox', { name: 'Minutes' })
  await minutes.fill(`We met, ${word}.`)
  await expect(coordinator.getByText(/^Kept at .*, not published$/)).toBeVisible()
  await coordinator.reload()
  await expect(minutes).toHaveValue(`We met, ${word}.`)
  await coordinator.getByRole('button', { name: 'Publish to the group' }).click()
  await expect(coordinator.getByText('Minutes published')).toBeVisible()
  await coordinator.getByRole('textbox', { name: 'Decision' }).fill(`We ask for one door, ${word}.`)
  await expect(coordinator.getByRole('checkbox', { name: 'Invented Member' })).toBeChecked()
  await coordinator.getByRole('button', { name: 'Record the decision' }).click()
  await expect(coordinator.getByText('Decision recorded')).toBeVisible()

  await member.goto(`/en${address}`)
  await expect(member.getByText(`We ask for one door, ${word}.`)).toBeVisible()
  await member.getByRole('link', { name: '10 Mar 2099' }).first().click()
  await expect(member.getByText(`We met, ${word}.`)).toBeVisible()
  await expect(member.getByText(`Point one ${word}`)).toBeVisible()
  await expect(member.getByRole('link', { name: 'Record', exact: true })).toHaveCount(0)
  const width = await member.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(width).toBeLessThanOrEqual(0)
  expect(await axeFaults(member)).toEqual([])
  const file = await member.request.get(
    (await member.getByRole('link', { name: 'Add to my calendar' }).getAttribute('href')) ?? '',
  )
  expect(await file.text()).toContain('DTSTART:20990310T173000Z')
  const meeting = new URL(member.url()).pathname

  // Papers of the meeting: the member reads them, a removed one comes back.
  await coordinator.goto(meeting)
  const papers = coordinator.getByRole('region', { name: 'Documents' })
  await papers
    .locator('input[type=file]')
    .setInputFiles({ name: 'agenda.txt', mimeType: 'text/plain', buffer: Buffer.from(`Paper ${word}`) })
  await papers.getByLabel('Title').fill(`Paper ${word}`)
  await papers.getByRole('button', { name: 'Send the file' }).click()
  await expect(papers.getByRole('link', { name: `Paper ${word}` })).toBeVisible()
  await papers.getByRole('button', { name: /^Remove/ }).click()
  await coordinator.getByRole('button', { name: 'Remove the file' }).click()
  await expect(papers).toContainText(`Paper ${word} was removed.`)
  await papers.getByRole('button', { name: `Put Paper ${word} back` }).click()
  await expect(papers.getByRole('link', { name: `Paper ${word}` })).toBeVisible()
  await expect(papers.getByText('was removed')).toHaveCount(0)
  expect(await axeFaults(coordinator)).toEqual([])
  await member.reload()
  const paper = (await member.getByRole('link', { name: `Paper ${word}` }).getAttribute('href')) ?? ''
  expect(await (await member.request.get(paper)).text()).toBe(`Paper ${word}`)
  expect((await (await browser.newContext()).request.get(paper)).status()).toBe(404)

  // Minutes that are corrected keep what they said; a decision needs somebody who was present, and says so at the field.
  await coordinator.goto(`${meeting}/record`)
  await expect(minutes).toHaveValue(`We met, ${word}.`)
  await minutes.fill(`We met twice, ${word}.`)
  await expect(coordinator.getByText(/^Kept at .*, not published$/)).toBeVisible()
  await coordinator.getByRole('button', { name: 'Publish to the group' }).click()
  await expect(coordinator.getByText('Minutes published')).toBeVisible()
  await coordinator.getByRole('textbox', { name: 'Decision' }).fill('Nobody was there.')
  await coordinator.getByRole('checkbox', { name: 'Invented Member' }).uncheck()
  await coordinator.getByRole('button', { name: 'Record the decision' }).click()
  await expect(coordinator.getByRole('group', { name: /^Present members/ })).toContainText('Tick who was present.')
  await member.reload()
  await expect(member.getByText(/^Corrected on .* by /)).toBeVisible()
  await member.getByText('The earlier text').click()
  await expect(member.getByText(`We met, ${word}.`)).toBeVisible()
  await expect(member.getByText(`We met twice, ${word}.`)).toBeVisible()

  // An address for the member's calendar: read without a session, given up, gone.
  await member.goto('/en/desk/account')
  await member.getByRole('button', { name: 'Make an address' }).click()
  await expect(member.getByRole('heading', { name: 'Your calendar’s address' })).toBeFocused()
  expect(await axeFaults(member)).toEqual([])
  const feed = new URL((await member.getByText(/\/meetings\.ics$/).textContent()) ?? '').pathname
  const calendar = (await browser.newContext()).request
  expect(await (await calendar.get(feed)).text()).toContain('DTSTART:20990310T173000Z')
  await member.goto('/en/desk/account')
  await expect(member.getByText('A calendar last asked there on')).toBeVisible()
  await member.getByRole('button', { name: 'Give the address up' }).click()
  await expect(member.getByText('The calendar’s address opens nothing any more')).toBeVisible()
  expect((await calendar.get(feed)).status()).toBe(404)
  await member.goto(meeting)

  const outsider = await signedIn(browser, 'coordinator', { territory: 'gavle' })
  for (const path of [`/en${address}`, meeting]) expect((await outsider.goto(path))?.status()).toBe(404)
  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto('/en/territories/valencia')
  await expect(visitor.getByRole('heading', { name: `Group ${word}` })).toBeVisible()
  await expect(visitor.getByText('1 organisation of the register stands in it.').first()).toBeVisible()
  await expect(visitor.getByText('Invented Member')).toHaveCount(0)

  // A term that is over is a right that is over, at the next request.
  await coordinator.goto(`/en${address}`)
  await coordinator.getByRole('link', { name: 'Invented Member' }).click()
  await coordinator.getByLabel('Last day of the term').fill('2020-01-01')
  await coordinator.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(coordinator.getByText('Member saved')).toBeVisible()
  expect((await member.goto(`/en${address}`))?.status()).toBe(403)
})

test('a reviewer of the demonstration reads what the group decided', async ({ browser }) => {
  const page = await signedIn(browser, 'reviewer', { locale: 'it' })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/it/desk/group')
  await page.getByRole('link', { name: 'Gruppo locale di Reggio Emilia' }).click()
  await expect(page.getByText(/chi risponde alle imprese/).first()).toBeVisible()
  for (const path of ['/it/desk/group', new URL(page.url()).pathname]) {
    await page.goto(path)
    expect(await axeFaults(page)).toEqual([])
  }
})

test('a group that is over is archived with a reason, read on by whoever read it, and restored', async ({
  browser,
}) => {
  const word = unique()
  const page = await signedIn(browser, 'coordinator', { territory: 'gavle' })
  await page.goto('/en/desk/group/new')
  await page.getByLabel('Name in English').fill(`Group ${word}`)
  await page.getByRole('button', { name: 'Make the group' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Group ${word}` })).toBeVisible()
  const address = new URL(page.url()).pathname
  await page.goto(`${address}/settings`)
  await page.getByText('Archive the group').click()
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  await expect(page.getByText('Fill this in.')).toBeVisible()
  await page.getByLabel('Why it is archived').fill('The project is over.')
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  await expect(page.getByText('Group archived')).toBeVisible()
  await expect(page.getByText('The project is over.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Plan a meeting' })).toHaveCount(0)
  expect((await page.goto(`${address}/meetings/new`))?.status()).toBe(404)
  await page.goto('/en/desk/group')
  await expect(page.getByRole('link', { name: `Group ${word}` })).toBeHidden()
  await page.getByText(/archived groups?$/).click()
  await page.getByRole('link', { name: `Group ${word}` }).click()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('link', { name: 'Name and visibility' }).click()
  await page.getByRole('button', { name: 'Restore the group' }).click()
  await expect(page.getByText('Group restored')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Plan a meeting' })).toBeVisible()
})

import type { Page } from '@playwright/test'
import { z } from 'zod'
import { axeFaults } from './axe'
import { signedIn, unique } from './people'
import { expect, test } from './test'

const noFaults = async (page: Page) => expect(await axeFaults(page)).toEqual([])

test('the matrix answers whose practice, adopted where, resting on which relation', async ({ page }) => {
  await page.goto('/en/practices')
  await page.getByRole('link', { name: 'Who adopted what' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who adopted what')
  const table = page.getByRole('table', { name: /^Adoption matrix/ })
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^Silesian Investors/ }) })
  await expect(row.getByRole('rowheader')).toContainText('of Upper Silesia')
  await expect(row.getByRole('cell', { name: 'Its home' })).toHaveCount(1)
  await noFaults(page)

  // By the keyboard: the cell opens what it says, Esc closes it, the focus goes back.
  const cell = row.getByRole('button', { name: /^Gävle: Adopted/ })
  await cell.focus()
  await page.keyboard.press('Enter')
  const said = page.getByRole('dialog', { name: /^Silesian Investors/ })
  await expect(said).toContainText('28 November 2018')
  await expect(said).toContainText('one door for firms')
  await expect(said.getByRole('link', { name: 'Lessons on one door for exporting firms' })).toHaveCount(2)
  await expect(said.getByRole('link', { name: /^Interreg Europe, policy learning news 8283/ })).toBeVisible()
  await noFaults(page)
  await page.keyboard.press('Escape')
  await expect(said).toBeHidden()
  await expect(cell).toBeFocused()

  await page.locator('summary', { hasText: 'State' }).click()
  await page.getByRole('radio', { name: /^Adopted/ }).check()
  await page.getByRole('button', { name: 'Show', exact: true }).locator('visible=true').click()
  await expect(page).toHaveURL(/state=adopted/)
  await expect(page.getByRole('rowheader', { name: /^Wakefield Bondholder/ })).toHaveCount(0)
  await expect(page.getByRole('rowheader', { name: /^Emilia-Romagna Go Global/ })).toHaveCount(1)
})

test('the matrix as a picture in two forms and as data', async ({ page }) => {
  await page.goto('/sv/practices/adoption?state=adopted')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Bild för tryck (PNG)' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('adoption-matrix.png')
  const svg = await page.request.get(
    (await page.getByRole('link', { name: 'Bild (SVG)' }).getAttribute('href')) ?? 'nowhere',
  )
  expect(svg.headers()['content-type']).toContain('image/svg+xml')
  const picture = await svg.text()
  for (const words of ['Vilka som infört vad', 'Gävle', 'CC BY 4.0']) expect(picture).toContain(words)
  const csv = await page.request.get(
    (await page.getByRole('link', { name: 'Data (CSV)' }).getAttribute('href')) ?? 'nowhere',
  )
  expect((await csv.text()).split('\r\n')[1]).toContain(',gavle,adopted,2018-11-28')
  expect((await page.request.get('/export/adoption.csv?rows=all')).status()).toBe(400)
})

const slugs = z.object({ data: z.array(z.object({ slug: z.string() })) })

test('an editor marks interest, plans a workshop and records an adoption; a visitor reads it on a phone', async ({
  browser,
  page,
}) => {
  test.setTimeout(120_000)
  const editor = await signedIn(browser, 'editor', { territory: 'valencia' })
  const found = await editor.request.get('/api/v1/practices?q=bondholder&limit=1')
  const slug = slugs.parse(await found.json()).data[0]?.slug ?? ''
  const why = `Firms as hosts ${unique()}`
  await editor.goto(`/en/practices/${slug}`)
  await editor.getByText('Mark interest').first().click()
  await editor.getByRole('tab', { name: 'English' }).first().click()
  await editor.getByRole('textbox', { name: /^Why the practice is of interest/ }).fill(why)
  await editor.getByRole('textbox', { name: /^Internal notes/ }).fill('Call the council first')
  await editor.getByRole('button', { name: 'Mark interest' }).click()
  await editor.waitForURL('**/desk/adoption/**done=interest')
  await expect(editor.getByRole('status').filter({ hasText: 'Interest marked' })).toBeVisible()
  await noFaults(editor)

  const workshop = editor.getByRole('region', { name: 'Transfer workshop' })
  await workshop.getByRole('button', { name: 'Plan the workshop' }).click()
  await expect(workshop.getByRole('alert')).toContainText('Day')
  await workshop.getByRole('tab', { name: 'English' }).click()
  await workshop.getByRole('textbox', { name: /^Title/ }).fill('How hosts are won')
  await workshop.getByLabel('Day', { exact: true }).fill('2026-03-12')
  await workshop.getByLabel('Place').fill('València')
  await workshop.getByRole('button', { name: 'Plan the workshop' }).click()
  await editor.waitForURL('**done=workshop')
  await editor.goto('/en/desk/adoption')
  await expect(editor.getByRole('row').filter({ hasText: 'Bondholder' })).toContainText('record what came of it')

  await editor.getByRole('link', { name: /Bondholder/ }).click()
  const outcome = editor.getByRole('region', { name: 'What came of it' })
  await outcome.getByRole('radio', { name: 'Adopted', exact: true }).check()
  await outcome.getByLabel('Since').fill('2026-04')
  await outcome.getByRole('tab', { name: 'English' }).first().click()
  await outcome.getByRole('textbox', { name: /^Reasons/ }).fill('Firms told the story better than we did.')
  await outcome.getByRole('textbox', { name: 'Address 1' }).fill('example.eu/hosts')
  await outcome.getByRole('button', { name: 'Record the outcome' }).click()
  await editor.waitForURL('**done=outcome')

  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/en/practices/${slug}`)
  const adoption = page.getByRole('region', { name: 'Who adopted it' })
  await expect(adoption).toContainText(why)
  await expect(adoption).toContainText('Firms told the story better than we did.')
  await expect(adoption).toContainText('Apr 2026')
  await expect(page.getByText('Call the council first')).toHaveCount(0)
  await noFaults(page)
  await page.goto('/en/practices/adoption?territory=valencia')
  await page.getByRole('button', { name: /^Valencia region: Adopted/ }).click()
  await expect(page.getByRole('dialog', { name: /^Wakefield Bondholder/ })).toContainText('How hosts are won')
  await noFaults(page)

  // A mistake is taken back: the workshop stands again.
  await editor.getByText('Take the last step back').first().click()
  await editor.getByRole('button', { name: 'Take the last step back' }).click()
  await editor.waitForURL('**done=undo')
  await page.goto('/en/territories/valencia')
  await expect(page.getByRole('region', { name: 'Practices taken up' })).toContainText('Transfer workshop')
  await editor.goto(`/en/practices/${slug}`)
  await editor.getByRole('link', { name: 'Open Valencia region' }).click()
  await editor.getByText('We are no longer interested').click()
  await editor.getByRole('button', { name: 'Take it out' }).click()
  await editor.waitForURL('**/desk/adoption?done=withdraw')
  await page.goto(`/en/practices/${slug}`)
  await expect(page.getByText(why)).toHaveCount(0)
})

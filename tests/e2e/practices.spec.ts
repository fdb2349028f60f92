import { axeFaults } from './axe'
import { signedIn, unique } from './people'
import { writePractice } from './practice-writer'
import { expect, test } from './test'

const home = { territory: 'reggio-emilia' }

test('an editor writes a practice, what is too long is kept and refused, a coordinator publishes it, a visitor reads it', async ({
  browser,
  page,
}) => {
  test.setTimeout(120_000)
  const editor = await signedIn(browser, 'editor', home)
  const title = `Doors for dairies ${unique()}`
  await writePractice(editor, { title, summary: 'a'.repeat(161) })
  const summary = editor.getByRole('textbox', { name: /^Short summary/ })
  await expect(editor.getByText('161 of 160')).toBeVisible()

  await editor.getByRole('button', { name: 'Submit for publication' }).first().click()
  await expect(editor.getByRole('alert').filter({ hasText: /to correct/ })).toContainText('Short summary')
  await expect(summary).toHaveValue('a'.repeat(161))
  // What is selected stays selected, whatever the form draws anew after the click.
  await summary.click()
  await summary.press('ControlOrMeta+a')
  await editor.waitForTimeout(600)
  await editor.keyboard.type('Dairies of the province go abroad in company.')
  await expect(summary).toHaveValue('Dairies of the province go abroad in company.')
  await editor.getByRole('button', { name: 'Submit for publication' }).first().click()
  await editor.waitForURL('**/desk?done=submit*')

  await page.goto(`/en/practices?q=${encodeURIComponent(title)}`)
  await expect(page.getByText('No good practice matches these filters')).toBeVisible()
  const coordinator = await signedIn(browser, 'coordinator', home)
  await coordinator
    .getByRole('region', { name: /^To publish/ })
    .getByRole('listitem')
    .filter({ hasText: title })
    .getByRole('button', { name: 'Publish' })
    .click()
  await coordinator.waitForURL('**/desk?done=publish*')

  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/en/practices?q=${encodeURIComponent(title)}`)
  await page.getByText('Download', { exact: true }).click()
  await expect(page.getByRole('link', { name: 'Spreadsheet (XLSX)' })).toBeVisible()
  const table = await page.request.get(
    (await page.getByRole('link', { name: 'Table (CSV)' }).getAttribute('href')) ?? '',
  )
  expect((await table.text()).split('\r\n')).toHaveLength(3)
  await page.locator('a[href*="/practices/"]', { hasText: title }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
  await expect(page.getByRole('main')).toContainText('Dairies visit a twin town together.')
  await page.getByText('Download', { exact: true }).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Word document (DOCX)' }).click()
  expect((await saving).suggestedFilename()).toMatch(/^doors-for-dairies-.*[.]docx$/)
  const pdf = await page.request.get((await page.getByRole('link', { name: 'PDF' }).getAttribute('href')) ?? '')
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: 'PDF' })).toBeHidden()
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', new RegExp(title))
  await page.getByText(/^Copy field by field/).click()
  await expect(page.getByRole('button', { name: 'Copy: Short summary' })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
})

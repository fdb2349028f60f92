import { expect, type Page } from '@playwright/test'

/** Types a whole practice of Reggio Emilia into the form of a new one; its language is English. */
export async function writePractice(
  editor: Page,
  { title, summary }: { title: string; summary: string },
): Promise<void> {
  await editor.goto('/en/desk/practices/new')
  await editor.getByLabel('Language you write in').selectOption('en')
  await expect(editor.getByRole('tab', { name: 'English', exact: true }).first()).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await editor.getByRole('textbox', { name: /^Title/ }).fill(title)
  await editor.getByRole('textbox', { name: /^Short summary/ }).fill(summary)
  await editor.getByRole('textbox', { name: /^Detailed information/ }).fill('Dairies visit a twin town together.')
  await editor.getByRole('checkbox').first().check()
  const inCharge = editor.getByLabel('Organisation in charge')
  await inCharge.click()
  await inCharge.fill('Municipality of Reggio Emilia')
  await editor.getByRole('option', { name: /^Municipality of Reggio Emilia/ }).click()
  await expect(inCharge).toHaveValue(/^Municipality of Reggio Emilia/)
  await editor.getByLabel('Country').selectOption('IT')
}

import type { Page } from '@playwright/test'
import { expect, test } from './test'

const rows = (page: Page) => page.locator('main tr[role=row]:has(td)')

test('by keyboard the table is sorted by what the browser measured, and that is said', async ({ page }) => {
  await page.goto('/en/network')
  // What is measured needs no picture.
  await expect(rows(page).first().locator('td').nth(6)).toHaveText(/%$/, { timeout: 30_000 })
  const sorted = async (name: string, column: number) => {
    await page.getByRole('columnheader').getByRole('link', { name }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('columnheader', { name })).toHaveAttribute('aria-sort', /ascending|descending/)
    const texts = await rows(page).locator(`td:nth-child(${column})`).allInnerTexts()
    return texts.map((text) => Number(/[\d.]+/.exec(text)?.[0]))
  }
  const between = await sorted('Betweenness', 7)
  await expect(page).toHaveURL(/sort=-betweenness/)
  await expect(page.getByText('Sorted by Betweenness, descending')).toBeAttached()
  expect(between).toHaveLength(25)
  expect(between).toEqual([...between].sort((a, b) => b - a))
  expect(between[0]).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Show the next 25' }).focus()
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveCount(50)
  const communities = await sorted('Community', 8)
  await expect(page).toHaveURL(/sort=community/)
  expect(communities).toEqual([...communities].sort((a, b) => a - b))
  await sorted('Countries reached', 6)
  await expect(page.getByText('Sorted by Countries reached, descending')).toBeAttached()
})

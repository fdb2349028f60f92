// Searching with a thumb: from the sign in the head to an answer.
import { expect, test } from './test'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('on a phone the sign in the head leads to the field, ready to be typed in', async ({ page }) => {
  await page.goto('/en/actors')
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).tap()
  await expect(page).toHaveURL(/\/en\/search$/)
  const field = page.getByRole('main').locator('input[name=q]')
  await expect(field).toBeFocused()
  await page.keyboard.type('unvrsi')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=unvrsi/)
  await expect(page.getByRole('main')).toContainText('University of Modena and Reggio Emilia')
  // Whoever came for an answer is not taken back to the field.
  await expect(field).not.toBeFocused()
})

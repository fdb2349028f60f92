import { axeFaults } from './axe'
import { signedIn, unique } from './people'
import { writePractice } from './practice-writer'
import { expect, test } from './test'

test('a practice that was handed in is offered to a group abroad, read there on a phone, and the offer withdrawn', async ({
  browser,
  page,
}) => {
  test.setTimeout(120_000)
  const title = `A table for dairies ${unique()}`
  const editor = await signedIn(browser, 'editor', { territory: 'reggio-emilia' })
  await writePractice(editor, { title, summary: 'Dairies of the province go abroad in company.' })
  await editor.getByRole('button', { name: 'Submit for publication' }).first().click()
  await editor.waitForURL('**/desk?done=submit*')

  const reviewer = await signedIn(browser, 'reviewer', { locale: 'sv' })
  const own = await reviewer.context().newPage()
  const gavle = await signedIn(browser, 'coordinator', { territory: 'gavle' })
  await gavle.goto('/en/desk/group/grupp-gavle')
  await expect(gavle.getByRole('region', { name: 'Practices to judge' })).not.toContainText(title)

  const coordinator = await signedIn(browser, 'coordinator', { territory: 'reggio-emilia' })
  await coordinator.goto('/en/desk/practices?status=submitted')
  await coordinator.getByRole('link', { name: title }).click()
  const offers = coordinator.getByRole('region', { name: 'Groups of other territories' })
  await offers.getByLabel('Offer it to').selectOption({ label: 'Gävle: Local stakeholder group of Gävle' })
  await offers.getByRole('button', { name: 'Offer the practice' }).click()
  await expect(offers.getByRole('listitem')).toContainText('Offered on')
  expect(await axeFaults(coordinator)).toEqual([])

  await gavle.setViewportSize({ width: 390, height: 844 })
  await gavle.goto('/en/desk/news')
  await expect(gavle.getByRole('main')).toContainText(title)
  await gavle.goto('/en/desk/group/grupp-gavle')
  await gavle.getByRole('region', { name: 'Practices to judge' }).getByRole('link', { name: title }).click()
  await expect(gavle.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(gavle.getByRole('main')).toContainText('Handed in, not published.')
  await expect(gavle.getByRole('main')).toContainText('Dairies visit a twin town together.')
  await expect(gavle.getByRole('region', { name: 'Resources needed' })).toContainText('Not known')
  expect(await gavle.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
  expect(await axeFaults(gavle)).toEqual([])
  const judged = gavle.url()

  await own.goto('/sv/desk/group')
  await own
    .getByRole('link', { name: /Reggio Emilia/ })
    .first()
    .click()
  await own.getByRole('region', { name: 'Praxis att bedöma' }).getByRole('link', { name: title }).click()
  await expect(own.getByRole('heading', { level: 1 })).toContainText(title)
  await expect(own.getByRole('main')).toContainText('Inskickad, inte publicerad.')
  const slug = own.url().split('/').at(-1)
  expect((await page.goto(`/en/practices/${slug}`))?.status()).toBe(404)

  await offers.getByRole('button', { name: /^Withdraw/ }).click()
  await expect(offers.getByRole('listitem')).toHaveCount(0)
  expect((await gavle.goto(judged))?.status()).toBe(404)
})

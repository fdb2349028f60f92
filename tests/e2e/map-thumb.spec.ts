// The map under a thumb: what is pressed is what was meant, and what it leads to is seen.
import { z } from 'zod'
import { expect, test } from './test'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('the far end of a line leads to its row, also where it shares its relation with neighbours', async ({
  page,
  request,
}) => {
  const answer = await request.get('/api/v1/actors?q=comune+di+reggio+emilia&limit=1&sort=relations')
  const { data } = z.object({ data: z.array(z.object({ slug: z.string() })) }).parse(await answer.json())
  await page.goto(`/en/map?actor=${data[0]?.slug ?? ''}`)
  for (const name of ['City of Ekurhuleni', 'Rizhao']) {
    await page.getByRole('button', { name: new RegExp(`^${name}, `) }).tap()
    const focused = page.locator('#map-list [id^=row-]:focus')
    await expect(focused, name).toBeVisible()
    // Not under the head that stays while the list scrolls.
    const [row, head] = [await focused.boundingBox(), await page.locator('#map-list .sticky').boundingBox()]
    expect(row?.y, name).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0) - 1)
  }
})

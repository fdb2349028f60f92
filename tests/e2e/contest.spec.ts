import { z } from 'zod'
import { axeFaults } from './axe'
import { signedIn } from './people'
import { expect, test } from './test'

const list = z.object({ data: z.array(z.object({ slug: z.string() })) })
const one = z.object({ data: z.object({ territory: z.object({ slug: z.string() }).nullable() }) })

test('the other end contests a relation, its page says so until the curator answers', async ({ browser, page }) => {
  const { data } = list.parse(await (await page.request.get('/api/v1/relations?territory=gavle&scope=all')).json())
  let slug = ''
  for (const relation of data) {
    const detail = one.parse(await (await page.request.get(`/api/v1/relations/${relation.slug}`)).json())
    if (detail.data.territory?.slug === 'reggio-emilia') slug = relation.slug
  }
  expect(slug, 'a relation of Reggio Emilia with an end in Gävle').not.toBe('')
  const contester = await signedIn(browser, 'coordinator', { territory: 'gavle' })
  await contester.goto(`/en/relations/${slug}`)
  await contester.getByRole('link', { name: 'Contest' }).click()
  await contester.getByRole('button', { name: 'Contest the relation' }).click()
  await expect(contester.getByText('Fill this in.')).toBeVisible()
  await contester.getByRole('textbox').fill('We left the network in 2020.')
  await contester.getByRole('button', { name: 'Contest the relation' }).click()
  await contester.waitForURL('**/desk/contests/*')
  expect(await axeFaults(contester)).toEqual([])
  await page.goto(`/en/relations/${slug}`)
  await expect(page.getByText('Contested by Gävle')).toBeVisible()
  await expect(page.getByText('We left the network')).toHaveCount(0)
  const curator = await signedIn(browser, 'coordinator', { territory: 'reggio-emilia' })
  const section = curator.getByRole('region', { name: 'Contested relations' })
  await section.getByRole('link').first().click()
  await expect(curator.getByText('We left the network in 2020.')).toBeVisible()
  await curator.getByRole('radio', { name: 'It stands as it is' }).check()
  await curator.getByRole('textbox').fill('The list of members of 2026 names you.')
  await curator.getByRole('button', { name: 'Send the answer' }).click()
  await curator.waitForURL('**/desk/contests/*?done=answered')
  await page.goto(`/en/relations/${slug}`)
  await expect(page.getByText('Contested by')).toHaveCount(0)
  await contester.reload()
  await expect(contester.getByText('The list of members of 2026 names you.')).toBeVisible()
})

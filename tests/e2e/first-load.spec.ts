import type { Page } from '@playwright/test'
import { budgets, type LoadedScript, overweight, scriptsWith } from '../first-load'
import { expect, test } from './test'

/** Every script a page loads until nothing is on its way any more. */
async function scriptsOf(page: Page, path: string): Promise<LoadedScript[]> {
  const loading: Promise<LoadedScript>[] = []
  const watch = (response: Awaited<ReturnType<Page['waitForResponse']>>) => {
    if (response.request().resourceType() === 'script')
      loading.push(response.body().then((bytes) => ({ url: new URL(response.url()).pathname, bytes })))
  }
  page.on('response', watch)
  await page.goto(path, { waitUntil: 'networkidle' })
  page.off('response', watch)
  return Promise.all(loading)
}

const firstSlug = async (page: Page, list: string): Promise<string> => {
  const answer = await page.request.get(`/api/v1/${list}`)
  return /"slug":"([^"]+)"/.exec(await answer.text())?.[1] ?? ''
}

test('a page loads no more scripts than its budget allows', async ({ page }) => {
  const [actor, territory] = [await firstSlug(page, 'actors?sort=relations'), await firstSlug(page, 'territories')]
  for (const path of [
    '/en/about',
    '/en/actors',
    '/en/relations',
    `/en/actors/${actor}`,
    `/it/territories/${territory}`,
  ])
    expect(overweight(await scriptsOf(page, path), budgets.page), path).toBeNull()
})

test('the map page loads no more scripts than its budget allows', async ({ page }) => {
  expect(overweight(await scriptsOf(page, '/en/map'), budgets.map)).toBeNull()
})

test('a script too much is seen', async ({ page }) => {
  // Bytes that gzip cannot make smaller, in a comment of a script that every page loads.
  const ballast = Array.from({ length: 200_000 }, () => String.fromCharCode(33 + Math.floor(Math.random() * 90)))
  let planted = ''
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    const answer = await route.fetch()
    planted ||= route.request().url()
    const isPlanted = route.request().url() === planted
    const body = `${await answer.text()}${isPlanted ? `\n//${ballast.join('')}` : ''}`
    await route.fulfill({ response: answer, body })
  })
  expect(overweight(await scriptsOf(page, '/en/about'), budgets.page)).toMatch('The heaviest')
})

test('what draws networks comes with the network page only', async ({ page }) => {
  for (const path of ['/en/about', '/en/map', '/en/actors'])
    expect(scriptsWith(await scriptsOf(page, path), 'graphology'), path).toEqual([])
})

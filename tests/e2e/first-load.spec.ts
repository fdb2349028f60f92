import { readdirSync } from 'node:fs'
import type { BrowserContext } from '@playwright/test'
import { budgets, type LoadedScript, overweight, scriptsWith } from '../first-load'
import { signedIn } from './people'
import { expect, test } from './test'

/** Kinds of page: `/actors/[slug]`. Whatever page is built later is one of them at once. */
const kinds = readdirSync('src/app/[locale]', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)page\.tsx$/.test(file) && !file.includes('[...'))
  .map((file) => `/${file.replace(/\/?page\.tsx$/, '')}`)

const isOne = (kind: string) => !kind.includes('[')
const patternOf = (kind: string) => new RegExp(`^/en${kind.replace(/\[\w+\]/g, '[^/?#]+').replace(/\/$/, '')}$`)
const patterns = new Map(kinds.map((kind) => [kind, patternOf(kind)]))
const kindOf = (path: string) =>
  kinds.find((kind) => isOne(kind) && path === `/en${kind}`) ?? kinds.find((kind) => patterns.get(kind)?.test(path))

// What draws is what such a page is for; everything else is plain.
const budgetOf = (kind: string, plain: number) =>
  kind === '/map' || kind === '/embed/map' ? budgets.map : kind === '/network' ? budgets.network : plain

// Words that only stand in these libraries.
const libraries = {
  sigma: 'Sigma: Container has no width',
  leaflet: 'leaflet-container',
  'react-aria': 'react-aria-',
  zod: 'ZodError',
}

/** The scripts a page loads before anybody touches it, each once, and where it leads. */
async function loaded(context: BrowserContext, address: string) {
  const page = await context.newPage()
  const scripts = new Map<string, LoadedScript>()
  const reading: Promise<void>[] = []
  page.on('response', (response) => {
    if (!/\.js(\?|$)/.test(response.url()) || !response.ok()) return
    const read = async () => void scripts.set(response.url(), { url: response.url(), bytes: await response.body() })
    reading.push(read())
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  await Promise.all(reading)
  const path = new URL(page.url()).pathname
  const links = await page
    .locator('a[href]')
    .evaluateAll((all) => all.flatMap((a) => (a instanceof HTMLAnchorElement ? [a.href] : [])))
  await page.close()
  return { scripts: [...scripts.values()], path, links }
}

/** Visits every kind of page once: those with an address of their own, and those that some page leads to. */
async function visited(context: BrowserContext, baseURL: string) {
  const found = new Map<string, LoadedScript[]>()
  const asked = new Set(kinds.filter(isOne))
  const todo = [...asked].map((kind) => `/en${kind}`)
  for (let address = todo.shift(); address !== undefined; address = todo.shift()) {
    const { scripts, path, links } = await loaded(context, address)
    const arrived = kindOf(path)
    if (arrived !== undefined) found.set(arrived, scripts)
    for (const link of links) {
      const { origin, pathname, search } = new URL(link)
      const kind = origin === baseURL ? kindOf(pathname) : undefined
      if (kind === undefined || asked.has(kind)) continue
      asked.add(kind)
      todo.push(pathname + search)
    }
  }
  return found
}

const faultsIn = (found: ReadonlyMap<string, LoadedScript[]>, plain: number) =>
  [...found].flatMap(([kind, scripts]) => {
    const fault = overweight(scripts, budgetOf(kind, plain))
    return fault === null ? [] : [`${kind}: ${fault}`]
  })

test('no page that visitors read loads more than its budget', async ({ context, baseURL }) => {
  test.setTimeout(300_000)
  const found = await visited(context, baseURL ?? '')
  for (const kind of ['/map', '/actors', '/actors/[slug]', '/relations/[slug]', '/territories/[slug]', '/sign-in'])
    expect([...found.keys()]).toContain(kind)
  expect(found.size).toBeGreaterThan(20)
  expect(faultsIn(found, budgets.page)).toEqual([])
})

test('no page of the desk and of administration loads more than its budget', async ({ browser, baseURL }) => {
  test.setTimeout(300_000)
  const page = await signedIn(browser, 'admin')
  const found = await visited(page.context(), baseURL ?? '')
  for (const kind of ['/desk', '/desk/actors/new', '/desk/actors/[id]', '/desk/relations/[id]', '/admin/users/[id]'])
    expect([...found.keys()]).toContain(kind)
  expect(faultsIn(found, budgets.desk)).toEqual([])
})

test('a library is loaded by the page that draws with it, and by no other', async ({ context }) => {
  const holders = async (address: string) => {
    const { scripts } = await loaded(context, address)
    return Object.entries(libraries).flatMap(([name, word]) => (scriptsWith(scripts, word).length > 0 ? [name] : []))
  }
  expect(await holders('/en/actors')).toEqual([])
  expect(await holders('/en/about')).toEqual([])
  expect(await holders('/en/map')).toEqual(['leaflet'])
  expect(await holders('/en/network')).toEqual(['sigma', 'zod'])
})

test('the years, the ways to share and the filters come at the first press, and none is lost', async ({ page }) => {
  // Pressed as soon as it stands there, before anything has been fetched for it.
  await page.goto('/en/map')
  await page.getByRole('button', { name: 'Share this view' }).click()
  await expect(
    page.getByRole('dialog', { name: 'Share this view' }).getByRole('button', { name: 'Copy' }).first(),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Share this view' })).toBeFocused()
  await page.getByRole('button', { name: 'Years' }).click()
  await expect(page.getByRole('slider').first()).toBeVisible()
})

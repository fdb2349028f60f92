import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { UndirectedGraph } from 'graphology'
import { parse } from 'graphology-gexf/node/index.js'
import { findBrowser } from '../../scripts/browser.mjs'
import { axeFaults } from './axe'
import { expect, test } from './test'

// A machine without a graphics card draws in software.
const found = await findBrowser()
test.use({
  launchOptions: {
    executablePath: found.path,
    args: [...found.arguments, '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
    env: { ...process.env, ...found.env },
  },
})

const rows = (page: Page) => page.locator('main tr[role=row]:has(td)')
const stage = (page: Page) => page.getByRole('application', { name: /^Picture of the network/ })
const cell = (page: Page, row: number, column: number) => rows(page).nth(row).locator('td').nth(column)
const drawn = (page: Page) =>
  expect(page.getByRole('button', { name: 'Arrange again' })).toBeVisible({ timeout: 30_000 })

/** Everything the browser complains about. */
function watch(page: Page) {
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  return faults
}

/** How many different colours the picture has: an empty canvas has one. */
const colours = (page: Page) =>
  stage(page)
    .screenshot()
    .then((picture) => new Set(picture.toString('latin1').match(/[\s\S]{64}/g)).size)

test('the picture, the table, the door and the file hold the same records', async ({ page, request }) => {
  const faults = watch(page)
  await page.goto('/en/network?country=ZA')
  const { nodes, links, relations, isWhole } = await (await request.get('/api/network?country=ZA')).json()
  expect(isWhole).toBe(true)
  await expect(
    page.getByText(`${relations.total} relations between ${nodes.key.length} actors and places`),
  ).toBeVisible()
  const seen: string[] = []
  for (;;) {
    seen.push(...(await rows(page).locator('td:first-child').allInnerTexts()))
    const next = page.getByRole('link', { name: 'Show the next 25' })
    if ((await next.count()) === 0) break
    await page.goto(new URL((await next.getAttribute('href')) ?? '', page.url()).href)
  }
  expect(seen.map((name) => name.trim()).sort()).toEqual([...nodes.name].sort())
  await page.goto('/en/network?country=ZA')
  await expect(stage(page)).toHaveAccessibleName(new RegExp(`, ${nodes.key.length} actors and places$`))
  await drawn(page)
  expect(await colours(page)).toBeGreaterThan(50)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download for Gephi (GEXF)' }).click(),
  ])
  const graph = parse(UndirectedGraph, readFileSync(await file.path(), 'utf8'))
  expect([file.suggestedFilename(), graph.order, graph.size]).toEqual([
    'network.gexf',
    nodes.key.length,
    links.from.length,
  ])
  expect(graph.nodes().sort()).toEqual([...nodes.key].sort())
  expect(graph.getNodeAttributes(nodes.key[0])).toMatchObject({ label: nodes.name[0], degree: nodes.degree[0] })
  expect(faults).toEqual([])
})

test('by keyboard: filter, sort, find an actor, open its network, widen it, let go', async ({ page }) => {
  const faults = watch(page)
  await page.goto('/en/network')
  const filter = page.locator('summary', { hasText: /^Type$/ })
  await filter.focus()
  await page.keyboard.press('Enter')
  await page.getByLabel(/^Twinning/).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/type=twinning/)
  await page.getByRole('columnheader').getByRole('link', { name: 'Countries reached' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/type=twinning.*sort=-countries/)
  await expect(page.getByRole('columnheader', { name: 'Countries reached' })).toHaveAttribute('aria-sort', 'descending')
  const reached = (await rows(page).locator('td:nth-child(6)').allInnerTexts()).map((text) =>
    Number(/\d+/.exec(text)?.[0]),
  )
  expect(reached).toEqual([...reached].sort((a, b) => b - a))
  expect(reached[0]).toBeGreaterThan(1)
  await drawn(page)
  await expect(cell(page, 0, 6)).toHaveText(/%$/)
  await expect(cell(page, 0, 7)).toHaveText(/^\D*\d+$/)

  await page.getByLabel('Find in the network').focus()
  await page.keyboard.type('reggio emilia')
  await page.getByRole('option', { name: /Municipality of Reggio Emilia/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const chosen = page.getByRole('region', { name: 'Municipality of Reggio Emilia' })
  await expect(chosen).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(chosen).toBeHidden()
  await stage(page).focus()
  for (const key of ['+', 'ArrowLeft', 'ArrowUp', '-', '0']) await page.keyboard.press(key)

  const ego = rows(page).getByRole('link', { name: 'See the network of Municipality of Reggio Emilia' })
  await ego.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/actor=[a-z0-9-]+&steps=1|steps=1.*actor=/)
  await expect(page.getByRole('region', { name: 'Network of one actor' })).toContainText(
    'Municipality of Reggio Emilia',
  )
  await expect(chosen).toBeVisible()
  const countOf = async () =>
    Number(/between (\d+)/.exec((await page.getByText(/relations? between/).textContent()) ?? '')?.[1])
  const near = await countOf()
  await page.getByRole('link', { name: '2 steps' }).first().focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/steps=2/)
  await expect.poll(countOf).toBeGreaterThan(near)
  await page.getByRole('link', { name: 'Show the whole network' }).click()
  await expect(page).toHaveURL(/network\?type=twinning$/)
  expect(faults).toEqual([])
})

test('colours, sizes, a group brought out, and who connects two groups', async ({ page }) => {
  const faults = watch(page)
  await page.goto('/en/network')
  await drawn(page)
  const legend = page.getByRole('list', { name: 'Colours' })
  await expect(legend.getByRole('button', { name: /^Universities/ })).toBeVisible()
  await page.getByLabel('Colour', { exact: true }).selectOption('community')
  await legend.getByRole('button', { name: /^Community 1/ }).click()
  await expect(legend.getByRole('button', { name: /^Community 1/ })).toHaveAttribute('aria-pressed', 'true')
  await page.getByLabel('Size', { exact: true }).selectOption('betweenness')
  await expect(page.getByText('The larger, the more ways lead through it')).toBeVisible()
  await page.getByLabel('Groups by').selectOption('country')
  await page.getByLabel('One group').selectOption({ label: await optionOf(page, 'One group', 'Italy') })
  await page.getByLabel('The other group').selectOption({ label: await optionOf(page, 'The other group', 'Italy') })
  await expect(page.getByText('Choose two different groups.')).toBeVisible()
  await page.getByLabel('The other group').selectOption({ label: await optionOf(page, 'The other group', 'Sweden') })
  const bridges = page.getByRole('region', { name: 'Who connects two groups?' }).getByRole('listitem')
  await expect(bridges.first()).toContainText(/joins \d+ pairs?: linked with \d+ in Italy, \d+ in Sweden/)
  const pairs = (await bridges.allInnerTexts()).map((text) => Number(/joins (\d+)/.exec(text)?.[1]))
  expect(pairs).toEqual([...pairs].sort((a, b) => b - a))
  const name = (await bridges.first().getByRole('button').innerText()).trim()
  await bridges.first().getByRole('button').click()
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the picture (PNG)' }).click(),
  ])
  const bytes = readFileSync(await picture.path())
  expect([picture.suggestedFilename(), bytes.subarray(1, 4).toString(), bytes.readUInt32BE(16)]).toEqual([
    'network.png',
    'PNG',
    2400,
  ])
  expect(bytes.length).toBeGreaterThan(60_000)
  expect(faults).toEqual([])
})

async function optionOf(page: Page, label: string, name: string): Promise<string> {
  const labels = await page.getByLabel(label).locator('option').allInnerTexts()
  return labels.find((one) => one.startsWith(name)) ?? name
}

test('an actor’s page leads to its network; one that is not there is 404', async ({ page, request }) => {
  await page.goto('/en/actors?q=modena&kind=university')
  await rows(page).first().getByRole('link').click()
  await page.getByRole('link', { name: 'See its network' }).click()
  await expect(page).toHaveURL(/\/en\/network\?actor=[a-z0-9-]+&steps=1$/)
  await expect(page.getByRole('region', { name: 'Network of one actor' })).toBeVisible()
  const missing = await request.get('/en/network?actor=nobody-00000')
  expect(missing.status()).toBe(404)
  expect(await missing.text()).toContain('<h1')
})

test('without WebGL, and without a connection, the page says so and the table stays', async ({ page }) => {
  await page.addInitScript(() => {
    const draw = HTMLCanvasElement.prototype.getContext
    Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
      value(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.includes('webgl') ? null : Reflect.apply(draw, this, [kind, ...rest])
      },
    })
  })
  await page.goto('/en/network?country=ZA')
  await expect(page.getByText('This browser cannot draw the picture')).toBeVisible()
  // What is measured needs no picture.
  await expect(cell(page, 0, 6)).toHaveText(/%$/)
  await page.route('**/api/network?*', (route) => route.abort())
  await page.reload()
  await expect(page.getByText('The network did not arrive')).toBeVisible()
  expect(await rows(page).count()).toBeGreaterThan(2)
  await page.unroute('**/api/network?*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('This browser cannot draw the picture')).toBeVisible()
})

test('who wants no motion sees the picture when it is arranged', async ({ browser }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto('/en/network')
  await drawn(page)
  await page.getByRole('button', { name: 'Arrange again' }).click()
  await drawn(page)
  expect(await colours(page)).toBeGreaterThan(50)
  await context.close()
})

for (const [path, width, scheme] of [
  ['/en/network', 1280, 'light'],
  ['/it/network?scope=all', 1280, 'dark'],
  ['/sv/network', 390, 'light'],
  ['/pl/network', 320, 'dark'],
] as const)
  test(`${path} at ${width}, ${scheme}: nothing for axe, no inline style, no sideways scrolling`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme })
    const page = await context.newPage()
    const answer = await page.goto(path)
    expect(await answer?.text()).not.toContain(' style="')
    await expect(page.locator('canvas').first()).toBeAttached()
    await expect(page.locator('[aria-pressed]').first()).toBeVisible()
    await page.locator('[aria-pressed]').first().click()
    expect(await axeFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await context.close()
  })

// The network page in a browser that draws in software: how long until it is arranged and measured, and frames a second
// while it is moved.
//   node bench/network.mjs http://localhost:3000 [query] [loads]
// With an address whose network has 20,000 nodes this is the figure of docs/performance.md.
import { chromium } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'

const [base = 'http://localhost:3000', query = '', loads = '3'] = process.argv.slice(2)
const found = await findBrowser()
const software = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist']
const browser = await chromium.launch({
  executablePath: found.path,
  args: [...found.arguments, ...software],
  env: { ...process.env, ...found.env },
})

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

async function measure() {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const start = performance.now()
  const answer = page.waitForResponse((response) => response.url().includes('/api/network'))
  await page.goto(`${base}/en/network?${query}`)
  const bytes = (await (await answer).body()).length
  const loaded = performance.now() - start
  const bar = page.locator('progress')
  await bar.first().waitFor({ timeout: 60_000 })
  const began = performance.now()
  // A sparse network is measured in no time.
  const again = page.getByRole('button', { name: 'Arrange again' })
  await page.locator('progress[aria-label^="Measuring"]').or(again).first().waitFor({ timeout: 120_000 })
  const arranged = performance.now() - began
  await again.waitFor({ timeout: 120_000 })
  const measured = performance.now() - began
  const stage = page.getByRole('application')
  const nodes = /[\d,]+(?= actors)/.exec((await stage.getAttribute('aria-label')) ?? '')?.[0]
  await stage.scrollIntoViewIfNeeded()
  const box = await stage.boundingBox()
  await page.evaluate(() => {
    window.frames_ = []
    const next = (time) => {
      window.frames_.push(time)
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  const panned = performance.now()
  for (let step = 0; performance.now() - panned < 10_000; step += 1)
    await page.mouse.move(x + 150 * Math.sin(step / 9), y + 110 * Math.cos(step / 7))
  const frames = await page.evaluate(() => window.frames_)
  await page.mouse.up()
  const gaps = frames.slice(1).map((time, at) => time - frames[at])
  await page.close()
  return {
    nodes,
    kB: Math.round(bytes / 1000),
    loaded: loaded / 1000,
    arranged: arranged / 1000,
    measured: measured / 1000,
    // Over the whole time, its longest stand included; and the usual one.
    frames: (1000 * gaps.length) / (frames.at(-1) - frames[0]),
    usual: 1000 / median(gaps),
    slowest: Math.max(...gaps),
    ...(process.env.GAPS && {
      gaps: gaps
        .filter((g) => g > 60)
        .map(Math.round)
        .join(' '),
    }),
  }
}

const results = []
for (let load = 0; load < Number(loads); load += 1) results.push(await measure())
await browser.close()
for (const key of Object.keys(results[0]))
  console.log(
    key.padEnd(10),
    typeof results[0][key] === 'number' ? median(results.map((one) => one[key])).toFixed(1) : results[0][key],
  )

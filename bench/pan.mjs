// `npm run bench:pan [-- 100k]`: the map of the built product dragged and zoomed in a browser for 20 seconds, its frames
// counted (bench/README.md). The browser draws without a graphics card. BENCH_PAGE_URL takes a product that runs already.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'
import { root } from '../scripts/dependencies.mjs'
import { main, Refusal, step } from '../scripts/steps.mjs'
import { askedSizes, benchDatabase, openServer } from './database.mjs'
import { buildProduct, startProduct } from './servers.mjs'

const seconds = Number(process.env.BENCH_SECONDS || 20)
const results = join(root, 'bench/results')

await main(async () => {
  process.chdir(root)
  mkdirSync(results, { recursive: true })
  const running = process.env.BENCH_PAGE_URL
  if (running) return report([await pan('running', running.replace(/\/$/, ''))])
  await buildProduct()
  const asked = process.argv.length > 2 ? askedSizes() : ['100k']
  const server = await openServer()
  const found = []
  try {
    for (const size of asked) {
      const database = await benchDatabase(server, size)
      const product = await startProduct(database)
      try {
        found.push(await step(`bench_${size}`, () => pan(size, product.url)))
      } finally {
        await product.stop()
      }
    }
  } finally {
    await server.stop()
  }
  report(found)
})

/** The value below which this share of sorted values lies. */
function at(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

async function pan(name, base) {
  const { path, arguments: args, env } = await findBrowser()
  const browser = await chromium.launch({
    executablePath: path,
    args: [...args, '--disable-gpu'],
    env: { ...process.env, ...env },
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    // The middle of Europe: there is most to draw.
    await page.goto(`${base}/en/map?bbox=2,43,20,54`, { waitUntil: 'networkidle' })
    const map = page.locator('.leaflet-container')
    await map.waitFor()
    await page.waitForTimeout(2000)
    const box = await map.boundingBox()
    if (box === null) throw new Refusal('The map is not shown.')
    await page.evaluate(() => {
      const frames = (globalThis.atlasFrames = [])
      let last = performance.now()
      const count = (now) => {
        frames.push(now - last)
        last = now
        requestAnimationFrame(count)
      }
      requestAnimationFrame(count)
    })
    const marks = await move(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 })
    const frames = (await page.evaluate(() => globalThis.atlasFrames)).slice(1).sort((a, b) => a - b)
    return { name, frames: frames.length, p50: at(frames, 0.5), p95: at(frames, 0.95), longest: frames.at(-1), marks }
  } finally {
    await browser.close()
  }
}

/** Drags this way and that, and turns the wheel in and out after each fourth drag; tells how many marks it saw. */
async function move(page, middle) {
  const end = Date.now() + seconds * 1000
  const marks = []
  const directions = [
    [-1, 0],
    [0, -0.6],
    [1, 0],
    [0, 0.6],
  ]
  for (let turn = 0; Date.now() < end; turn++) {
    const [east, south] = directions[turn % directions.length]
    await page.mouse.move(middle.x, middle.y)
    await page.mouse.down()
    for (let part = 1; part <= 40; part++) {
      await page.mouse.move(middle.x + east * part * 7, middle.y + south * part * 7)
      await page.waitForTimeout(12)
    }
    await page.mouse.up()
    marks.push(await page.locator('.leaflet-marker-pane button').count())
    if (turn % 4 === 3) {
      await page.mouse.wheel(0, Math.floor(turn / 4) % 4 < 2 ? -240 : 240)
      await page.waitForTimeout(600)
    }
  }
  return marks
}

function report(found) {
  writeFileSync(join(results, 'pan.json'), `${JSON.stringify(found, null, 2)}\n`)
  for (const { name, frames, p50, p95, longest, marks } of found)
    console.log(
      `${name}: ${frames} frames in ${seconds} s, median ${p50.toFixed(1)} ms (${(1000 / p50).toFixed(0)} frames/s), p95 ${p95.toFixed(1)} ms (${(1000 / p95).toFixed(0)} frames/s), longest ${longest.toFixed(0)} ms, ${Math.min(...marks)} to ${Math.max(...marks)} marks`,
    )
}

// `npm run bench:page [-- map actor …]`: Lighthouse on pages of the built product with 100,000 actors (bench/README.md).
// BENCH_PAGE_URL measures a product that runs already (the demonstration, say), BENCH_RUNS (5) is the number of runs the
// median is of.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { findBrowser } from '../scripts/browser.mjs'
import { root } from '../scripts/dependencies.mjs'
import { freePort } from '../scripts/postgres.mjs'
import { main, Refusal, step } from '../scripts/steps.mjs'
import { benchDatabase, openServer } from './database.mjs'
import { buildProduct, startProduct } from './servers.mjs'

const runs = Number(process.env.BENCH_RUNS || 5)
const results = join(root, 'bench/results')
const size = '100k'

const metrics = {
  'first-contentful-paint': 'FCP',
  'largest-contentful-paint': 'LCP',
  'total-blocking-time': 'TBT',
  'cumulative-layout-shift': 'CLS',
  'speed-index': 'SI',
}

const faultsOf = ({ categories, audits }) =>
  categories.accessibility.auditRefs.flatMap(({ id, weight }) =>
    weight > 0 && audits[id].score !== null && audits[id].score < 1 ? [audits[id].title] : [],
  )

/** What the page could do without, at the most. */
const costsOf = ({ audits }) => {
  const wasted = (id, key) => (audits[id]?.details?.items ?? []).reduce((sum, item) => sum + (item[key] ?? 0), 0)
  const shift = audits['layout-shifts']?.details?.items?.[0]?.node?.snippet
  return [
    `unused script ${(wasted('unused-javascript', 'wastedBytes') / 1000).toFixed(0)} kB`,
    `main thread ${((audits['mainthread-work-breakdown']?.numericValue ?? 0) / 1000).toFixed(1)} s`,
    `server ${(audits['server-response-time']?.numericValue ?? 0).toFixed(0)} ms`,
    ...(shift ? [`shifts ${shift.slice(0, 80)}`] : []),
  ]
}

await main(async () => {
  process.chdir(root)
  mkdirSync(results, { recursive: true })
  const product = await open()
  try {
    const pages = await pagesOf(product.url)
    const asked = process.argv.slice(2)
    const unknown = asked.find((name) => !(name in pages))
    if (unknown) throw new Refusal(`There is no page ${unknown}. There are ${Object.keys(pages).join(', ')}.`)
    const report = []
    for (const name of asked.length > 0 ? asked : Object.keys(pages))
      report.push(await step(name, () => measure(name, product.url + pages[name])))
    writeFileSync(join(results, 'pages.json'), `${JSON.stringify(report, null, 2)}\n`)
    print(report)
  } finally {
    await product.stop()
  }
})

/** The product that is measured: one that runs already, or the build on bench_100k. */
async function open() {
  const running = process.env.BENCH_PAGE_URL
  if (running) return { url: running.replace(/\/$/, ''), stop: async () => {} }
  await buildProduct()
  const server = await openServer()
  const database = await benchDatabase(server, size)
  const product = await startProduct(database)
  const stop = async () => {
    await product.stop()
    await server.stop()
  }
  return { url: product.url, stop }
}

/** Pages with the records that have most to show. */
async function pagesOf(base) {
  const first = async (list) => (await (await fetch(`${base}/api/v1/${list}`)).json()).data[0]?.slug
  const [actor, territory, practice] = [
    await first('actors?sort=relations&limit=1'),
    await first('territories?limit=1'),
    await first('practices?limit=1'),
  ]
  return {
    home: '/en',
    map: '/en/map',
    ...(actor && { 'map-actor': `/en/map?actor=${actor}` }),
    flows: '/en/map?show=flows',
    regions: '/en/map?show=regions',
    network: '/en/network',
    search: '/en/search?q=reggio',
    actors: '/en/actors',
    ...(actor && { actor: `/en/actors/${actor}` }),
    ...(territory && { territory: `/en/territories/${territory}` }),
    practices: '/en/practices',
    ...(practice && { practice: `/en/practices/${practice}` }),
    about: '/en/about',
  }
}

async function measure(name, url) {
  const found = []
  for (let run = 0; run < runs; run++) found.push(await once(url))
  found.sort((a, b) => a.performance - b.performance)
  const middle = found[found.length >> 1]
  writeFileSync(join(results, `page-${name}.json`), JSON.stringify(middle.whole))
  const { whole, ...scores } = middle
  return {
    name,
    ...scores,
    all: found.map(({ performance }) => performance),
    faults: faultsOf(whole),
    costs: costsOf(whole),
  }
}

/** One run of the mobile preset in a browser of its own. */
async function once(url) {
  const { path, arguments: args, env } = await findBrowser()
  const port = await freePort()
  const profile = mkdtempSync(join(tmpdir(), 'atlas-page-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    args: [...args, `--remote-debugging-port=${port}`],
    env: { ...process.env, ...env },
  })
  try {
    const result = await lighthouse(url, {
      port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: ['performance', 'accessibility'],
    })
    const whole = result?.lhr
    if (!whole || whole.runtimeError) throw new Refusal(`${url}: ${whole?.runtimeError?.message ?? 'no result'}`)
    const values = Object.entries(metrics).map(([id, word]) => [word, whole.audits[id].numericValue])
    return {
      performance: whole.categories.performance.score,
      accessibility: whole.categories.accessibility.score,
      ...Object.fromEntries(values),
      whole,
    }
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

function print(report) {
  console.log(`\nmobile preset, median of ${runs}; ms but CLS`)
  for (const { name, performance, accessibility, all, faults, costs, ...values } of report) {
    const shown = Object.entries(values).map(([word, value]) => `${word} ${value.toFixed(word === 'CLS' ? 3 : 0)}`)
    console.log(
      `${name.padEnd(10)} performance ${performance.toFixed(2)} (${all.join(' ')})  accessibility ${accessibility.toFixed(2)}  ${shown.join('  ')}`,
    )
    console.log(`           ${costs.join('  ')}`)
    for (const fault of faults) console.log(`  ! ${fault}`)
  }
}

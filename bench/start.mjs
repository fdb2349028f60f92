// `npm run bench:start [-- 100k]`: pages asked one after the other while a product that has just been started reads the
// atlas, and the same pages afterwards, when it is in memory.
import { performance } from 'node:perf_hooks'
import { root } from '../scripts/dependencies.mjs'
import { main, Refusal } from '../scripts/steps.mjs'
import { askedSizes, benchDatabase, openServer } from './database.mjs'
import { buildProduct, startListening } from './servers.mjs'

/** YEAR is another one each time, so that such a page was never asked for before. */
const pages = [
  '/en/about',
  '/en',
  '/en/actors',
  '/en/relations',
  '/api/map/actors?zoom=4',
  '/en/actors?kind=university&since=YEAR',
  '/en/relations?country=PL&since=YEAR',
  '/en/network?country=SE&since=YEAR',
  '/en/search?q=university',
  '/api/map/actors?zoom=4&kind=university&since=YEAR',
  '/api/map/relations?level=country&since=YEAR',
]
const firstYear = 1900
const turnsAfter = 10

await main(async () => {
  process.chdir(root)
  await buildProduct()
  const [size = '100k'] = process.argv.length > 2 ? askedSizes() : []
  const server = await openServer()
  try {
    const product = await startListening(await benchDatabase(server, size))
    try {
      await measure(product)
    } finally {
      await product.stop()
    }
  } finally {
    await server.stop()
  }
})

async function measure(product) {
  const since = performance.now()
  let isKept = false
  const kept = product.hears('atlas kept').then(() => {
    isKept = true
    return (performance.now() - since) / 1000
  })
  const early = new Map(pages.map((page) => [page, []]))
  let turn = 0
  while (!isKept) await askAll(product.url, early, turn++)
  const later = new Map(pages.map((page) => [page, []]))
  for (let left = turnsAfter; left > 0; left--) await askAll(product.url, later, turn++)
  console.log(
    `\nthe atlas was in memory after ${(await kept).toFixed(1)} s; ms of each page, one asked after the other\n`,
  )
  console.log('| page | times | of them 503 | first | median | longest | afterwards, median | longest |')
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
  for (const [page, times] of early) {
    const refused = times.filter(({ isRefused }) => isRefused).length
    const cells = [times.length, refused, times[0].ms, ...middleAndMost(times), ...middleAndMost(later.get(page))]
    console.log(`| ${page} | ${cells.map(Math.round).join(' | ')} |`)
  }
}

/** Asks each page once. */
async function askAll(base, timesOf, turn) {
  for (const [page, times] of timesOf) {
    const since = performance.now()
    const answer = await fetch(base + page.replace('YEAR', String(firstYear + turn)))
    await answer.arrayBuffer()
    if (!answer.ok && answer.status !== 503) throw new Refusal(`${page} answered ${answer.status}.`)
    times.push({ ms: performance.now() - since, isRefused: answer.status === 503 })
  }
}

function middleAndMost(times) {
  const sorted = times.map(({ ms }) => ms).toSorted((a, b) => a - b)
  return [sorted[sorted.length >> 1] ?? Number.NaN, sorted.at(-1) ?? Number.NaN]
}

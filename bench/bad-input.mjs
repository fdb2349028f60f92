// `npm run bench:bad [-- 100k]`: fifty bad requests at once against the built product, again and again for ten seconds, and
// a plain page asked for beside them. Each bad one is to be answered as it should within 2 s, the page within 1 s.
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../scripts/dependencies.mjs'
import { main, Refusal } from '../scripts/steps.mjs'
import { badRequests } from './bad-requests.mjs'
import { askedSizes, benchDatabase, openServer } from './database.mjs'
import { buildProduct, startProduct } from './servers.mjs'

const seconds = 10
const limits = { bad: 2000, page: 1000 }

await main(async () => {
  process.chdir(root)
  const running = process.env.BENCH_PAGE_URL
  if (running) return judge(await run(running.replace(/\/$/, '')))
  await buildProduct()
  const [size = '100k'] = process.argv.length > 2 ? askedSizes() : []
  const server = await openServer()
  try {
    const database = await benchDatabase(server, size)
    const product = await startProduct(database)
    try {
      judge(await run(product.url))
    } finally {
      await product.stop()
    }
  } finally {
    await server.stop()
  }
})

function leadsTo(text, foreign) {
  return new RegExp(`(href|action|src)="(https?:)?//[^"/]*${foreign}`).test(text)
}

async function timed(url) {
  const since = performance.now()
  const answer = await fetch(url, { redirect: 'manual' })
  const text = await answer.text()
  return { status: answer.status, text, ms: performance.now() - since }
}

async function run(base) {
  for (let turn = 0; turn < 5; turn++) await timed(`${base}/en/about`)
  const end = Date.now() + seconds * 1000
  const found = badRequests.map((request) => ({ ...request, longest: 0, faults: new Set() }))
  const pages = []
  const askOne = async (one) => {
    const { status, text, ms } = await timed(base + one.path)
    one.longest = Math.max(one.longest, ms)
    if (status !== one.status) one.faults.add(`answered ${status}`)
    else if (one.hides && leadsTo(text, one.hides)) one.faults.add(`leads to ${one.hides}`)
    else if (one.names && !text.includes(`"${one.names}"`)) one.faults.add(`does not name ${one.names}`)
  }
  const askPages = async () => {
    while (Date.now() < end) {
      pages.push(await timed(`${base}/en/about`))
      await wait(100)
    }
  }
  const beside = askPages()
  let rounds = 0
  for (; Date.now() < end; rounds++) await Promise.all(found.map(askOne))
  await beside
  return { found, pages, rounds }
}

function judge({ found, pages, rounds }) {
  const slow = found.filter(({ longest }) => longest > limits.bad)
  for (const one of slow) one.faults.add(`took ${Math.round(one.longest)} ms`)
  const longest = Math.max(...pages.map(({ ms }) => ms))
  const times = found.map((one) => one.longest).sort((a, b) => a - b)
  console.log(`${found.length} requests at once, ${rounds} rounds: slowest ${Math.round(times.at(-1))} ms`)
  console.log(`a plain page beside them, ${pages.length} times: slowest ${Math.round(longest)} ms`)
  const wrong = found.filter(({ faults }) => faults.size > 0)
  for (const { path, faults } of wrong) console.log(`! ${path.slice(0, 100)}: ${[...faults].join(', ')}`)
  const isSlow = longest > limits.page || pages.some(({ status }) => status !== 200)
  if (wrong.length > 0 || isSlow)
    throw new Refusal(isSlow ? 'The plain page suffered.' : 'Bad input was not answered well.')
}

// `npm run bench [-- 10k 100k 1m]`: the built product against bare servers with the same statements (bench/README.md).
// Ratios are shown, not judged: the exit is 0 unless something broke.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { buildFolder, bundleOptions, run } from '../scripts/build.mjs'
import { withClient } from '../scripts/database.mjs'
import { root } from '../scripts/dependencies.mjs'
import { migrate } from '../scripts/migrate.mjs'
import { main, Refusal, step } from '../scripts/steps.mjs'
import { askedSizes, environmentOf, openServer } from './database.mjs'
import { clients, load, summary } from './load.mjs'
import { reportOf } from './report.mjs'
import { buildProduct, startBare, startConstant, startProduct } from './servers.mjs'

const seconds = Number(process.env.BENCH_SECONDS || 2)
// Only the cases whose names match; all without it.
const wanted = new RegExp(process.env.BENCH_CASES || '')
const rounds = 2
const aloneTimes = 5
const results = join(root, 'bench/results')

await main(async () => {
  const asked = askedSizes()
  process.chdir(root)
  mkdirSync(results, { recursive: true })
  await buildProduct()
  await bundleBench()
  const server = await openServer()
  try {
    const databases = []
    for (const size of asked) databases.push(await measure(server, size))
    const machine = {
      processor: `${cpus().length} × ${cpus()[0].model}`,
      memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
      node: process.version,
    }
    const report = { at: new Date().toISOString(), machine, clients, seconds, rounds, databases }
    writeFileSync(join(results, 'latest.json'), `${JSON.stringify(report, null, 2)}\n`)
    const text = reportOf(report)
    writeFileSync(join(results, 'latest.md'), text)
    console.log(text)
    if (databases.some(({ cases }) => cases.some(({ broke }) => broke))) throw new Refusal('Some cases broke.')
  } finally {
    await server.stop()
  }
})

async function bundleBench() {
  const { build, stop } = await import('esbuild')
  const entryPoints = { 'bare-server': 'bench/bare-server.ts', 'bench-questions': 'bench/questions.ts' }
  await build({ ...bundleOptions(), entryPoints })
  await stop()
}

async function measure(server, size) {
  const name = `bench_${size}`
  const database = server.urlOf(name)
  const rows = await withClient(database, (client) => client.query('SELECT count(*)::int AS rows FROM actor')).catch(
    () => {
      throw new Refusal(`There is no database ${name}: npm run bench:data -- ${size}`)
    },
  )
  await migrate(database)
  await step(`${name}: reference data`, () => run(join(buildFolder, 'load-reference.mjs'), [], environmentOf(database)))
  const questions = await step(`${name}: statements`, () => ask(database, join(results, `plans-${size}.txt`)))
  const product = await startProduct(database)
  const bare = await startBare(database, product.url)
  const constant = await startConstant(database)
  const bases = { product: product.url, bare: bare.url, constant: constant.url }
  try {
    const cases = await step(`${name}: load`, () => measureCases(questions.cases, bases, database))
    const { times, plans, warnings, searching } = questions
    return { name, size, actors: rows.rows[0].rows, cases, times, plans, warnings, searching }
  } finally {
    await constant.stop()
    await bare.stop()
    await product.stop()
  }
}

/** Runs bench/questions.ts on one database. */
async function ask(database, plansFile) {
  const child = spawn(process.execPath, [join(buildFolder, 'bench-questions.mjs'), plansFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environmentOf(database),
  })
  let output = ''
  child.stdout.on('data', (bytes) => (output += bytes))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Refusal('The statements could not be asked.')
  return JSON.parse(output)
}

/** Every case and its limit in alternation, so that what disturbs the machine disturbs both. */
async function measureCases(all, bases, database) {
  const cases = all.filter(({ subject, name }) => wanted.test(`${subject} ${name}`))
  const measured = []
  for (const one of cases) {
    const { subject, name, goal, limit } = one
    const found = await measureCase(one, bases, database).catch((error) => ({ broke: error.message }))
    measured.push({ subject, name, goal, against: limit, ...found })
    console.log(`  ${measured.length}/${cases.length} ${subject}: ${name}  ${found.broke ?? wordsOf(found, limit)}`)
  }
  return measured
}

function wordsOf({ product, ratio, alone }, limit) {
  const rate = `${product.perSecond.toFixed(0)}/s, p95 ${product.p95.toFixed(1)} ms, ${ratio.toFixed(2)} of ${limit}`
  return `${rate}; alone ${alone.toFixed(1)} ms`
}

async function measureCase(one, bases, database) {
  const { paths, limit } = sharesOf(one, bases)
  const alone = await askAlone(bases.product, paths, database)
  const [mine, its] = [[], []]
  const turns = [{ at: alone.asked }, { at: 0 }]
  // Warming up goes on in the same turns: what it asked for would be kept.
  await load(bases.product, paths, turns[0], 1)
  await load(limit.base, limit.paths, turns[1], 1)
  for (let round = 0; round < rounds; round++) {
    mine.push(await load(bases.product, paths, turns[0], seconds))
    its.push(await load(limit.base, limit.paths, turns[1], seconds))
  }
  const [product, bare] = [summary(mine), summary(its)]
  // Then some answers were kept.
  const isAgain = paths.length > 1 && turns[0].at > paths.length
  return { alone: alone.ms, isAgain, product, bare, ratio: product.perSecond / bare.perSecond }
}

/** The paths asked of the product, and those of the limit: kept answers are made of paths the product is not asked for. */
function sharesOf({ paths, limit }, { bare, constant }) {
  // Few, so that their rows are in memory after the first second.
  if (limit === 'constant') return { paths, limit: { base: constant, paths: paths.slice(0, 10) } }
  if (limit === 'same SQL') return { paths, limit: { base: bare, paths } }
  const few = paths.length < 100 ? 0 : 20
  const ofLimit = few === 0 ? paths : paths.slice(-few)
  const kept = ofLimit.map((path) => `/kept${path}`)
  return { paths: few === 0 ? paths : paths.slice(0, -few), limit: { base: bare, paths: kept } }
}

/**
 * One client that asks a few times for what is not kept (after a change, so to speak): the median, ms. Growth is read
 * from this.
 */
async function askAlone(base, paths, database) {
  const times = []
  await withClient(database, async (client) => {
    for (let turn = 0; turn < aloneTimes; turn++) {
      await client.query('UPDATE data_version SET version = version + 1')
      const since = performance.now()
      const answer = await fetch(base + paths[turn % paths.length])
      await answer.arrayBuffer()
      times.push(performance.now() - since)
      if (!answer.ok) throw new Refusal(`${paths[turn % paths.length]} was answered ${answer.status}.`)
    }
  })
  return { ms: times.sort((a, b) => a - b)[Math.floor(times.length / 2)], asked: aloneTimes }
}

// `npm run bench [-- 10k 100k 1m]`: the built product against bare servers with the same statements (bench/README.md).
// Ratios are shown, not judged: the exit is 0 unless something broke.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { buildApp, buildBaseMap, buildFolder, bundleOptions, generate, run } from '../scripts/build.mjs'
import { withClient } from '../scripts/database.mjs'
import { root } from '../scripts/dependencies.mjs'
import { migrate } from '../scripts/migrate.mjs'
import { main, Refusal, step } from '../scripts/steps.mjs'
import { askedSizes, environmentOf, openServer } from './database.mjs'
import { clients, load, summary } from './load.mjs'
import { printReport } from './report.mjs'
import { startBare, startConstant, startProduct } from './servers.mjs'

const seconds = Number(process.env.BENCH_SECONDS || 2)
// Only the cases whose names match; all without it.
const wanted = new RegExp(process.env.BENCH_CASES || '')
const rounds = 2
const results = join(root, 'bench/results')

await main(async () => {
  const asked = askedSizes()
  process.chdir(root)
  mkdirSync(results, { recursive: true })
  await generate()
  await buildBaseMap()
  await step('build', async (note) => note((await buildApp()) ? 'built' : 'unchanged'))
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
    printReport(report)
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
    const cases = await step(`${name}: load`, () => measureCases(questions.addresses, bases))
    const { times, plans, warnings } = questions
    return { name, actors: rows.rows[0].rows, cases, times, plans, warnings }
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
async function measureCases(addresses, bases) {
  const cases = []
  for (const [name, paths] of Object.entries(addresses)) {
    if (!wanted.test(name)) continue
    const limit = limitOf(name, paths, bases)
    const [mine, its] = [[], []]
    const turns = [{ at: 0 }, { at: 0 }]
    // Warming up goes on in the same turns: what it asked for would be kept.
    await load(bases.product, paths, turns[0], 1)
    await load(limit.base, limit.paths, turns[1], 1)
    for (let round = 0; round < rounds; round++) {
      mine.push(await load(bases.product, paths, turns[0], seconds))
      its.push(await load(limit.base, limit.paths, turns[1], seconds))
    }
    cases.push({ name, limit: limit.name, product: summary(mine), bare: summary(its) })
  }
  return cases.map((one) => ({ ...one, ratio: one.product.perSecond / one.bare.perSecond }))
}

/** Answers of these are in the memory of the product; no statement is asked. */
const isKept = (name, paths) => !name.startsWith('api') && paths.length === 1

function limitOf(name, paths, { bare, constant }) {
  // Few, so that their rows are in memory after the first second.
  if (name.startsWith('page')) return { name: 'same page, constant rows', base: constant, paths: paths.slice(0, 10) }
  if (isKept(name, paths)) return { name: 'bare, kept', base: bare, paths: paths.map((path) => `/kept${path}`) }
  return { name: 'bare, same SQL', base: bare, paths }
}

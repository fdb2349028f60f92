// `npm run bench:data [-- 10k 100k 1m]`: databases bench_10k and bench_100k from published files, and bench_1m made of
// the latter (bench/README.md).
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildFolder, bundleOptions, generate, run } from '../scripts/build.mjs'
import { root } from '../scripts/dependencies.mjs'
import { migrate } from '../scripts/migrate.mjs'
import { withClient } from '../scripts/database.mjs'
import { main, Refusal, step } from '../scripts/steps.mjs'
import { askedSizes, environmentOf, makeDatabase, openServer, sizes } from './database.mjs'

const grown = { size: '1m', from: '100k' }

await main(async () => {
  const asked = askedSizes()
  const files = resolve(process.env.BENCH_DATA ?? '../shared/data')
  const isRead = asked.some((size) => size !== grown.size)
  if (isRead && !existsSync(join(files, 'ror-records-2026')))
    throw new Refusal(`${files} does not hold the published files. Set BENCH_DATA to their folder (bench/README.md).`)
  process.chdir(root)
  await generate()
  const { build, stop } = await import('esbuild')
  const entryPoints = {
    'bench-data': 'bench/data/build.ts',
    'bench-grow': 'bench/grow/grow.ts',
    'load-reference': 'scripts/load-reference.ts',
  }
  await build({ ...bundleOptions(), entryPoints })
  await stop()
  const server = await openServer()
  try {
    for (const size of asked) await (size === grown.size ? grow(server) : fill(server, size, files))
  } finally {
    await server.stop()
  }
})

async function fill(server, size, files) {
  const database = `bench_${size}`
  const url = server.urlOf(database)
  const env = { ...environmentOf(url), BENCH_DATA: files }
  await step(`database ${database}`, async () => {
    await makeDatabase(server, database)
    await migrate(url)
  })
  await step('reference data', () => run(join(buildFolder, 'load-reference.mjs'), [], env))
  await step(`${size} actors`, () => runBundle('bench-data', String(sizes[size]), env))
}

/** The largest database: too slow through the saves, so a smaller one is copied and multiplied. */
async function grow(server) {
  const [database, template] = [`bench_${grown.size}`, `bench_${grown.from}`]
  const url = server.urlOf(database)
  await step(`database ${template}`, async () => {
    await withClient(server.urlOf(template), async () => {}).catch(() => {
      throw new Refusal(`There is no database ${template}: npm run bench:data -- ${grown.from}`)
    })
    await migrate(server.urlOf(template))
  })
  // The reference data of this checkout: the copies read them.
  await step('reference data', () =>
    run(join(buildFolder, 'load-reference.mjs'), [], environmentOf(server.urlOf(template))),
  )
  await step(`copy of ${template}`, () => makeDatabase(server, database, template))
  const copies = sizes[grown.size] / sizes[grown.from] - 1
  await step(`${grown.size} actors`, () => runBundle('bench-grow', String(copies), environmentOf(url)))
}

async function runBundle(name, parameter, env) {
  const child = spawn(process.execPath, [join(buildFolder, `${name}.mjs`), parameter], { stdio: 'inherit', env })
  const [code, signal] = await once(child, 'exit')
  if (code !== 0) throw new Refusal(`${name} did not end well (${code ?? signal}).`)
}

// `npm run bench:data [-- 10k 100k]`: databases bench_10k and bench_100k from published files (docs/performance.md).
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildFolder, bundleOptions, generate, run } from '../scripts/build.mjs'
import { root } from '../scripts/dependencies.mjs'
import { migrate } from '../scripts/migrate.mjs'
import { main, Refusal, step } from '../scripts/steps.mjs'
import { askedSizes, environmentOf, makeDatabase, openServer, sizes } from './database.mjs'

await main(async () => {
  const asked = askedSizes()
  const files = resolve(process.env.BENCH_DATA ?? '../shared/data')
  if (!existsSync(join(files, 'ror-records-2026')))
    throw new Refusal(
      `${files} does not hold the published files. Set BENCH_DATA to their folder (docs/performance.md).`,
    )
  process.chdir(root)
  await generate()
  const { build, stop } = await import('esbuild')
  const entryPoints = { 'bench-data': 'bench/data/build.ts', 'load-reference': 'scripts/load-reference.ts' }
  await build({ ...bundleOptions(), entryPoints })
  await stop()
  const server = await openServer()
  try {
    for (const size of asked) await fill(server, size, files)
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
  await step(`${size} actors`, async () => {
    const child = spawn(process.execPath, [join(buildFolder, 'bench-data.mjs'), String(sizes[size])], {
      stdio: 'inherit',
      env,
    })
    const [code, signal] = await once(child, 'exit')
    if (code !== 0) throw new Refusal(`${database} was not filled (${code ?? signal}).`)
  })
}

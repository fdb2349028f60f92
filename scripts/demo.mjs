// `npm run demo`: loads the demonstration partnership into an empty installation, or with `-- --remove` takes it away.
// Works on DATABASE_URL, else on the embedded database, which is started when it is down and left as it was found.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildFolder, bundleOptions, generate, run } from './build.mjs'
import { openEmbedded } from './database.mjs'
import { root } from './dependencies.mjs'
import { main } from './steps.mjs'

await main(async () => {
  process.chdir(root)
  if (existsSync('.env')) process.loadEnvFile('.env')
  await generate()
  const { build, stop } = await import('esbuild')
  await build({ ...bundleOptions(), entryPoints: { 'load-demo': 'scripts/load-demo.ts' } })
  await stop()
  const dataFolder = resolve(process.env.DATA_DIR || '.data')
  const given = process.env.DATABASE_URL
  const database = given ? { url: given, stop: async () => {} } : await openEmbedded(join(dataFolder, 'postgres'))
  try {
    const said = await run(join(buildFolder, 'load-demo.mjs'), process.argv.slice(2), {
      DATABASE_URL: database.url,
      EMBEDDED_DATABASE: given ? '0' : '1',
      DATA_DIR: dataFolder,
      // Nothing is signed here, but the environment is read as a whole.
      AUTH_SECRET: process.env.AUTH_SECRET || 'not used while records are loaded',
    })
    console.log(said.trim() || 'nothing to do: this installation has records of its own, or had the demonstration')
  } finally {
    await database.stop()
  }
})

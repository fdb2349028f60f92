// `npm run admin -- EMAIL`: makes an administrator, the first one above all, and prints a link to choose a password by.
// Works on DATABASE_URL, else on the embedded database, which is started when it is down and left as it was found.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildFolder, bundleOptions, generate, run } from './build.mjs'
import { openEmbedded } from './database.mjs'
import { root } from './dependencies.mjs'
import { main, Refusal } from './steps.mjs'

await main(async () => {
  process.chdir(root)
  if (existsSync('.env')) process.loadEnvFile('.env')
  const dataFolder = resolve(process.env.DATA_DIR || '.data')
  const given = process.env.DATABASE_URL
  const kept = join(dataFolder, 'auth-secret')
  // The link is signed as the server signs: another secret would make a link that it does not know.
  const secret = process.env.AUTH_SECRET || (!given && existsSync(kept) ? readFileSync(kept, 'utf8') : undefined)
  if (!secret) throw new Refusal('AUTH_SECRET is missing: the same as the server has.')
  await generate()
  const { build, stop } = await import('esbuild')
  await build({ ...bundleOptions(), entryPoints: { admin: 'scripts/admin.ts' } })
  await stop()
  const database = given ? { url: given, stop: async () => {} } : await openEmbedded(join(dataFolder, 'postgres'))
  try {
    const said = await run(join(buildFolder, 'admin.mjs'), process.argv.slice(2), {
      DATABASE_URL: database.url,
      EMBEDDED_DATABASE: given ? '0' : '1',
      DATA_DIR: dataFolder,
      AUTH_SECRET: secret,
    })
    console.log(said.trim())
  } finally {
    await database.stop()
  }
})

// Commands that work on the data: `node scripts/command.mjs import …`. Each is an entry of its own, bundled when it is
// called. On DATABASE_URL, else on the embedded database, which is started when it is down and left as it was found.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildFolder, bundleOptions, generate } from './build.mjs'
import { openEmbedded } from './database.mjs'
import { root } from './dependencies.mjs'
import { main, Refusal } from './steps.mjs'

const entries = { admin: 'scripts/admin.ts', demo: 'scripts/load-demo.ts', import: 'scripts/import-file.ts' }

await main(async () => {
  const [name, ...args] = process.argv.slice(2)
  const entry = entries[name]
  if (!entry) throw new Refusal(`no such command: ${name}. There are ${Object.keys(entries).join(', ')}.`)
  // Files are named from where the command was called.
  const calledFrom = process.env.INIT_CWD ?? process.cwd()
  process.chdir(root)
  if (existsSync('.env')) process.loadEnvFile('.env')
  await generate()
  const { build, stop } = await import('esbuild')
  await build({ ...bundleOptions(), entryPoints: { [`command-${name}`]: entry } })
  await stop()
  const dataFolder = resolve(process.env.DATA_DIR || '.data')
  const given = process.env.DATABASE_URL
  const database = given ? { url: given, stop: async () => {} } : await openEmbedded(join(dataFolder, 'postgres'))
  try {
    const child = spawn(process.execPath, [join(buildFolder, `command-${name}.mjs`), ...args], {
      stdio: 'inherit',
      env: {
        ...process.env,
        CALLED_FROM: calledFrom,
        DATABASE_URL: database.url,
        EMBEDDED_DATABASE: given ? '0' : '1',
        DATA_DIR: dataFolder,
        AUTH_SECRET: secretOf(name, dataFolder, given),
      },
    })
    const [code] = await once(child, 'exit')
    process.exitCode = code ?? 1
  } finally {
    await database.stop()
  }
})

/** A link is signed as the server signs; what signs nothing needs no secret, but the environment is read as a whole. */
function secretOf(name, dataFolder, given) {
  const kept = join(dataFolder, 'auth-secret')
  const secret = process.env.AUTH_SECRET || (!given && existsSync(kept) ? readFileSync(kept, 'utf8') : undefined)
  if (!secret && name === 'admin') throw new Refusal('AUTH_SECRET is missing: the same as the server has.')
  return secret ?? 'not used by commands on the data'
}

// The work of `npm start` and `npm run dev`, under the packaged Node: everything up to a server that answers.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { buildApp, buildBaseMap, buildFolder, bundle, bundleOptions, generate, run } from './build.mjs'
import { checkExternal, grantApp, openEmbedded, withClient } from './database.mjs'
import { onParentGone, root } from './dependencies.mjs'
import { migrate } from './migrate.mjs'
import { main, Refusal, step } from './steps.mjs'

const isDev = process.argv.includes('--dev')
// For end-to-end tests; nobody shall lose a database by a mistyped word.
const isFresh = process.argv.includes('--fresh') && /(^|\/)\.data-test\//.test(process.env.DATA_DIR ?? '')
process.chdir(root)
if (existsSync('.env')) process.loadEnvFile('.env')

let server
let worker
let database
let isStopping = false
await main(async () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  onParentGone(stop)
  const settings = await readSettings()
  await assertFreePort(settings.PORT)
  database = await step('database', (note) => openDatabase(settings, note))
  const env = {
    ...process.env,
    ...settings,
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: database.ownerUrl,
    BUILD_DIR: buildFolder,
  }
  await step('generated code', generate)
  await step('migrations', async (note) => note(`${await migrate(database.ownerUrl)} applied`))
  await separateRoles(settings)
  await step('base map', buildBaseMap)
  if (isDev) await step('bundles', bundle)
  else await step('build', async (note) => note((await buildApp()) ? 'built' : 'unchanged'))
  await step('reference data', () => load('load-reference', env))
  if (settings.DEMO === '1') await step('demonstration data', () => loadDemo(env))
  await startServer(env)
  if (settings.JOBS === 'worker') startWorker(env)
  console.log(`\nready http://localhost:${settings.PORT}`)
  if (settings.EMBEDDED_DATABASE === '1') printAccounts(settings.DATA_DIR)
  if (isDev) await rebundleOnChange(env)
})
if (process.exitCode) await stop()

/** The environment as src/platform/env.ts reads it, back as text, with what the embedded database makes itself. */
async function readSettings() {
  const { parseEnvironment } = await import('../src/platform/env.ts')
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const isEmbedded = !given.DATABASE_URL
  if (isEmbedded && given.DATABASE_OWNER_URL) throw new Refusal('DATABASE_OWNER_URL is set, DATABASE_URL is missing.')
  const dataFolder = resolve(given.DATA_DIR ?? '.data')
  const made = isEmbedded
    ? { DATABASE_URL: 'postgresql://embedded/atlas', AUTH_SECRET: given.AUTH_SECRET ?? keptSecret(dataFolder) }
    : {}
  const result = parseEnvironment({ ...given, ...made, EMBEDDED_DATABASE: isEmbedded ? '1' : '0' })
  if (result.problems) throw new Refusal(result.problems.join('\n'))
  const { environment } = result
  return {
    ...made,
    NODE_ENV: isDev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(environment.PORT),
    DATA_DIR: dataFolder,
    DEMO: environment.DEMO ? '1' : '0',
    JOBS: environment.JOBS,
    EMBEDDED_DATABASE: isEmbedded ? '1' : '0',
  }
}

function keptSecret(folder) {
  const file = join(folder, 'auth-secret')
  mkdirSync(folder, { recursive: true })
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

function assertFreePort(port) {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', () => fail(new Refusal(`PORT ${port} cannot be used (something listens there?). Set PORT.`)))
    probe.listen(Number(port), () => probe.close(done))
  })
}

async function openDatabase(settings, note) {
  if (settings.EMBEDDED_DATABASE === '1') {
    note('embedded PostgreSQL')
    return openEmbedded(join(settings.DATA_DIR, 'postgres'), { isFresh })
  }
  const { DATABASE_URL: url, DATABASE_OWNER_URL: owner } = process.env
  await checkExternal(owner || url, url)
  return { url, ownerUrl: owner || url, stop: async () => {} }
}

async function separateRoles(settings) {
  const isSeparate = await grantApp(database.ownerUrl, database.url)
  if (!isSeparate && settings.EMBEDDED_DATABASE === '0')
    console.log(
      '! one database role for everything: set DATABASE_OWNER_URL so that the app cannot change structure or audit log',
    )
}

/** A loader says what it did in one line, or nothing. */
async function load(name, env) {
  const output = (await run(join(buildFolder, `${name}.mjs`), [], env)).trim()
  if (output) console.log(output.replace(/^/gm, '  '))
}

/** The loader looks for itself, but takes a second to say that there is nothing to do. */
async function loadDemo(env) {
  const settled = `SELECT 1 FROM setting WHERE key = 'demo' AND value #>> '{}' IN ('loaded', 'removed')`
  const { rowCount } = await withClient(database.ownerUrl, (client) => client.query(settled))
  if (!rowCount) await load('load-demo', env)
}

/** Beside us, ended when we end. */
function startProcess(name, env) {
  return spawn(process.execPath, ['--enable-source-maps', join(buildFolder, `${name}.mjs`)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env,
  })
}

function startServer(env) {
  const current = (server = startProcess('server', env))
  return new Promise((done, fail) => {
    current.once('message', done)
    current.once('exit', (code, signal) => {
      if (isStopping || current !== server) return
      fail(new Refusal(`The server ended (${code ?? signal}).`))
      stop(code ?? signal)
    })
  })
}

/** The web goes on without its worker; a worker that ended is started again, after a while when it ends at once. */
function startWorker(env) {
  const current = (worker = startProcess('worker', env))
  const since = Date.now()
  current.once('exit', (code, signal) => {
    if (isStopping || current !== worker) return
    console.error(`The worker ended (${code ?? signal}); it is started again.`)
    setTimeout(() => !isStopping && current === worker && startWorker(env), Date.now() - since < 10_000 ? 10_000 : 1000)
  })
}

function printAccounts(folder) {
  const file = join(folder, 'demo-accounts.json')
  if (!existsSync(file)) return
  console.log(`\ndemo accounts (${file})`)
  const accounts = JSON.parse(readFileSync(file, 'utf8'))
  const width = (field) => Math.max(...accounts.map((account) => account[field].length)) + 2
  for (const { role, email, password, territory } of accounts)
    console.log(`  ${role.padEnd(width('role'))}${email.padEnd(width('email'))}${password}  ${territory ?? ''}`)
}

/** Next reloads pages itself; the doors and the jobs are bundles of ours, so their processes start again. */
async function rebundleOnChange(env) {
  const { context } = await import('esbuild')
  let known
  const restart = {
    name: 'restart',
    setup: (build) =>
      build.onEnd(async ({ errors, outputFiles }) => {
        if (errors.length) return
        const text = (name) => outputFiles.find(({ path }) => path.endsWith(`${name}.mjs`)).text
        const now = { server: text('server'), worker: text('worker') }
        const before = known ?? now
        known = now
        if (before.server === now.server && before.worker === now.worker) return
        const hadWorker = worker !== undefined
        await stopProcesses()
        await bundle()
        await startServer(env)
        if (hadWorker) startWorker(env)
      }),
  }
  await (await context({ ...bundleOptions(), write: false, plugins: [restart] })).watch()
}

/** Server and worker side by side: each finishes what it has begun, 15 seconds at most. */
async function stopProcesses() {
  const running = [server, worker]
  server = worker = undefined
  await Promise.all(running.map(stopProcess))
}

async function stopProcess(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  await ended
}

/** Ends everything in order: server and worker first, then the database. */
async function stop() {
  if (isStopping) return // a terminal and npm both pass on the same Ctrl-C
  isStopping = true
  await stopProcesses()
  await database?.stop()
  process.exit()
}

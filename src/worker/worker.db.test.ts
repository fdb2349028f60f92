// The process as `npm start` runs it: bundled, killed, started again.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { bundleOptions } from '../../scripts/build.mjs'
import { db } from '@/platform/db'
import { type Mail, queueMails } from '@/platform/mail'
import { openMailServer, portOf } from '@tests/mail-server'

const folder = '.data-test/worker'
const workers: ChildProcess[] = []
beforeAll(() => build({ ...bundleOptions(folder), entryPoints: { worker: 'src/worker.ts' } }))
afterAll(() => workers.forEach((worker) => worker.kill('SIGKILL')))

async function startWorker(port: number): Promise<ChildProcess> {
  const worker = spawn(process.execPath, [`${folder}/worker.mjs`], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'atlas@example.eu' },
  })
  workers.push(worker)
  await once(worker, 'message')
  return worker
}

const digestFor = (to: string): Mail => ({
  template: 'desk.digest',
  to,
  locale: 'pl',
  parameters: { count: 1, news: 'x', rhythm: 'daily' },
})

test(
  'a worker killed while it sends costs no mail and sends none twice; one told to stop ends',
  { timeout: 90_000 },
  async () => {
    const sockets: Socket[] = []
    const first = await startWorker(await portOf(createServer((socket) => sockets.push(socket))))
    await queueMails(db, [digestFor('ada@example.eu')])
    await vi.waitFor(() => expect(sockets).toHaveLength(1), { timeout: 10_000 })
    first.kill('SIGKILL')
    await once(first, 'exit')

    const taken: string[] = []
    const well = await openMailServer(({ to }) => taken.push(...to))
    const second = await startWorker(well.port)
    await db.outboxMail.updateMany({ data: { claimedUntil: new Date() } }) // five minutes later
    await queueMails(db, [digestFor('bob@example.eu')])
    await vi.waitFor(() => expect(taken).toHaveLength(2), { timeout: 15_000 })
    expect(taken.sort()).toEqual(['ada@example.eu', 'bob@example.eu'])
    const since = Date.now()
    second.kill('SIGTERM')
    expect(await once(second, 'exit')).toEqual([0, null])
    expect(Date.now() - since).toBeLessThan(15_000)
    await well.close()
  },
)

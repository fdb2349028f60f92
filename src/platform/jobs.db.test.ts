import { afterEach, expect, test, vi } from 'vitest'
import { db, pool } from '@/platform/db'
import { wakeJob } from '@/platform/job-wake'
import { startJobs } from '@/platform/jobs'

let running: Awaited<ReturnType<typeof startJobs>>[] = []
const start = async (...jobs: Parameters<typeof startJobs>[0]) => {
  const started = await startJobs(jobs)
  running.push(started)
  return started
}
afterEach(async () => {
  await Promise.all(running.map(({ stop }) => stop()))
  running = []
})

const never = '0 0 1 1 *'

test('a job is woken by what is committed, and only by that', async () => {
  let turns = 0
  await start({ name: 'test.count', cron: never, run: async () => void turns++ })
  await expect(
    db.$transaction(async (tx) => {
      await wakeJob(tx, 'test.count')
      throw new Error('refused')
    }),
  ).rejects.toThrow('refused')
  await new Promise((done) => setTimeout(done, 1000))
  expect(turns).toBe(0)
  await db.$transaction((tx) => wakeJob(tx, 'test.count'))
  await vi.waitFor(() => expect(turns).toBe(1))
})

test('stopping tells the job, waits for it and hands back what does not end', { timeout: 40_000 }, async () => {
  let isTold = false
  let begun = 0
  const { stop } = await start({
    name: 'test.long',
    cron: never,
    run: (signal) =>
      new Promise(() => {
        begun++
        signal.addEventListener('abort', () => (isTold = true))
      }),
  })
  await wakeJob(db, 'test.long')
  await vi.waitFor(() => expect(begun).toBe(1), { timeout: 8000 })
  const since = Date.now()
  await stop()
  expect(Date.now() - since).toBeLessThan(15_000)
  expect(isTold).toBe(true)
  const { rows } = await pool.query(`SELECT state FROM pgboss.job WHERE name = 'test.long'`)
  expect(rows).toEqual([{ state: 'retry' }])
})

test('a job that failed says nothing of what it worked on', async () => {
  await start({
    name: 'test.failing',
    cron: never,
    run: () => Promise.reject(new Error('ada@example.eu is not right')),
  })
  await wakeJob(db, 'test.failing')
  const failed = async () => (await pool.query(`SELECT output::text FROM pgboss.job WHERE name = 'test.failing'`)).rows
  await vi.waitFor(async () => expect(await failed()).toEqual([{ output: expect.stringContaining('job failed') }]), {
    timeout: 8000,
  })
  expect(JSON.stringify(await failed())).not.toContain('ada')
})

test('the role of the app changes no structure of the jobs', async () => {
  await expect(pool.query('CREATE TABLE pgboss.mine (id int)')).rejects.toThrow('permission denied')
  await expect(pool.query('ALTER TABLE pgboss.queue ADD COLUMN x int')).rejects.toThrow('must be owner')
})

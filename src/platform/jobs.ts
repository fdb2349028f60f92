// Work that nobody waits for, done by pg-boss on the same PostgreSQL. Its tables are made by the owner when migrating
// (scripts/jobs-schema.mjs); the app's role changes rows only.
import { PgBoss } from 'pg-boss'
import { environment } from '@/platform/env'
import { jobChannel } from '@/platform/job-wake'
import { log } from '@/platform/log'

/** A room lists its jobs in `x.jobs.ts`; src/worker/all-jobs.ts lists the rooms. */
export type Job = {
  /** `subject.deed` */
  name: string
  /** When, in UTC: minute, hour, day, month, weekday. `wakeJob` calls it between. */
  cron: string
  /**
   * Does what is due. It may run twice at once (two workers, or one that was killed and its successor), so it claims
   * what it works on; it ends soon when `signal` is aborted, and what it left is done by the next run.
   */
  run: (signal: AbortSignal) => Promise<void>
}

const longestSeconds = 600

/** Does `jobs` in this process until `stop`, which ends them in order: 10 seconds at most, then they are handed back. */
export async function startJobs(jobs: readonly Job[]): Promise<{ stop: () => Promise<void> }> {
  const stopping = new AbortController()
  const boss = new PgBoss({
    connectionString: environment().DATABASE_URL,
    application_name: 'atlas-jobs',
    max: 4,
    connectionTimeoutMillis: 5000,
    migrate: false,
    createSchema: false,
    reindex: false,
  })
  boss.on('error', (error) => log.error({ err: error }, 'jobs'))
  boss.on('warning', ({ message }) => log.warn({ message }, 'jobs'))
  await boss.start({ attempts: 5 })
  const hands = new Map<string, string>()
  for (const job of jobs) hands.set(job.name, await offer(boss, job, stopping.signal))
  for (const { name } of await boss.getSchedules()) if (!hands.has(name)) await boss.unschedule(name)
  const wake = async (name: string) => {
    const hand = hands.get(name)
    if (hand === undefined) return
    await boss.send(name)
    boss.notifyWorker(hand)
  }
  const listening = await boss.getDb().listen?.(
    jobChannel,
    (name) => void wake(name).catch((error: unknown) => log.warn({ err: error, name }, 'job not woken')),
    () => undefined,
  )
  return {
    async stop() {
      stopping.abort()
      await listening?.close()
      await boss.stop({ timeout: 10_000 })
    },
  }
}

/** Takes a job into hand. One run waits at most: whoever calls again while it waits is served by it. */
async function offer(boss: PgBoss, { name, cron, run }: Job, stopping: AbortSignal): Promise<string> {
  const queue = { policy: 'short', retryLimit: 1, expireInSeconds: longestSeconds, deleteAfterSeconds: 3 * 24 * 3600 }
  await boss.createQueue(name, queue)
  const hand = await boss.work(name, async ([job]) => {
    const since = performance.now()
    try {
      await run(job === undefined ? stopping : AbortSignal.any([stopping, job.signal]))
      log.debug({ job: name, ms: Math.round(performance.now() - since) }, 'job done')
    } catch (error) {
      log.error({ err: error, job: name }, 'job failed')
      throw new Error('job failed') // pg-boss keeps what it is told: no record's words
    }
  })
  await boss.schedule(name, cron)
  return hand
}

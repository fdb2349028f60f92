// The process that does the jobs, beside the web (9-decisions, Processes).
import { closeDatabase } from '@/platform/db'
import { startJobs } from '@/platform/jobs'
import { log } from '@/platform/log'
import { allJobs } from '@/worker/all-jobs'

const STOP_LIMIT = 15_000
const jobs = await startJobs(allJobs)

let stopping: Promise<void> | undefined

/** Jobs end or are handed back; 15 seconds at most. */
function stop(reason: string): Promise<void> {
  stopping ??= (async () => {
    log.info({ reason }, 'worker stopping')
    setTimeout(() => process.exit(1), STOP_LIMIT).unref()
    await jobs.stop()
    await closeDatabase()
    process.exit(0)
  })()
  return stopping
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))
process.once('disconnect', () => void stop('parent gone'))
process.send?.('ready')

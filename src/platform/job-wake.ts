// Kept apart from the jobs themselves: whoever queues work must not load the machinery that does it.
import type { Transaction } from '@/platform/bulk'

/** The channel on which workers listen (LISTEN/NOTIFY): the payload is the name of a job. */
export const jobChannel = 'atlas_jobs'

/**
 * Wakes a job as soon as this transaction is committed. A worker that is not there does the job when its time comes
 * by the clock.
 */
export async function wakeJob(tx: Transaction, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${jobChannel}, ${name})`
}

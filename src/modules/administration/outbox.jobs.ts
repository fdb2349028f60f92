import type { Job } from '@/platform/jobs'
import { mailJob } from '@/platform/mail'
import { sendMails } from '@/platform/outbox'

/** Called by whoever queues a mail; every minute for what must be tried again. */
export const outboxJobs: readonly Job[] = [{ name: mailJob, cron: '* * * * *', run: sendMails }]

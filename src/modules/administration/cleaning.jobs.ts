import { cleanUp } from '@/platform/cleaning'
import type { Job } from '@/platform/jobs'

export const cleaningJobs: readonly Job[] = [{ name: 'cleaning.rows', cron: '17 * * * *', run: cleanUp }]

import { systemViewer } from '@/core/viewer'
import { runRetention } from '@/modules/privacy/retention.commands'
import type { Job } from '@/platform/jobs'

/** Every hour, so that a day that is over is over, and an older copy of the database shows nobody who was erased. */
export const privacyJobs: readonly Job[] = [
  {
    name: 'privacy.retention',
    cron: '41 * * * *',
    run: async () => {
      await runRetention(systemViewer)
    },
  },
]

import { systemViewer } from '@/core/viewer'
import { sendDigests } from '@/modules/desk/notice.commands'
import type { Job } from '@/platform/jobs'

/** In the morning of Europe; later in the day for whoever was not due then. */
export const noticeJobs: readonly Job[] = [
  {
    name: 'desk.digest',
    cron: '5 5-16/3 * * *',
    run: async (signal) => {
      await sendDigests(systemViewer, signal)
    },
  },
]

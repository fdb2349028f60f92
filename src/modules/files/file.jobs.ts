import { clearUnusedFiles } from '@/modules/files/file-clearing.commands'
import { systemViewer } from '@/core/viewer'
import type { Job } from '@/platform/jobs'

/** Bytes that nothing names go an hour after they were noted. */
export const fileJobs: readonly Job[] = [
  {
    name: 'files.clear',
    cron: '13,43 * * * *',
    run: async () => {
      await clearUnusedFiles(systemViewer)
    },
  },
]

import { systemViewer } from '@/core/viewer'
import { closeDueRounds, remindDueReviewers, tellTakenBack } from '@/modules/rounds/follow.commands'
import type { Job } from '@/platform/jobs'

export const roundJobs: readonly Job[] = [
  { name: 'rounds.remind', cron: '35 * * * *', run: async () => void (await remindDueReviewers(systemViewer)) },
  { name: 'rounds.close', cron: '*/5 * * * *', run: async () => void (await closeDueRounds(systemViewer)) },
  { name: 'rounds.taken-back', cron: '*/5 * * * *', run: async () => void (await tellTakenBack(systemViewer)) },
]

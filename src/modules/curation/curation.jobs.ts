import { systemViewer } from '@/core/viewer'
import { forgetSenders } from '@/modules/curation/suggestion.commands'
import { continueRounds, remindHolders } from '@/modules/curation/verification-round.commands'
import type { Job } from '@/platform/jobs'

export const curationJobs: readonly Job[] = [
  { name: 'verification.remind', cron: '5 6 * * *', run: async () => void (await remindHolders(systemViewer)) },
  { name: 'verification.ask', cron: '15 6 * * 1', run: () => continueRounds(systemViewer) },
  { name: 'suggestion.forget', cron: '25 3 * * *', run: async () => void (await forgetSenders(systemViewer)) },
]

import { systemViewer } from '@/core/viewer'
import { remindMembers } from '@/modules/groups/meeting.commands'
import type { Job } from '@/platform/jobs'

export const groupJobs: readonly Job[] = [
  { name: 'groups.remind', cron: '20 * * * *', run: async () => void (await remindMembers(systemViewer)) },
]

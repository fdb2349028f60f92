import { cleaningJobs } from '@/modules/administration/cleaning.jobs'
import { outboxJobs } from '@/modules/administration/outbox.jobs'
import { curationJobs } from '@/modules/curation/curation.jobs'
import { noticeJobs } from '@/modules/desk/notice.jobs'
import { fileJobs } from '@/modules/files/file.jobs'
import { groupJobs } from '@/modules/groups/meeting.jobs'
import { privacyJobs } from '@/modules/privacy/privacy.jobs'
import { roundJobs } from '@/modules/rounds/round.jobs'
import type { Job } from '@/platform/jobs'

/** Every room's jobs. */
export const allJobs: readonly Job[] = [
  ...outboxJobs,
  ...cleaningJobs,
  ...curationJobs,
  ...noticeJobs,
  ...privacyJobs,
  ...fileJobs,
  ...groupJobs,
  ...roundJobs,
]

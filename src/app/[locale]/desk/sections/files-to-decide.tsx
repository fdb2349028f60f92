import { getTranslations } from 'next-intl/server'
import { afterMoment } from '@/modules/curation/proposal.schema'
import { WaitingList } from '@/modules/files/ui/waiting-list'
import { findWaitingFiles } from '@/modules/files/waiting-file.queries'
import type { DeskSection } from './desk-part'

/** Files that editors added to published records: this coordinator decides on them. */
export const filesToDecide: DeskSection = async ({ viewer, locale, limit, after }) => {
  const [t, page] = await Promise.all([
    getTranslations('files'),
    findWaitingFiles(viewer, { after: afterMoment(after), limit, locale }),
  ])
  if (page === null) return null
  return { title: t('toDecide'), count: page.total, next: page.next, rows: <WaitingList rows={page.rows} /> }
}

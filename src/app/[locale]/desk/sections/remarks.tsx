import { getTranslations } from 'next-intl/server'
import { findUnansweredPractices } from '@/modules/rounds/outcome.queries'
import { WaitingRemarks } from '@/modules/rounds/ui/waiting-remarks'
import type { DeskSection } from './desk-part'

/** Practices of the viewer's territories whose reviewers wait for an answer. */
export const remarks: DeskSection = async ({ viewer, limit, after }) => {
  const [t, { rows, total, next }] = await Promise.all([
    getTranslations('rounds.result.waiting'),
    findUnansweredPractices(viewer, { limit, after }),
  ])
  return { title: t('title'), lead: t('lead'), count: total, next, rows: <WaitingRemarks rows={rows} /> }
}

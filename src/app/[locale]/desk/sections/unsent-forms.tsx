import { getTranslations } from 'next-intl/server'
import { findUnsentForms } from '@/modules/desk/draft.queries'
import { afterChange } from '@/modules/desk/desk-record.schema'
import { UnsentList } from '@/modules/desk/ui/unsent-list'
import type { DeskSection } from './desk-part'

/** Forms the viewer began and did not send. */
export const unsentForms: DeskSection = async ({ viewer, limit, after }) => {
  const [t, { rows, total, next }] = await Promise.all([
    getTranslations('desk.unsent'),
    findUnsentForms(viewer, { after: afterChange(after), limit }),
  ])
  return { title: t('title'), lead: t('lead'), count: total, next, rows: <UnsentList forms={rows} /> }
}

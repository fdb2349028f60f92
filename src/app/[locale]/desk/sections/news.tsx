import { getTranslations } from 'next-intl/server'
import { afterChange } from '@/modules/desk/desk-record.schema'
import { findNotices } from '@/modules/desk/notice.queries'
import { NoticeList } from '@/modules/desk/ui/notice-list'
import { ClientTexts } from '@/ui/client-texts'
import type { DeskSection } from './desk-part'

/** What happened that the viewer did not do and has not read yet. */
export const news: DeskSection = async ({ viewer, locale, limit, after }) => {
  const [t, { rows, total, next }] = await Promise.all([
    getTranslations('desk.news'),
    findNotices(viewer, { after: afterChange(after), limit, locale, isUnread: true }),
  ])
  return {
    title: t('title'),
    empty: t('nothingNew'),
    count: total,
    next,
    all: [{ href: '/desk/news', label: t('all') }],
    rows: (
      <ClientTexts namespaces={['errors', 'ui']}>
        <NoticeList notices={rows} />
      </ClientTexts>
    ),
  }
}

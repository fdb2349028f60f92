import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { deskViewer } from '@/app/[locale]/desk/desk-viewer'
import type { Locale } from '@/core/localized'
import { afterChange } from '@/modules/desk/desk-record.schema'
import { markRead } from '@/modules/desk/notice.actions'
import { findNotices } from '@/modules/desk/notice.queries'
import { NoticeList } from '@/modules/desk/ui/notice-list'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { DeedForm } from '@/ui/form/deed-form.client'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Pager } from '@/ui/pager'

type Props = {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk.news')
  return { title: t('title'), robots: { index: false } }
}

export default function NewsPage(props: Props) {
  return answered(() => newsPage(props))
}

/** All news of the viewer, read ones too. */
async function newsPage({ params, searchParams }: Props) {
  const [{ locale }, asked] = await Promise.all([params, searchParams])
  const viewer = await deskViewer(locale, '/desk/news')
  const after = afterChange(typeof asked.after === 'string' ? asked.after : null)
  const [t, desk, { rows, total, next }, unread] = await Promise.all([
    getTranslations('desk.news'),
    getTranslations('desk'),
    findNotices(viewer, { after, limit: 50, locale, isUnread: false }),
    findNotices(viewer, { after: null, limit: 1, locale, isUnread: true }),
  ])
  return (
    <Page>
      <Breadcrumb steps={[{ label: desk('title'), href: '/desk' }, { label: t('title') }]} />
      <ClientTexts namespaces={['errors', 'ui']}>
        <PageHead
          title={t('title')}
          {...(total > 0 && { eyebrow: t('count', { unread: unread.total, total }) })}
          {...(unread.total > 0 && {
            actions: <DeedForm action={markRead} values={{}} submit={t('readAll')} busy={t('busy')} />,
          })}
        >
          {t('lead')}
        </PageHead>
        {total === 0 ? <p className="text-ink-2">{t('none')}</p> : <NoticeList notices={rows} />}
      </ClientTexts>
      <Pager nextHref={next === null ? null : `/desk/news?after=${next}`} label={desk('more')} />
    </Page>
  )
}

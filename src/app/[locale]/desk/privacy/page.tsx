import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/core/localized'
import { findDataRequests } from '@/modules/privacy/data-request.queries'
import { ContactExport } from '@/modules/privacy/ui/contact-export'
import { RequestList } from '@/modules/privacy/ui/request-list'
import { findTerritories } from '@/modules/territories/territory.queries'
import { Breadcrumb } from '@/ui/breadcrumb'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Pager } from '@/ui/pager'
import { Section } from '@/ui/section'
import { Toast } from '@/ui/toast'
import { privacyViewer } from './privacy-viewer'

type Props = {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy.queue')
  return { title: t('title'), robots: { index: false } }
}

const deeds = ['done', 'declined', 'erased', 'account'] as const

export default async function DeskPrivacyPage({ params, searchParams }: Props) {
  const [{ locale }, given] = await Promise.all([params, searchParams])
  const viewer = await privacyViewer(locale, '/desk/privacy')
  const page = { locale, limit: 25, after: typeof given.after === 'string' ? given.after : null }
  const [t, desk, exported, open, closed, { rows: territories }] = await Promise.all([
    getTranslations('privacy.queue'),
    getTranslations('desk'),
    getTranslations('privacy.export'),
    findDataRequests(viewer, { ...page, isOpen: true, limit: 100, after: null }),
    findDataRequests(viewer, { ...page, isOpen: false }),
    findTerritories({}, { locale }),
  ])
  const own = territories.filter(({ id }) => viewer.can('coordinator', id))
  const deed = deeds.find((one) => one === given.done)
  const today = new Date()
  return (
    <Page>
      <Breadcrumb steps={[{ label: desk('title'), href: '/desk' }, { label: t('title') }]} />
      <PageHead title={t('title')}>{t('lead')}</PageHead>
      <Section id="open" title={t('open', { count: open.total })}>
        {open.total === 0 ? (
          <p className="text-ink-2">{t('none')}</p>
        ) : (
          <RequestList requests={open.rows} today={today} />
        )}
      </Section>
      {closed.total > 0 && (
        <Section id="closed" title={t('closed', { count: closed.total })}>
          <RequestList requests={closed.rows} today={today} />
          <Pager
            nextHref={closed.next === null ? null : `/desk/privacy?after=${closed.next}#closed`}
            label={desk('more')}
          />
        </Section>
      )}
      <Section id="export" title={exported('title')}>
        <p className="mb-4 max-w-[66ch] text-sm text-ink-2">{exported('lead')}</p>
        <ContactExport territories={own.map(({ id, name }) => ({ value: id, label: name }))} />
      </Section>
      {deed !== undefined && <Toast>{t(`did.${deed}`)}</Toast>}
    </Page>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { addressWith, type GivenParams, paramsOf } from '@/core/address'
import type { Locale } from '@/core/localized'
import { deskListSchema, filterOfListing } from '@/modules/desk/bulk.schema'
import { afterChange, deskRowOfPractice } from '@/modules/desk/desk-record.schema'
import { DeskFilter } from '@/modules/desk/ui/desk-filter'
import { DeskList } from '@/modules/desk/ui/desk-list'
import { findDeskPractices } from '@/modules/practices/practice-desk.queries'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Pager } from '@/ui/pager'
import { deskViewer } from '@/app/[locale]/desk/desk-viewer'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

const path = '/desk/practices'
const limit = 100

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk')
  return { title: t('practicesTitle'), robots: { index: false } }
}

/** All practices of the viewer's territories, to be found and opened. */
export default async function DeskPracticesPage({ params, searchParams }: Props) {
  const [{ locale }, given] = await Promise.all([params, searchParams])
  const viewer = await deskViewer(locale, path)
  const asked = paramsOf(given)
  const list = deskListSchema.parse({ status: asked.get('status') || undefined, q: asked.get('q') || undefined })
  const [t, bulk, { rows, total, next }] = await Promise.all([
    getTranslations('desk'),
    getTranslations('bulk'),
    findDeskPractices(viewer, filterOfListing(list), { after: afterChange(asked.get('after')), limit, locale }),
  ])
  return (
    <Page>
      <Breadcrumb steps={[{ label: t('title'), href: '/desk' }, { label: t('practicesTitle') }]} />
      <PageHead title={t('practicesTitle')} eyebrow={t('inAll', { count: total })}>
        {t('practicesLead')}
      </PageHead>
      <DeskFilter action={`/${locale}${path}`} list={list} care={false} />
      {rows.length === 0 ? (
        <p className="text-ink-2">{bulk('nothing')}</p>
      ) : (
        <ClientTexts namespaces={['form', 'errors', 'ui']}>
          <DeskList rows={rows.map(deskRowOfPractice(viewer))} />
        </ClientTexts>
      )}
      <Pager nextHref={next === null ? null : addressWith(path, asked, { after: next })} label={t('more')} />
    </Page>
  )
}

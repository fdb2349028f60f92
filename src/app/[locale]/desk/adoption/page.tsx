import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { deskViewer } from '@/app/[locale]/desk/desk-viewer'
import type { GivenParams } from '@/core/address'
import type { Locale } from '@/core/localized'
import { findOwnTransfers } from '@/modules/adoption/own-transfer.queries'
import { OwnTransfers } from '@/modules/adoption/ui/own-transfers'
import { Breadcrumb } from '@/ui/breadcrumb'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Toast } from '@/ui/toast'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adoption.desk')
  return { title: t('title'), robots: { index: false } }
}

/** What the viewer's territories make of practices of others, and what of it is open. */
export default async function DeskAdoptionPage({ params, searchParams }: Props) {
  const [{ locale }, asked] = await Promise.all([params, searchParams])
  const viewer = await deskViewer(locale, '/desk/adoption')
  const [t, desk, transfers] = await Promise.all([
    getTranslations('adoption.desk'),
    getTranslations('desk'),
    findOwnTransfers(viewer, locale),
  ])
  const find = <LinkButton href="/practices">{t('find')}</LinkButton>
  return (
    <Page>
      <Breadcrumb steps={[{ label: desk('title'), href: '/desk' }, { label: t('title') }]} />
      <PageHead title={t('title')} actions={transfers.length > 0 ? find : undefined}>
        {t('lead')}
      </PageHead>
      {transfers.length > 0 ? (
        <OwnTransfers transfers={transfers} />
      ) : (
        <EmptyState title={t('none')} action={find}>
          {t('noneHint')}
        </EmptyState>
      )}
      {asked.done === 'withdraw' && <Toast key={JSON.stringify(asked)}>{t('done.withdraw')}</Toast>}
    </Page>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/core/localized'
import { adminViewer } from '@/app/[locale]/admin/admin-viewer'
import { canRunRetention } from '@/modules/privacy/retention.policy'
import { RetentionRun } from '@/modules/privacy/ui/retention-run.client'
import { RetentionTable } from '@/modules/privacy/ui/retention-table'
import { getRetention } from '@/platform/settings-retention'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Section } from '@/ui/section'

type Props = { params: Promise<{ locale: Locale }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy.retention')
  return { title: t('title'), robots: { index: false } }
}

/** What is past its time, before the job takes it away. */
export default async function RetentionPage({ params }: Props) {
  const { locale } = await params
  await adminViewer(locale, '/admin/retention', canRunRetention)
  const [t, keep, admin, retention] = await Promise.all([
    getTranslations('privacy.retention'),
    getTranslations('privacy.page.keep'),
    getTranslations('admin'),
    getRetention(),
  ])
  return (
    <Page reading>
      <Breadcrumb steps={[{ label: admin('title'), href: '/admin' }, { label: admin('retention.title') }]} />
      <PageHead title={t('title')}>
        <p className="text-base">{t('lead')}</p>
      </PageHead>
      <ClientTexts namespaces={['privacy', 'errors', 'ui']}>
        <RetentionRun />
      </ClientTexts>
      <Section title={keep('title')}>
        <RetentionTable retention={retention} />
      </Section>
    </Page>
  )
}

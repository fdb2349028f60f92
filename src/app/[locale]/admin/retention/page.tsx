import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forbidden, redirect } from 'next/navigation'
import { decided } from '@/core/decision'
import type { Locale } from '@/core/localized'
import { canRunRetention } from '@/modules/privacy/retention.policy'
import { RetentionRun } from '@/modules/privacy/ui/retention-run.client'
import { RetentionTable } from '@/modules/privacy/ui/retention-table'
import { currentViewer } from '@/platform/session'
import { getRetention } from '@/platform/settings-retention'
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
  const viewer = await currentViewer()
  if (viewer === null) redirect(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}/admin/retention`)}`)
  decided()
  if (!canRunRetention(viewer)) forbidden()
  const [t, keep, retention] = await Promise.all([
    getTranslations('privacy.retention'),
    getTranslations('privacy.page.keep'),
    getRetention(),
  ])
  return (
    <Page reading>
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

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { adminViewer } from '@/app/[locale]/admin/admin-viewer'
import { numberGroups } from '@/app/[locale]/admin/settings/number-groups'
import type { Locale } from '@/core/localized'
import { canChangeSettings } from '@/modules/administration/administration.policy'
import { getSettingsForm } from '@/modules/administration/settings.queries'
import { SettingsForm } from '@/modules/administration/ui/settings-form.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Toast } from '@/ui/toast'

type Props = {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('settings.title'), robots: { index: false } }
}

export default function SettingsPage(props: Props) {
  return answered(() => settingsPage(props))
}

async function settingsPage({ params, searchParams }: Props) {
  const [{ locale }, { done }] = await Promise.all([params, searchParams])
  const viewer = await adminViewer(locale, '/admin/settings', canChangeSettings)
  const [t, initial, groups] = await Promise.all([getTranslations('admin'), getSettingsForm(viewer), numberGroups()])
  return (
    <Page reading>
      <Breadcrumb steps={[{ label: t('title'), href: '/admin' }, { label: t('settings.title') }]} />
      <PageHead title={t('settings.title')}>{t('settings.lead')}</PageHead>
      <ClientTexts namespaces={['admin', 'errors', 'ui']}>
        <SettingsForm initial={initial} groups={groups} />
      </ClientTexts>
      {done === 'saved' && <Toast>{t('settings.saved')}</Toast>}
    </Page>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { coordinatedBy } from '@/app/[locale]/desk/coordinated'
import { deskViewer } from '@/app/[locale]/desk/desk-viewer'
import { answered } from '@/app/answered'
import type { Locale } from '@/core/localized'
import { canKeepSomeApiKeys } from '@/modules/accounts/api-key.policy'
import { findApiKeys } from '@/modules/accounts/api-key.queries'
import { ApiKeyForm } from '@/modules/accounts/ui/api-key-form.client'
import { ApiKeyList } from '@/modules/accounts/ui/api-key-list'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { EmptyState } from '@/ui/empty-state'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Section } from '@/ui/section'
import { Toast } from '@/ui/toast'

type Props = {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('apiKeys')
  return { title: t('title'), robots: { index: false } }
}

export default function ApiKeysPage(props: Props) {
  return answered(() => apiKeysPage(props))
}

async function apiKeysPage({ params, searchParams }: Props) {
  const [{ locale }, asked] = await Promise.all([params, searchParams])
  const viewer = await deskViewer(locale, '/desk/api-keys')
  if (!canKeepSomeApiKeys(viewer)) forbidden()
  const [t, desk, keys, coordinated] = await Promise.all([
    getTranslations('apiKeys'),
    getTranslations('desk'),
    findApiKeys(viewer, locale),
    coordinatedBy(viewer, locale, ''),
  ])
  const territories = coordinated.flatMap(({ id, name }) => (id === null ? [] : [{ value: id, label: name }]))
  return (
    <Page>
      <Breadcrumb steps={[{ label: desk('title'), href: '/desk' }, { label: t('title') }]} />
      <PageHead title={t('title')}>
        {t.rich('lead', {
          // A page of the API, which has no language.
          docs: (words) => <a href="/api/v1/docs">{words}</a>,
        })}
      </PageHead>
      <ClientTexts namespaces={['apiKeys', 'errors', 'ui']}>
        {keys.length === 0 ? <EmptyState title={t('none')}>{t('noneBody')}</EmptyState> : <ApiKeyList keys={keys} />}
        <Section id="new" title={t('new')}>
          <ApiKeyForm territories={territories} />
        </Section>
        {asked.done === 'revoked' && <Toast key={JSON.stringify(asked)}>{t('revoked')}</Toast>}
      </ClientTexts>
    </Page>
  )
}

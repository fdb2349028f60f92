import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/core/localized'
import { getOwnAccount } from '@/modules/accounts/own-account.queries'
import { ChangePasswordForm } from '@/modules/accounts/ui/change-password-form.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { ownSession } from '@/app/[locale]/desk/account/own-session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ownAccount.password')
  return { title: t('title'), robots: { index: false } }
}

export default async function ChangePasswordPage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params
  const { viewer } = await ownSession(locale, '/desk/account/password')
  const [t, account] = await Promise.all([getTranslations('ownAccount'), getOwnAccount(viewer)])
  return (
    <Page reading>
      <Breadcrumb steps={[{ label: t('title'), href: '/desk/account' }, { label: t('password.title') }]} />
      <PageHead title={t('password.title')} />
      {account.isDemo ? (
        <Notice tone="mark">{t('password.demo')}</Notice>
      ) : (
        <ClientTexts namespaces={['accounts', 'ownAccount', 'errors', 'ui']}>
          <ChangePasswordForm email={account.email} />
        </ClientTexts>
      )}
    </Page>
  )
}

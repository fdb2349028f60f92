import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/core/localized'
import { getOwnAccount } from '@/modules/accounts/own-account.queries'
import { DeleteAccountForm } from '@/modules/accounts/ui/delete-account-form.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { ownSession } from '@/app/[locale]/desk/account/own-session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ownAccount.delete')
  return { title: t('title'), robots: { index: false } }
}

export default async function DeleteAccountPage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params
  const { viewer } = await ownSession(locale, '/desk/account/delete')
  const [t, account] = await Promise.all([getTranslations('ownAccount'), getOwnAccount(viewer)])
  const obstacle = account.isDemo ? 'demo' : account.isLastAdmin ? 'last' : null
  return (
    <Page reading>
      <Breadcrumb steps={[{ label: t('title'), href: '/desk/account' }, { label: t('delete.title') }]} />
      <PageHead title={t('delete.title')}>{t('delete.lead')}</PageHead>
      <div className="mb-6 flex max-w-[34rem] flex-col gap-3">
        <p>{t('delete.goes')}</p>
        <p>{t('delete.stays')}</p>
      </div>
      {obstacle !== null ? (
        <Notice tone="mark">{t(`delete.${obstacle}`)}</Notice>
      ) : (
        <ClientTexts namespaces={['accounts', 'ownAccount', 'errors', 'ui']}>
          <DeleteAccountForm proof={account.proof} email={account.email} />
        </ClientTexts>
      )}
    </Page>
  )
}

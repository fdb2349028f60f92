import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/core/localized'
import { getOwnAccount } from '@/modules/accounts/own-account.queries'
import { getTwoFactor } from '@/modules/accounts/two-factor.queries'
import { KeyToScan } from '@/modules/accounts/ui/key-to-scan'
import { TwoFactorPanel } from '@/modules/accounts/ui/two-factor-panel.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { dateText } from '@/core/date-text'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { ownSession } from '@/app/[locale]/desk/account/own-session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ownAccount.twoFactor')
  return { title: t('title'), robots: { index: false } }
}

export default async function TwoFactorPage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params
  const { viewer, lacksSecondFactor } = await ownSession(locale, '/desk/account/two-factor')
  const [t, { email }, { setUp, since, ...twoFactor }] = await Promise.all([
    getTranslations('ownAccount'),
    getOwnAccount(viewer),
    getTwoFactor(viewer),
  ])
  return (
    <Page reading>
      <Breadcrumb steps={[{ label: t('title'), href: '/desk/account' }, { label: t('twoFactor.title') }]} />
      <PageHead title={t('twoFactor.title')}>{t('twoFactor.lead')}</PageHead>
      {lacksSecondFactor && (
        <div className="mb-6">
          <Notice tone="mark">{t('twoFactor.obligatory')}</Notice>
        </div>
      )}
      <ClientTexts namespaces={['ownAccount', 'errors', 'ui']}>
        <TwoFactorPanel
          twoFactor={twoFactor}
          since={since === null ? '' : dateText(locale, since, 'day')}
          email={email}
          setUp={setUp !== null && <KeyToScan {...setUp} />}
        />
      </ClientTexts>
    </Page>
  )
}

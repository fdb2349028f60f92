import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AskLinkForm } from '@/modules/accounts/ui/ask-link-form.client'
import { ClientTexts } from '@/ui/client-texts'
import { NarrowPage } from '@/ui/narrow-page'
import { PageHead } from '@/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.askSignIn')
  return { title: t('title'), robots: { index: false } }
}

/** Whoever keeps no password asks for a link here. */
export default async function AskSignInLinkPage() {
  const t = await getTranslations('accounts.askSignIn')
  return (
    <NarrowPage>
      <PageHead title={t('title')}>{t('lead')}</PageHead>
      <ClientTexts namespaces={['accounts', 'errors', 'ui']}>
        <AskLinkForm kind="sign-in" />
      </ClientTexts>
    </NarrowPage>
  )
}

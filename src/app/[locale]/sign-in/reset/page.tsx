import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AskLinkForm } from '@/modules/accounts/ui/ask-link-form.client'
import { ClientTexts } from '@/ui/client-texts'
import { NarrowPage } from '@/ui/narrow-page'
import { PageHead } from '@/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.askReset')
  return { title: t('title'), robots: { index: false } }
}

/** Whoever forgot the password asks for a link here. */
export default async function AskResetPage() {
  const t = await getTranslations('accounts.askReset')
  return (
    <NarrowPage>
      <PageHead title={t('title')}>{t('lead')}</PageHead>
      <ClientTexts namespaces={['accounts', 'errors', 'ui']}>
        <AskLinkForm kind="reset" />
      </ClientTexts>
    </NarrowPage>
  )
}

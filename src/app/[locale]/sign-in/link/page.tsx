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

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Whoever keeps no password asks for a link here; it leads to where they wanted to go. */
export default async function AskSignInLinkPage({ searchParams }: Props) {
  const [{ callbackUrl }, t] = await Promise.all([searchParams, getTranslations('accounts.askSignIn')])
  return (
    <NarrowPage>
      <PageHead title={t('title')}>{t('lead')}</PageHead>
      <ClientTexts namespaces={['accounts', 'errors', 'ui']}>
        <AskLinkForm kind="sign-in" callbackUrl={typeof callbackUrl === 'string' ? callbackUrl : undefined} />
      </ClientTexts>
    </NarrowPage>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import type { Locale } from '@/core/localized'
import { ownPath } from '@/core/own-path'
import { SignInForm } from '@/modules/accounts/ui/sign-in-form.client'
import { currentViewer } from '@/platform/session'
import { ClientTexts } from '@/ui/client-texts'
import { Notice } from '@/ui/notice'
import { PageHead } from '@/ui/page-head'

type Props = {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.signIn')
  return { title: t('title'), robots: { index: false } }
}

/** Who is signed in already goes where they wanted to go. */
export default async function SignInPage({ params, searchParams }: Props) {
  const [{ locale }, { callbackUrl, error, done }, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('accounts.signIn'),
  ])
  const target = typeof callbackUrl === 'string' ? callbackUrl : undefined
  if ((await currentViewer()) !== null) redirect(ownPath(target, `/${locale}/map`))
  return (
    <div className="mx-auto w-full max-w-[45rem] px-4 py-10 sm:px-6">
      <PageHead title={t('title')}>{t('lead')}</PageHead>
      {error !== undefined && (
        <div className="mb-5 max-w-[26rem]">
          <Notice tone="bad" role="alert">
            {t('refused')}
          </Notice>
        </div>
      )}
      {done === 'password' && (
        <div className="mb-5 max-w-[26rem]">
          <Notice tone="ok" role="status">
            {t('passwordKept')}
          </Notice>
        </div>
      )}
      <ClientTexts namespaces={['accounts', 'errors', 'ui']}>
        <SignInForm callbackUrl={target} />
      </ClientTexts>
    </div>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { answered } from '@/app/answered'
import type { Locale } from '@/core/localized'
import { ownPath } from '@/core/own-path'
import { OtherWaysIn } from '@/modules/accounts/ui/other-ways-in'
import { SignInForm } from '@/modules/accounts/ui/sign-in-form.client'
import { currentViewer } from '@/platform/session'
import { getSettings } from '@/platform/settings'
import { ClientTexts } from '@/ui/client-texts'
import { NarrowPage } from '@/ui/narrow-page'
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

export default function SignInPage(props: Props) {
  return answered(() => signInPage(props))
}

/** Who is signed in already goes where they wanted to go. */
async function signInPage({ params, searchParams }: Props) {
  const [{ locale }, { callbackUrl, error }, t, { signInService }] = await Promise.all([
    params,
    searchParams,
    getTranslations('accounts.signIn'),
    getSettings(),
  ])
  const target = typeof callbackUrl === 'string' ? callbackUrl : undefined
  if ((await currentViewer()) !== null) redirect(ownPath(target, `/${locale}/map`))
  return (
    <NarrowPage>
      <PageHead title={t('title')}>{t('lead')}</PageHead>
      {error !== undefined && (
        <div className="mb-5">
          <Notice tone="bad" role="alert">
            {signInService !== null && error === 'service'
              ? t('serviceRefused', { service: signInService })
              : signInService !== null && /^(OAuth|Callback)/.test(String(error))
                ? t('serviceFailed', { service: signInService })
                : t('refused')}
          </Notice>
        </div>
      )}
      <ClientTexts namespaces={['accounts', 'errors', 'ui']}>
        <SignInForm callbackUrl={target} />
      </ClientTexts>
      <OtherWaysIn service={signInService} target={ownPath(target, `/${locale}/desk`)} />
    </NarrowPage>
  )
}

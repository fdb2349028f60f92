import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import type { Locale } from '@/core/localized'
import { ownPath } from '@/core/own-path'
import { Link } from '@/i18n/navigation'
import { passSecondStepHere } from '@/modules/accounts/two-factor.actions'
import { CodeForm } from '@/modules/accounts/ui/code-form.client'
import { currentSecondStep, currentViewer } from '@/platform/session'
import { ClientTexts } from '@/ui/client-texts'
import { LinkButton } from '@/ui/link-button'
import { NarrowPage } from '@/ui/narrow-page'
import { PageHead } from '@/ui/page-head'

type Props = {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ownAccount.code')
  return { title: t('title'), robots: { index: false } }
}

/** After the first proof and before there is a session. Whoever has not shown the first one is sent to it. */
export default async function SecondStepPage({ params, searchParams }: Props) {
  const [{ locale }, { callbackUrl, recovery }, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('ownAccount.code'),
  ])
  const target = typeof callbackUrl === 'string' ? callbackUrl : undefined
  const query = new URLSearchParams(target === undefined ? {} : { callbackUrl: target })
  const [viewer, step] = await Promise.all([currentViewer(), currentSecondStep()])
  if (viewer !== null) redirect(ownPath(target, `/${locale}/desk`))
  if (step === null)
    return (
      <NarrowPage>
        <PageHead title={t('over')}>{t('overBody')}</PageHead>
        <LinkButton href={`/sign-in?${query.toString()}`} look="primary">
          {t('begin')}
        </LinkButton>
      </NarrowPage>
    )
  const isRecovery = recovery === '1'
  const kind = isRecovery ? 'recovery' : 'app'
  if (!isRecovery) query.set('recovery', '1')
  return (
    <NarrowPage>
      <PageHead title={t('title')}>{t('lead')}</PageHead>
      <ClientTexts namespaces={['errors', 'ui']}>
        <CodeForm
          key={kind}
          action={passSecondStepHere}
          label={t(kind)}
          hint={t(`${kind}Hint`)}
          submit={t('submit')}
          busy={t('busy')}
          isRecovery={isRecovery}
          callbackUrl={target}
        />
      </ClientTexts>
      <p className="mt-6 text-sm">
        <Link href={`/sign-in/code?${query.toString()}`} prefetch={false}>
          {t(isRecovery ? 'useApp' : 'useRecovery')}
        </Link>
      </p>
    </NarrowPage>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { RecordProblem } from '@/app/record-problem'
import { findLinkState } from '@/modules/accounts/link.queries'
import { ChoosePasswordForm } from '@/modules/accounts/ui/choose-password-form.client'
import { GoneLink } from '@/modules/accounts/ui/gone-link'
import { setPageStatus } from '@/platform/reply'
import { ClientTexts } from '@/ui/client-texts'
import { NarrowPage } from '@/ui/narrow-page'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ token: string }> }

// The address holds a token that no other site shall see. 'no-referrer' would take the Origin from the form, too.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.choosePassword')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

export default function ChoosePasswordPage(props: Props) {
  return answered(() => choosePasswordPage(props))
}

/** Where a link that lets somebody choose a password leads. Opening it uses nothing up: scanners open links too. */
async function choosePasswordPage({ params }: Props) {
  const [{ token }, t] = await Promise.all([params, getTranslations('accounts.choosePassword')])
  const state = await findLinkState('reset', token)
  if (state === null) return <RecordProblem problem="notFound" />
  if (state === 'gone') setPageStatus(410)
  return (
    <NarrowPage>
      <ClientTexts namespaces={['accounts', 'errors', 'ui']}>
        {state === 'gone' ? (
          <GoneLink kind="reset" token={token} />
        ) : (
          <>
            <PageHead title={t('title')}>{t('lead')}</PageHead>
            <ChoosePasswordForm token={token} />
          </>
        )}
      </ClientTexts>
    </NarrowPage>
  )
}

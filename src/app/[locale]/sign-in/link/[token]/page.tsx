import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { RecordProblem } from '@/app/record-problem'
import { signInByLinkHere } from '@/modules/accounts/link.actions'
import { findLinkState } from '@/modules/accounts/link.queries'
import { GoneLink } from '@/modules/accounts/ui/gone-link'
import { setPageStatus } from '@/platform/reply'
import { ClientTexts } from '@/ui/client-texts'
import { DeedForm } from '@/ui/form/deed-form.client'
import { NarrowPage } from '@/ui/narrow-page'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ token: string }> }

// The address holds a token that no other site shall see. 'no-referrer' would take the Origin from the form, too.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.openLink')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

export default function SignInByLinkPage(props: Props) {
  return answered(() => signInByLinkPage(props))
}

/** Where a mailed link to the door leads: one button. Opening it uses nothing up: scanners open links too. */
async function signInByLinkPage({ params }: Props) {
  const [{ token }, t] = await Promise.all([params, getTranslations('accounts.openLink')])
  const state = await findLinkState('sign-in', token)
  if (state === null) return <RecordProblem problem="notFound" />
  if (state === 'gone') setPageStatus(410)
  return (
    <NarrowPage>
      <ClientTexts namespaces={['accounts', 'errors', 'ui']}>
        {state === 'gone' ? (
          <GoneLink kind="sign-in" token={token} />
        ) : (
          <>
            <PageHead title={t('title')}>{t('lead')}</PageHead>
            <DeedForm
              action={signInByLinkHere}
              values={{ token }}
              submit={t('submit')}
              busy={t('busy')}
              look="primary"
            />
          </>
        )}
      </ClientTexts>
    </NarrowPage>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { RecordProblem } from '@/app/record-problem'
import type { Locale } from '@/core/localized'
import { findInvitation } from '@/modules/accounts/invitation.queries'
import { InvitationSheet } from '@/modules/accounts/ui/invitation-sheet'
import { setPageStatus } from '@/platform/reply'
import { currentViewer } from '@/platform/session'
import { ClientTexts } from '@/ui/client-texts'
import { NarrowPage } from '@/ui/narrow-page'

type Props = { params: Promise<{ locale: Locale; token: string }> }

// The address holds a token that no other site shall see. 'no-referrer' would take the Origin from the form, too.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.invitation')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

export default function InvitationPage(props: Props) {
  return answered(() => invitationPage(props))
}

/** Where the link of an invitation leads. Opening it accepts nothing: scanners open links too. */
async function invitationPage({ params }: Props) {
  const { locale, token } = await params
  const viewer = await currentViewer()
  const invitation = await findInvitation(viewer, token, locale)
  if (invitation === null) return <RecordProblem problem="notFound" />
  if (invitation.state !== 'open') setPageStatus(410)
  return (
    <NarrowPage>
      <ClientTexts namespaces={['accounts', 'errors', 'ui']}>
        <InvitationSheet invitation={invitation} token={token} isSignedIn={viewer !== null} />
      </ClientTexts>
    </NarrowPage>
  )
}

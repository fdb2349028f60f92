import { useLocale, useTranslations } from 'next-intl'
import type { Membership } from '@/core/viewer'
import { acceptForOwnAccountHere, renewInvitationHere } from '@/modules/accounts/invitation.actions'
import { AcceptForm } from '@/modules/accounts/ui/accept-form.client'
import { SignOutForm } from '@/modules/accounts/ui/sign-out-form'
import { useRoleWords } from '@/modules/accounts/ui/use-role-words'
import { Button } from '@/ui/button'
import { DeedForm } from '@/ui/form/deed-form.client'
import { LinkButton } from '@/ui/link-button'
import { PageHead } from '@/ui/page-head'

type ShownInvitation = {
  email: string
  role: Membership['role']
  place: string | null
  invitedBy: string | null
  state: 'open' | 'expired' | 'accepted' | 'revoked'
  account: 'none' | 'own' | 'other'
}

/** Who invites to what, and the one button; or why there is none. */
export function InvitationSheet({
  invitation,
  token,
  isSignedIn,
}: {
  invitation: ShownInvitation
  token: string
  isSignedIn: boolean
}) {
  const t = useTranslations('accounts.invitation')
  const gone = useTranslations('accounts.goneLink')
  const nav = useTranslations('accounts.nav')
  const locale = useLocale()
  const words = useRoleWords()
  const { state, account, email, invitedBy } = invitation
  if (state !== 'open')
    return (
      <>
        <PageHead title={t(`${state}Title`)}>{t(`${state}Lead`)}</PageHead>
        {state === 'accepted' && <LinkButton href="/sign-in">{nav('signIn')}</LinkButton>}
        {state === 'expired' && (
          <DeedForm
            action={renewInvitationHere}
            values={{ token }}
            submit={gone('submit')}
            busy={gone('busy')}
            done={t('renewed')}
            look="primary"
          />
        )}
      </>
    )
  const role = words(invitation)
  return (
    <>
      <PageHead title={t('title')} eyebrow={t('for', { email })}>
        {invitedBy === null ? t('leadNobody', { role }) : t('lead', { name: invitedBy, role })}
      </PageHead>
      {account === 'own' ? (
        <DeedForm
          action={acceptForOwnAccountHere}
          values={{ token }}
          submit={t('submit')}
          busy={t('busy')}
          look="primary"
        >
          <p className="text-sm text-ink-2">{t('addLead')}</p>
        </DeedForm>
      ) : isSignedIn ? (
        <SignOutForm>
          <p className="text-sm text-ink-2">{t('otherLead')}</p>
          <Button type="submit">{nav('signOut')}</Button>
        </SignOutForm>
      ) : account === 'none' ? (
        <AcceptForm token={token} email={email} asksPassword={invitation.role !== 'reviewer'} />
      ) : (
        <div className="flex flex-col items-start gap-3">
          <p className="text-sm text-ink-2">{t('signInLead')}</p>
          <LinkButton
            look="primary"
            href={`/sign-in?callbackUrl=${encodeURIComponent(`/${locale}/invitation/${token}`)}`}
          >
            {nav('signIn')}
          </LinkButton>
        </div>
      )}
    </>
  )
}

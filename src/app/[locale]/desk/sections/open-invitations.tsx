import { getTranslations } from 'next-intl/server'
import { canSeeUsers } from '@/modules/accounts/account.policy'
import { findInvitations } from '@/modules/accounts/invitation.queries'
import { InvitationList } from '@/modules/accounts/ui/invitation-list'
import { ClientTexts } from '@/ui/client-texts'
import type { DeskSection } from './desk-part'

/** Invitations that nobody took up yet, for who answers for them. */
export const openInvitations: DeskSection = async ({ viewer, locale, limit }) => {
  if (!canSeeUsers(viewer)) return null
  const [t, all] = await Promise.all([getTranslations('users.invitations'), findInvitations(viewer, locale)])
  const open = all.filter(({ state }) => state === 'open' || state === 'expired')
  return {
    title: t('title'),
    count: open.length,
    all: [{ href: '/admin/invitations', label: t('sent') }],
    rows: (
      <ClientTexts namespaces={['users', 'accounts', 'errors', 'ui']}>
        <InvitationList invitations={open.slice(0, limit)} />
      </ClientTexts>
    ),
  }
}

import { linkMinutes, type LinkKind, purposeOf } from '@/modules/accounts/account.schema'
import { invitationDays, invitationPurpose } from '@/modules/accounts/invitation.schema'
import type { Mail } from '@/platform/mail'

const paths = { reset: '/sign-in/password', 'sign-in': '/sign-in/link' } as const
const templates = { reset: 'accounts.reset', 'sign-in': 'accounts.signIn' } as const

/** A link to whoever reads the mail of this address; `path` of this site is where it leads in the end. */
export const linkMail = (kind: LinkKind, to: string, locale: string, path?: string): Mail => ({
  template: templates[kind],
  to,
  locale,
  link: {
    purpose: purposeOf(kind),
    subject: path === undefined ? {} : { to: path },
    path: paths[kind],
    minutes: linkMinutes,
  },
})

/** Tells the owner: whoever did not do it learns of it. */
export const passwordChangedMail = ({ email, locale }: { email: string; locale: string }): Mail => ({
  template: 'accounts.passwordChanged',
  to: email,
  locale,
  parameters: { changedAt: new Date().toISOString() },
  link: { path: '/sign-in/reset' },
})

/** Invites an address to a role; `place` is the territory or group in the language of the mail, or nothing. */
export const invitationMail = (invitation: {
  id: string
  email: string
  locale: string
  role: string
  place: string
  inviter: string
  expiresAt: Date
}): Mail => ({
  template: 'accounts.invitation',
  to: invitation.email,
  locale: invitation.locale,
  parameters: {
    inviter: invitation.inviter,
    role: invitation.role,
    place: invitation.place,
    untilOn: invitation.expiresAt.toISOString(),
  },
  link: {
    purpose: invitationPurpose,
    subject: { invitationId: invitation.id },
    path: '/invitation',
    minutes: invitationDays * 24 * 60,
  },
})

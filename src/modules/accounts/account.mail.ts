import { linkMinutes, type LinkKind, purposeOf } from '@/modules/accounts/account.schema'
import type { Mail } from '@/platform/mail'

const paths = { reset: '/sign-in/password', 'sign-in': '/sign-in/link' } as const
const templates = { reset: 'accounts.reset', 'sign-in': 'accounts.signIn' } as const

/** A link to whoever reads the mail of this address. */
export const linkMail = (kind: LinkKind, to: string, locale: string): Mail => ({
  template: templates[kind],
  to,
  locale,
  link: { purpose: purposeOf(kind), subject: {}, path: paths[kind], minutes: linkMinutes },
})

/** Tells the owner: whoever did not do it learns of it. */
export const passwordChangedMail = ({ email, locale }: { email: string; locale: string }): Mail => ({
  template: 'accounts.passwordChanged',
  to: email,
  locale,
  parameters: { changedAt: new Date().toISOString() },
})

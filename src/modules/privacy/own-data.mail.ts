import type { Mail } from '@/platform/mail'

export const ownPurpose = 'privacy.own'

/** The link to the own page, asked for by its owner. */
export const ownPageMail = (to: string, locale: string): Mail => ({
  template: 'privacy.own',
  to,
  locale,
  link: { purpose: ownPurpose, subject: {}, path: '/privacy/own', minutes: 24 * 60 },
})

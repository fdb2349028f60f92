import { ownPurpose } from '@/modules/privacy/own-data.mail'
import type { Mail } from '@/platform/mail'

export const requestPurpose = 'privacy.request'

type Sender = { name: string; email: string; locale: string }

/** Confirms that the address is the sender's own. */
export const confirmRequestMail = (id: string, { name, email, locale }: Sender): Mail => ({
  template: 'privacy.request',
  to: email,
  locale,
  parameters: { name },
  link: { purpose: requestPurpose, subject: { requestId: id }, path: '/privacy/request', minutes: 7 * 24 * 60 },
})

/** The answer, with the link to what is held now. */
export const answerMail = (
  { name, email, locale, createdAt }: Sender & { createdAt: Date },
  { outcome, answer }: { outcome: 'done' | 'declined'; answer: string },
): Mail => ({
  template: 'privacy.answer',
  to: email,
  locale,
  parameters: { name, outcome, answer, askedOn: createdAt.getTime() },
  link: { purpose: ownPurpose, subject: {}, path: '/privacy/own', minutes: 7 * 24 * 60 },
})

/** The last mail to somebody who was erased: it holds nothing but the address, and goes once it has left. */
export const erasedMail = ({ email, locale }: Pick<Sender, 'email' | 'locale'>): Mail => ({
  template: 'privacy.erased',
  to: email,
  locale,
})

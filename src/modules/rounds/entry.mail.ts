import { inLanguage, type Localized } from '@/core/localized'
import { entryPurpose, type EntrySubject } from '@/modules/rounds/entry.schema'
import type { Mail, TokenLink } from '@/platform/mail'

/** Works until a week after the round closes: what one has sent is read then, too. */
const daysAfter = 7
const fewestMinutes = 24 * 60

/** The button of a mail that asks for reviews: opens them without a password, once (9-decisions, Mailed links). */
export const entryLink = ({ roundId, reviewId }: EntrySubject, closesAt: Date, now = new Date()): TokenLink => ({
  purpose: entryPurpose,
  subject: { roundId, ...(reviewId !== undefined && { reviewId }) },
  path: '/entry',
  minutes: Math.max(fewestMinutes, Math.ceil((closesAt.getTime() - now.getTime()) / 60_000) + daysAfter * 24 * 60),
})

/** A new way in, in place of one that is used or too old. */
export const entryMail = (
  reader: { email: string; locale: string },
  subject: EntrySubject,
  round: { closesAt: Date; group: { name: Localized } },
): Mail => ({
  template: 'reviews.entry',
  to: reader.email,
  locale: reader.locale,
  parameters: { group: inLanguage(round.group.name, reader.locale).value },
  link: entryLink(subject, round.closesAt),
})

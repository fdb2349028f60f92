import { inLanguage, type Localized } from '@/core/localized'
import { entryLink, type EntrySubject } from '@/modules/rounds/entry.schema'
import type { Mail } from '@/platform/mail'

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

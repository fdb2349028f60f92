import { inLanguage, type Localized } from '@/core/localized'
import type { GroupSummary } from '@/modules/groups/group.schema'
import { closingText } from '@/modules/rounds/closing.schema'
import type { Mail, MailLink } from '@/platform/mail'

type Reader = { userId: string; email: string; locale: string }
export type About = { group: GroupSummary; round: { id: string; title: Localized; closesAt: Date } }

export const roundPath = ({ group, round }: { group: { slug: string }; round: { id: string } }) =>
  `/desk/group/${group.slug}/rounds/${round.id}`

/** Where a reviewer is led to. */
const reviewLink = (_reader: Reader, about: About): MailLink => ({ path: roundPath(about) })

const parametersOf = ({ group, round }: About, locale: string) => ({
  group: inLanguage(group.name, locale).value,
  round: inLanguage(round.title, locale).value,
  closes: closingText(locale, round.closesAt, group.territory.timeZone),
})

/** Asks a member to judge practices: when the round opens, and when more are assigned later. */
export const askedMail = (reader: Reader, about: About, count: number): Mail => ({
  template: 'rounds.asked',
  to: reader.email,
  locale: reader.locale,
  parameters: { ...parametersOf(about, reader.locale), count },
  link: reviewLink(reader, about),
})

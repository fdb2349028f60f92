import { inLanguage, type Localized, localized } from '@/core/localized'
import type { GroupSummary } from '@/modules/groups/group.schema'
import { entryLink } from '@/modules/rounds/entry.mail'
import { closingText } from '@/modules/rounds/closing.schema'
import type { Progress } from '@/modules/rounds/round.schema'
import type { Mail, MailLink } from '@/platform/mail'

type Reader = { userId: string; email: string; locale: string }
export type About = { group: GroupSummary; round: { id: string; title: Localized; closesAt: Date } }

const roundPath = ({ group, round }: { group: { slug: string }; round: { id: string } }) =>
  `/desk/group/${group.slug}/rounds/${round.id}`

/** Where a reviewer is led to: to their reviews, without a password. */
const reviewLink = (_reader: Reader, { round }: About): MailLink => entryLink({ roundId: round.id }, round.closesAt)

const parametersOf = ({ group, round }: About, locale: string) => ({
  group: inLanguage(group.name, locale).value,
  round: inLanguage(round.title, locale).value,
  closes: closingText(locale, round.closesAt, group.territory.timeZone),
})

const mailTo = (reader: Reader, about: About, parameters: Record<string, string | number> = {}) => ({
  to: reader.email,
  locale: reader.locale,
  parameters: { ...parametersOf(about, reader.locale), ...parameters },
})

/** Asks a member to judge practices: when the round opens, and when more are assigned later. */
export const askedMail = (reader: Reader, about: About, count: number): Mail => ({
  template: 'rounds.asked',
  ...mailTo(reader, about, { count }),
  link: reviewLink(reader, about),
})

/** Reminds whoever has reviews left; with `once` not a second time for the same reason. */
export const reminderMail = (reader: Reader, about: About, count: number, once?: string): Mail => ({
  template: 'rounds.reminder',
  ...mailTo(reader, about, { count }),
  link: reviewLink(reader, about),
  ...(once !== undefined && { once: `rounds.reminder:${about.round.id}:${once}:${reader.userId}` }),
})

/** The round stays open longer. */
export const extendedMail = (reader: Reader, about: About, count: number): Mail => ({
  template: 'rounds.extended',
  ...mailTo(reader, about, { count }),
  link: reviewLink(reader, about),
})

/** The round counts for nothing. */
export const annulledMail = (reader: Reader, about: About, reason: string): Mail => ({
  template: 'rounds.annulled',
  ...mailTo(reader, about, { reason }),
  link: { path: roundPath(about) },
})

/** The round was closed before its day. */
export const closedEarlyMail = (reader: Reader, about: About, count: number): Mail => ({
  template: 'rounds.closedEarly',
  ...mailTo(reader, about, { count }),
  link: { path: roundPath(about) },
})

/** The round closed, and something never came. */
export const lateMail = (reader: Reader, about: About, count: number): Mail => ({
  template: 'rounds.late',
  ...mailTo(reader, about, { count }),
  link: { path: roundPath(about) },
})

/** Nothing more is asked of a reviewer. */
export const removedMail = (reader: Reader, about: About, reason: string): Mail => ({
  template: 'rounds.removed',
  ...mailTo(reader, about, { reason }),
  link: { path: `/desk/group/${about.group.slug}` },
})

type Withdrawn = {
  practiceId: string
  withdrawal: string | null
  withdrawalReason: string | null
  practice: { title: unknown }
}

/** A practice is judged no longer. */
export const withdrawnMail = (reader: Reader, about: About, practice: Withdrawn): Mail => ({
  template: 'rounds.withdrawn',
  ...mailTo(reader, about, {
    practice: inLanguage(localized(20_000).parse(practice.practice.title), reader.locale).value,
    kind: practice.withdrawal ?? 'takenOut',
    hasReason: practice.withdrawalReason === null ? 'no' : 'yes',
    reason: practice.withdrawalReason ?? '',
  }),
  link: { path: roundPath(about) },
  once: `rounds.withdrawn:${about.round.id}:${practice.practiceId}:${reader.userId}`,
})

/** Tells whoever keeps a round that it has closed, and how much came. */
export const closedMail = (reader: Reader, about: About, { asked, submitted }: Progress): Mail => ({
  template: 'rounds.closed',
  ...mailTo(reader, about, { asked, submitted }),
  link: { path: roundPath(about) },
  once: `rounds.closed:${about.round.id}:${reader.userId}`,
})

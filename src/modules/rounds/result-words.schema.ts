import { dateText } from '@/core/date-text'
import { inLanguage, type Localized } from '@/core/localized'
import { nameOfGroup } from '@/modules/groups/group.schema'
import type { PaperText } from '@/modules/papers/paper.schema'
import { criteria } from '@/modules/rounds/choices.schema'
import { closingText } from '@/modules/rounds/closing.schema'
import type { Outcome, RemarkSubject, ResultsToTake, ShownReview } from '@/modules/rounds/outcome.schema'

/** What files of results say in the reader's language. */
export type ResultWords = {
  locale: string
  /** Of the namespace `rounds`. */
  t: (key: string, values?: Readonly<Record<string, string | number>>) => string
  number: (value: number) => string
  /** Days of moments end in the territory of the group. */
  timeZone: string
  now: Date
}

export const wordsIn = (text: Localized, { locale }: Pick<ResultWords, 'locale'>): PaperText => {
  const { value, language } = inLanguage(text, locale)
  return { text: value, ...(language !== locale && { language }) }
}

export const titleOf = ({ title }: Outcome, words: ResultWords): PaperText =>
  title === null ? { text: words.t('result.hidden') } : wordsIn(title, words)

export const subjectName = (subject: RemarkSubject, { t }: ResultWords): string =>
  subject === 'general' ? t('result.general') : t(`criterion.${subject}`)

/** What has to be known before a figure is read: that it is invented, that it counts for nothing or not yet, who else reads it. */
export function resultNotices({ round, withNames }: ResultsToTake, { t }: ResultWords): string[] {
  return [
    ...(round.demo ? [t('result.demo')] : []),
    ...(round.state === 'annulled' ? [t('result.annulled')] : []),
    ...(round.state === 'open' ? [t('result.openLead')] : []),
    `${t('result.export.private')} ${t(withNames ? 'result.withNames' : 'result.withoutNames')}`,
  ]
}

/** The round and what it fixed when it opened, each beside its label. */
export function roundFacts({ group, round }: ResultsToTake, words: ResultWords) {
  const { locale, t, number, timeZone } = words
  const closes = closingText(locale, round.closesAt, timeZone)
  const early =
    round.closedAt !== null && round.closedAt < round.closesAt
      ? [t('closedEarlyOn', { day: dateText(locale, round.closedAt, 'day', timeZone) })]
      : []
  const { value: name, language } = nameOfGroup(group, locale)
  const weights = criteria.map((criterion) => `${t(`criterion.${criterion}`)} ${number(round.weights[criterion])}`)
  return [
    { label: t('one'), value: wordsIn(round.title, words) },
    { label: t('result.export.group'), value: { text: name, ...(language !== locale && { language }) } },
    ...(round.instrument === null ? [] : [{ label: t('instrument'), value: wordsIn(round.instrument.name, words) }]),
    { label: t('result.state'), value: { text: t(`state.${round.state}`) } },
    { label: t('closed'), value: { text: [closes, ...early].join(' · ') } },
    { label: t('result.weights'), value: { text: weights.join(' · ') } },
    { label: t('result.thresholds'), value: { text: t('result.thresholdsSay', round.thresholds) } },
    { label: t('result.quorum'), value: { text: t('result.quorumSays', { count: round.quorum }) } },
  ]
}

/** Why there is no class, or why it is on hold, and which zeros were given; empty where there is nothing to say. */
export function whyOf({ result: { held, zeros, count } }: Outcome, quorum: number, { t }: ResultWords): string[] {
  const said = held === null ? [] : [t(`result.held.${held}`, { count, quorum, zeros })]
  if (zeros === 0 || held === 'undiscussed') return said
  return [...said, held === 'too_few' ? t('result.zeros', { count: zeros }) : t('result.zerosSaid', { zeros })]
}

/** What was asked and does not count, in numbers. */
export const asideOf = ({ isWithdrawn, conflicts, annulled, late }: Outcome, { t }: ResultWords): string[] => [
  ...(isWithdrawn ? [t('result.withdrawn')] : []),
  ...(conflicts > 0 ? [t('result.conflicts', { count: conflicts })] : []),
  ...(annulled > 0 ? [t('result.annulledReviews', { count: annulled })] : []),
  ...(late > 0 ? [t('result.late', { count: late })] : []),
]

/** Is it published, and how many remarks wait. */
export const standingOf = (
  { published, remarks, unanswered }: Outcome,
  { locale, t, timeZone }: ResultWords,
): string[] => [
  published === null
    ? t('result.isNotPublished')
    : t('result.isPublished', { day: dateText(locale, published.at, 'day', timeZone) }),
  ...(remarks.length > 0 ? [t('result.unanswered', { count: unanswered })] : []),
]

export const annulledWords = ({ isAnnulled, annulReason }: ShownReview, { t }: ResultWords): string | null => {
  if (!isAnnulled) return null
  return annulReason === null ? t('result.notCounted') : `${t('result.notCounted')}: ${annulReason}`
}

import { dateText } from '@/core/date-text'
import { languageName } from '@/core/language'
import { dayIn } from '@/core/zoned-time'
import { type CellSheet, cellSheet, type SheetColumn } from '@/modules/papers/sheet.schema'
import { criteria } from '@/modules/rounds/choices.schema'
import type { GroupVerdict, Outcome, Remark, ResultsToTake, ShownReview } from '@/modules/rounds/outcome.schema'
import {
  annulledWords,
  asideOf,
  resultNotices,
  type ResultWords,
  roundFacts,
  standingOf,
  subjectName,
  titleOf,
  whyOf,
  wordsIn,
} from '@/modules/rounds/result-words.schema'
import type { Spread } from '@/modules/rounds/result.schema'

const day = (at: Date, timeZone: string) => ({ day: dayIn(timeZone, at) })

/**
 * What a round came to as the sheets of a workbook: the round, results, reviews, remarks with their answers, decisions.
 * Numbers are numbers; names stand in it for whoever keeps the group.
 */
export function resultSheets(results: ResultsToTake, words: ResultWords): CellSheet[] {
  const { t } = words
  const { outcomes, withNames, round } = results
  const withOutcome = <Part>(partsOf: (outcome: Outcome) => readonly Part[]) =>
    outcomes.flatMap((outcome) => partsOf(outcome).map((part) => ({ outcome, part })))
  return [
    aboutSheet(results, words),
    cellSheet({ name: t('result.export.sheetResult'), columns: outcomeColumns(round.quorum, words), rows: outcomes }),
    cellSheet({
      name: t('result.export.sheetReviews'),
      columns: reviewColumns(withNames, words),
      rows: withOutcome(({ reviews }) => reviews),
    }),
    cellSheet({
      name: t('result.export.sheetRemarks'),
      columns: remarkColumns(withNames, words),
      rows: withOutcome(({ remarks }) => remarks),
    }),
    cellSheet({
      name: t('result.export.sheetDecisions'),
      columns: decisionColumns(words),
      rows: withOutcome(({ decisions }) => decisions),
    }),
  ]
}

function aboutSheet(results: ResultsToTake, words: ResultWords): CellSheet {
  const { locale, t, now, timeZone } = words
  const made = t('result.export.made', { day: dateText(locale, now, 'day', timeZone) })
  return {
    name: t('result.export.about'),
    columns: [
      { header: t('result.export.fact'), width: 28 },
      { header: t('result.export.said'), isWide: true },
    ],
    rows: [
      ...roundFacts(results, words).map(({ label, value }) => [label, value.text]),
      ...[...resultNotices(results, words), t('result.explained'), made].map((said) => [null, said]),
    ],
  }
}

/** Columns of a median with its lowest and highest: never one without the others. */
const spreadColumns = (
  label: string,
  spreadOf: (outcome: Outcome) => Spread | undefined | null,
  { t }: ResultWords,
): SheetColumn<Outcome>[] =>
  (['median', 'lowest', 'highest'] as const).map((part) => ({
    header: `${label}: ${t(`result.export.${part}`)}`,
    cell: (outcome) => spreadOf(outcome)?.[part],
  }))

/** A short sentence: its lines are broken. */
const sentence = { isWide: true, width: 32 } as const

function outcomeColumns(quorum: number, words: ResultWords): SheetColumn<Outcome>[] {
  const { t } = words
  return [
    { header: t('result.practice'), isWide: true, cell: (outcome) => titleOf(outcome, words).text },
    { header: t('result.export.version'), cell: ({ practiceVersion }) => practiceVersion },
    { header: t('result.export.count'), cell: ({ result }) => result.count },
    ...spreadColumns(t('result.points'), ({ result }) => result.points, words),
    { header: t('result.class'), cell: ({ result }) => t(`result.resultClass.${result.resultClass ?? 'none'}`) },
    { header: t('result.export.why'), ...sentence, cell: (outcome) => whyOf(outcome, quorum, words).join(' · ') },
    { header: t('result.export.aside'), ...sentence, cell: (outcome) => asideOf(outcome, words).join(' · ') },
    { header: t('result.state'), ...sentence, cell: (outcome) => standingOf(outcome, words).join(' · ') },
    ...criteria.flatMap((criterion) => [
      ...spreadColumns(t(`criterion.${criterion}`), ({ result }) => result.criteria?.[criterion], words),
      {
        header: `${t(`criterion.${criterion}`)}: ${t('result.zerosColumn')}`,
        cell: ({ result }: Outcome) => result.criteria?.[criterion].zeros,
      },
    ]),
    {
      header: t('result.export.opinion'),
      isWide: true,
      cell: ({ opinion }) => opinion && wordsIn(opinion, words).text,
    },
  ]
}

type Of<Part> = { outcome: Outcome; part: Part }

/** Of which practice, and whose review: by its number, by a name where the reader has the right to it. */
const whose = <Part extends Pick<ShownReview, 'number' | 'reviewer'>>(
  withNames: boolean,
  words: ResultWords,
): SheetColumn<Of<Part>>[] => [
  { header: words.t('result.practice'), isWide: true, cell: ({ outcome }) => titleOf(outcome, words).text },
  { header: words.t('result.export.number'), cell: ({ part }) => part.number },
  ...(withNames
    ? [
        {
          ...{ header: words.t('result.export.who'), width: 28 },
          cell: ({ part }: Of<Part>) => part.reviewer ?? words.t('result.erased'),
        },
      ]
    : []),
]

function reviewColumns(withNames: boolean, words: ResultWords): SheetColumn<Of<ShownReview>>[] {
  const { t } = words
  return [
    ...whose<ShownReview>(withNames, words),
    ...criteria.map((criterion): SheetColumn<Of<ShownReview>> => ({
      header: t(`criterion.${criterion}`),
      cell: ({ part }) => part.marks[criterion],
    })),
    { header: t('result.pointsColumn'), cell: ({ part }) => part.points },
    {
      ...{ header: t('result.recommendationColumn'), width: 20 },
      cell: ({ part }) => part.recommendation && t(`recommendation.${part.recommendation}`),
    },
    { header: t('result.export.aside'), ...sentence, cell: ({ part }) => annulledWords(part, words) },
  ]
}

function remarkColumns(withNames: boolean, words: ResultWords): SheetColumn<Of<Remark>>[] {
  const { locale, t, timeZone } = words
  return [
    ...whose<Remark>(withNames, words),
    { header: t('result.export.subject'), width: 28, cell: ({ part }) => subjectName(part.subject, words) },
    { header: t('result.export.mark'), cell: ({ part }) => part.mark },
    { header: t('result.export.remark'), isWide: true, cell: ({ part }) => part.text },
    { header: t('result.export.language'), cell: ({ part }) => part.language && languageName(part.language, locale) },
    {
      ...{ header: t('result.export.answer'), width: 20 },
      cell: ({ part: { answer } }) => t(answer === null ? 'result.noAnswer' : `result.answerState.${answer.state}`),
    },
    {
      header: t('result.export.why'),
      isWide: true,
      cell: ({ part: { answer } }) => answer?.text && wordsIn(answer.text, words).text,
    },
    { header: t('result.export.answered'), cell: ({ part: { answer } }) => answer && day(answer.answeredAt, timeZone) },
  ]
}

function decisionColumns(words: ResultWords): SheetColumn<Of<GroupVerdict>>[] {
  const { t } = words
  return [
    { header: t('result.practice'), isWide: true, cell: ({ outcome }) => titleOf(outcome, words).text },
    { header: t('result.export.decided'), cell: ({ part }) => day(part.decidedOn, 'UTC') },
    {
      header: t('result.recommendationColumn'),
      cell: ({ part }) => part.verdict && t(`recommendation.${part.verdict}`),
    },
    { header: t('result.export.decision'), isWide: true, cell: ({ part }) => wordsIn(part.text, words).text },
  ]
}

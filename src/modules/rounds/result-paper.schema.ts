import { dateText } from '@/core/date-text'
import type { Paper, PaperBlock, PaperFact } from '@/modules/papers/paper.schema'
import { criteria } from '@/modules/rounds/choices.schema'
import {
  type Outcome,
  type Remark,
  remarkSubjects,
  type ResultsToTake,
  type ShownReview,
} from '@/modules/rounds/outcome.schema'
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

/** What a round came to as a paper: the round and its rules, then practice by practice what was said and decided. */
export function resultsPaper(results: ResultsToTake, words: ResultWords, site: string): Paper {
  const { locale, t, now, timeZone } = words
  const { round, outcomes } = results
  const title = wordsIn(round.title, words)
  const name = `${t('result.title')}: ${title.text}`
  const made = t('result.export.made', { day: dateText(locale, now, 'day', timeZone) })
  const kept = t('result.export.private')
  return {
    ...{ title: name, language: locale, subject: t('result.title'), author: site, keywords: [t('title')] },
    // What a single leaf says of itself.
    foot: `${name} · ${made}\n${[...(round.demo ? [t('result.public.demo')] : []), kept].join(' ')}`,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      plain(t('result.title')),
      ...resultNotices(results, words).map((text): PaperBlock => ({ kind: 'notice', text })),
      facts([t('result.export.fact'), t('result.export.said')], roundFacts(results, words)),
      quiet(t('result.explained')),
      quiet(made),
      heading(t('result.export.overview')),
      ...overviewBlocks(outcomes, words),
      ...outcomes.flatMap((outcome) => outcomeBlocks(outcome, results, words)),
    ],
  }
}

const facts = (head: readonly [string, string], rows: readonly PaperFact[]): PaperBlock => ({
  kind: 'facts',
  head,
  rows,
})
const heading = (text: string, level: 2 | 3 = 2): PaperBlock => ({ kind: 'heading', level, text: { text } })
const plain = (text: string): PaperBlock => ({ kind: 'text', text: { text } })
const quiet = (text: string): PaperBlock => ({ kind: 'text', text: { text }, isQuiet: true })

/** Every practice of the round on its first page: of which class, with how many points from how many reviews. */
function overviewBlocks(outcomes: readonly Outcome[], words: ResultWords): PaperBlock[] {
  const { t, number } = words
  if (outcomes.length === 0) return [plain(t('result.export.noPractices'))]
  const rows = outcomes.map((outcome) => {
    const { points, resultClass, count } = outcome.result
    return [
      titleOf(outcome, words),
      { text: t(`result.resultClass.${resultClass ?? 'none'}`) },
      { text: points === null ? '–' : t('result.spread', { ...points }) },
      { text: number(count) },
    ]
  })
  const columns = [
    { head: t('result.practice'), part: 10 },
    { head: t('result.class'), part: 4 },
    { head: t('result.points'), part: 6 },
    { head: t('result.export.count'), part: 3, isNumber: true as const },
  ]
  return [{ kind: 'table', columns, rows }]
}

function outcomeBlocks(outcome: Outcome, { round, withNames }: ResultsToTake, words: ResultWords): PaperBlock[] {
  const { t } = words
  return [
    { kind: 'newPage' },
    { kind: 'heading', level: 1, text: titleOf(outcome, words) },
    facts([t('result.export.fact'), t('result.export.said')], outcomeFacts(outcome, round.quorum, words)),
    ...criteriaBlocks(outcome, words),
    heading(t('result.reviews')),
    ...reviewBlocks(outcome.reviews, withNames, words),
    heading(t('result.remarks')),
    ...remarkBlocks(outcome.remarks, withNames, words),
    ...decisionBlocks(outcome, words),
    ...(outcome.opinion === null
      ? []
      : [heading(t('result.export.opinion')), { kind: 'text' as const, text: wordsIn(outcome.opinion, words) }]),
  ]
}

function outcomeFacts(outcome: Outcome, quorum: number, words: ResultWords): PaperFact[] {
  const { t, number } = words
  const { points, resultClass } = outcome.result
  const count = points === null ? t('result.reviewsCount', { count: 0 }) : t('result.spreadLong', { ...points })
  const all: [string, readonly string[]][] = [
    [t('result.class'), [t(`result.resultClass.${resultClass ?? 'none'}`)]],
    [t('result.points'), [count]],
    [t('result.export.why'), whyOf(outcome, quorum, words)],
    [t('result.export.aside'), asideOf(outcome, words)],
    [t('result.export.version'), [number(outcome.practiceVersion)]],
    [t('result.state'), standingOf(outcome, words)],
  ]
  return all.flatMap(([label, said]) => (said.length === 0 ? [] : [{ label, value: { text: said.join(' · ') } }]))
}

function criteriaBlocks({ result: { criteria: marks } }: Outcome, { t }: ResultWords): PaperBlock[] {
  if (marks === null) return []
  const rows = criteria.map((criterion) => {
    const { zeros, ...spread } = marks[criterion]
    const said = [t('result.spread', spread), ...(zeros > 0 ? [t('result.zeros', { count: zeros })] : [])]
    return { label: t(`criterion.${criterion}`), value: { text: said.join(' · ') } }
  })
  return [heading(t('result.criteria')), facts([t('result.criterionColumn'), t('result.export.marks')], rows)]
}

const whoOf = (
  { number, reviewer }: Pick<ShownReview, 'number' | 'reviewer'>,
  withNames: boolean,
  { t }: ResultWords,
): string => (withNames ? (reviewer ?? t('result.erased')) : t('result.reviewer', { number }))

/** Who gave which marks: a row for each review, a column for each criterion. */
function reviewBlocks(reviews: readonly ShownReview[], withNames: boolean, words: ResultWords): PaperBlock[] {
  const { t, number } = words
  if (reviews.length === 0) return [plain(t('result.noReviews'))]
  const columns = [
    { head: t('result.export.who'), part: 7.4 },
    ...criteria.map((criterion) => ({ head: t(`criterion.${criterion}`), part: 4.7, isNumber: true as const })),
    { head: t('result.pointsColumn'), part: 3, isNumber: true as const },
    { head: t('result.recommendationColumn'), part: 6 },
  ]
  const rows = reviews.map((review) => [
    { text: [whoOf(review, withNames, words), ...(review.isAnnulled ? [t('result.notCounted')] : [])].join('\n') },
    ...criteria.map((criterion) => ({ text: number(review.marks[criterion]) })),
    { text: number(review.points) },
    { text: review.recommendation === null ? '–' : t(`recommendation.${review.recommendation}`) },
  ])
  const reasons = reviews.flatMap((review) =>
    review.annulReason === null ? [] : quiet(`${whoOf(review, withNames, words)} · ${annulledWords(review, words)}`),
  )
  return [{ kind: 'table', columns, rows }, ...reasons]
}

/** Remarks gathered by what they are about, each with who, the mark beside it, and what was done with it. */
function remarkBlocks(remarks: readonly Remark[], withNames: boolean, words: ResultWords): PaperBlock[] {
  if (remarks.length === 0) return [plain(words.t('result.noRemarks'))]
  return remarkSubjects.flatMap((subject): PaperBlock[] => {
    const items = remarks.filter((remark) => remark.subject === subject).map((one) => remarkItem(one, withNames, words))
    return items.length === 0 ? [] : [heading(subjectName(subject, words), 3), { kind: 'list', items }]
  })
}

function remarkItem(remark: Remark, withNames: boolean, words: ResultWords) {
  const { locale, t, timeZone } = words
  const { text, language, mark, answer } = remark
  const note = [
    whoOf(remark, withNames, words),
    ...(mark === null ? [] : [t('result.markOf', { mark })]),
    ...(answer === null
      ? [t('result.noAnswer')]
      : [
          t('result.answeredOn', { day: dateText(locale, answer.answeredAt, 'day', timeZone) }),
          t(`result.answerState.${answer.state}`),
        ]),
  ]
  return {
    text: { text, ...(language !== null && language !== locale && { language }) },
    note: note.join(' · '),
    ...(answer?.text && { more: wordsIn(answer.text, words) }),
  }
}

function decisionBlocks({ decisions }: Outcome, words: ResultWords): PaperBlock[] {
  const { locale, t } = words
  return [
    heading(t('result.decisions.title')),
    ...(decisions.length === 0 ? [plain(t('result.decisions.none'))] : []),
    ...decisions.flatMap(({ decidedOn, verdict, text }): PaperBlock[] => [
      quiet(
        [
          t('result.decisions.on', { day: dateText(locale, decidedOn, 'day') }),
          ...(verdict === null ? [] : [t(`recommendation.${verdict}`)]),
        ].join(' · '),
      ),
      { kind: 'text', text: wordsIn(text, words) },
    ]),
  ]
}

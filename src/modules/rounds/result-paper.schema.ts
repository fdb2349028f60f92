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
    foot: [...(round.demo ? [t('result.public.demo')] : []), kept, made].join(' '),
    blocks: [
      { kind: 'heading', level: 1, text: title },
      plain(t('result.title')),
      ...resultNotices(results, words).map((text): PaperBlock => ({ kind: 'notice', text })),
      facts([t('result.export.fact'), t('result.export.said')], roundFacts(results, words)),
      quiet(t('result.explained')),
      quiet(made),
      ...outcomes.flatMap((outcome) => outcomeBlocks(outcome, results, words)),
    ],
  }
}

const facts = (head: readonly [string, string], rows: readonly PaperFact[]): PaperBlock => ({
  kind: 'facts',
  head,
  rows,
})
const heading = (text: string): PaperBlock => ({ kind: 'heading', level: 2, text: { text } })
const plain = (text: string): PaperBlock => ({ kind: 'text', text: { text } })
const quiet = (text: string): PaperBlock => ({ kind: 'text', text: { text }, isQuiet: true })

function outcomeBlocks(outcome: Outcome, { round, withNames }: ResultsToTake, words: ResultWords): PaperBlock[] {
  const { t } = words
  const { points, resultClass } = outcome.result
  const said = [
    points === null ? t('result.reviewsCount', { count: 0 }) : t('result.spreadLong', { ...points }),
    `${t('result.class')}: ${t(`result.resultClass.${resultClass ?? 'none'}`)}`,
    ...whyOf(outcome, round.quorum, words),
  ]
  const aside = asideOf(outcome, words)
  return [
    { kind: 'newPage' },
    { kind: 'heading', level: 1, text: titleOf(outcome, words) },
    ...said.map(plain),
    ...(aside.length === 0 ? [] : [plain(aside.join(' · '))]),
    quiet(
      [`${t('result.export.version')}: ${words.number(outcome.practiceVersion)}`, ...standingOf(outcome, words)].join(
        ' · ',
      ),
    ),
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

function reviewBlocks(reviews: readonly ShownReview[], withNames: boolean, words: ResultWords): PaperBlock[] {
  const { t, number } = words
  if (reviews.length === 0) return [plain(t('result.noReviews'))]
  const rows = reviews.map((review) => {
    const said = [
      ...criteria.map((criterion) => `${t(`criterion.${criterion}`)} ${number(review.marks[criterion])}`),
      `${t('result.pointsColumn')} ${number(review.points)}`,
      ...(review.recommendation === null ? [] : [t(`recommendation.${review.recommendation}`)]),
      annulledWords(review, words) ?? [],
    ].flat()
    return { label: whoOf(review, withNames, words), value: { text: said.join(' · ') } }
  })
  return [facts([t('result.export.who'), t('result.export.marks')], rows)]
}

/** Remarks gathered by what they are about, each with who, the mark beside it, and what was done with it. */
function remarkBlocks(remarks: readonly Remark[], withNames: boolean, words: ResultWords): PaperBlock[] {
  if (remarks.length === 0) return [plain(words.t('result.noRemarks'))]
  return remarkSubjects.flatMap((subject): PaperBlock[] => {
    const items = remarks.filter((remark) => remark.subject === subject).map((one) => remarkItem(one, withNames, words))
    return items.length === 0 ? [] : [plain(subjectName(subject, words)), { kind: 'list', items }]
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

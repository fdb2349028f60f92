import { dateText } from '@/core/date-text'
import type { PaperBlock } from '@/modules/papers/paper.schema'
import { criteria } from '@/modules/rounds/choices.schema'
import type { PublicResult } from '@/modules/rounds/outcome.schema'
import { type ResultWords, wordsIn } from '@/modules/rounds/result-words.schema'

const plain = (text: string): PaperBlock => ({ kind: 'text', text: { text } })
const quiet = (text: string): PaperBlock => ({ kind: 'text', text: { text }, isQuiet: true })

/**
 * What everybody reads of the judgement of a practice, for its paper: the latest round whole, earlier ones without their
 * criteria, or that there is none.
 */
export function publicResultBlocks(results: readonly PublicResult[], words: ResultWords): PaperBlock[] {
  const { t } = words
  const [latest, ...earlier] = results
  return [
    { kind: 'heading', level: 2, text: { text: t('result.public.title') } },
    ...(latest === undefined ? [quiet(t('result.public.none'))] : judgementBlocks(latest, words, true)),
    ...(earlier.length === 0 ? [] : [plain(t('result.public.earlier'))]),
    ...earlier.flatMap((result) => judgementBlocks(result, words, false)),
  ]
}

function judgementBlocks(judged: PublicResult, words: ResultWords, withCriteria: boolean): PaperBlock[] {
  const { locale, t } = words
  const { title, closedAt, result, practiceVersion, isRevised, demo, decision, verdict, decidedOn } = judged
  const marks = criteria.map((criterion) => {
    const { median, lowest, highest } = result.criteria[criterion]
    return { label: t(`criterion.${criterion}`), value: { text: t('result.spread', { median, lowest, highest }) } }
  })
  const decided = decidedOn && [
    t('result.public.decision', { day: dateText(locale, decidedOn, 'day') }),
    ...(verdict === null ? [] : [t(`recommendation.${verdict}`)]),
  ]
  return [
    ...(demo ? [{ kind: 'notice' as const, text: t('result.public.demo') }] : []),
    {
      kind: 'facts',
      head: [t('result.export.fact'), t('result.export.said')],
      rows: [
        { label: t('one'), value: wordsIn(title, words) },
        { label: t('closed'), value: { text: dateText(locale, closedAt, 'day') } },
        { label: t('result.class'), value: { text: t(`result.resultClass.${result.resultClass}`) } },
        { label: t('result.pointsColumn'), value: { text: t('result.spreadLong', { ...result.points }) } },
        ...(withCriteria ? marks : []),
      ],
    },
    quiet(isRevised ? t('result.public.revised', { version: practiceVersion }) : t('result.public.sameVersion')),
    ...(decision && decided ? [quiet(decided.join(' · ')), { kind: 'text' as const, text: wordsIn(decision, words) }] : []), // prettier-ignore
  ]
}

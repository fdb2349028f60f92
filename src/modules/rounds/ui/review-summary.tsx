import { TriangleAlert } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { criteria } from '@/modules/rounds/choices.schema'
import type { CompleteReview } from '@/modules/rounds/review.schema'
import { pointsOf } from '@/modules/rounds/result.schema'
import { allPoints, type Criterion, type Weights } from '@/modules/rounds/round.schema'

/** A whole review before it is sent: marks and points in a table, then every sentence, then the recommendation. */
export function ReviewSummary({ review, weights }: { review: CompleteReview; weights: Weights }) {
  const t = useTranslations('reviews.summary')
  const name = useTranslations('rounds.criterion')
  const words = useTranslations('rounds.recommendation')
  const reviews = useTranslations('reviews')
  const format = useFormatter()
  const { marks, comments, recommendation } = review
  const pointsFor = (criterion: Criterion) => (weights[criterion] * marks[criterion]) / 5
  const points = (value: number) => format.number(value, { maximumFractionDigits: 1 })
  const remarks = [...criteria, 'general' as const].flatMap((part) => {
    const text = comments[part]
    return text === undefined ? [] : [{ part, label: part === 'general' ? reviews('general.label') : name(part), text }]
  })
  return (
    <>
      <table className="w-full border-collapse text-md">
        <thead>
          <tr className="border-b border-ink text-left text-xs font-label text-ink-2">
            <th scope="col" className="py-2 pr-3 font-label">
              {t('criterion')}
            </th>
            <th scope="col" className="py-2 pr-3 text-right font-label">
              {t('mark')}
            </th>
            <th scope="col" className="py-2 text-right font-label">
              {t('points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <tr key={criterion} className="border-b border-rule">
              <th scope="row" className="py-2.5 pr-3 text-left font-normal">
                {name(criterion)}
              </th>
              <td className="py-2.5 pr-3 text-right whitespace-nowrap">{t('ofFive', { mark: marks[criterion] })}</td>
              <td className="py-2.5 text-right">{points(pointsFor(criterion))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-b border-ink font-semibold">
            <th scope="row" colSpan={2} className="py-2.5 pr-3 text-left">
              {t('total')}
            </th>
            <td className="py-2.5 text-right whitespace-nowrap">
              {t('of', { points: pointsOf(marks, weights), most: allPoints })}
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="mt-2 text-sm text-ink-2">{t('weights')}</p>
      {criteria.some((criterion) => marks[criterion] === 0) && (
        <p className="mt-2 flex items-start gap-2 text-sm text-warn">
          <TriangleAlert className="mt-0.5 size-4 flex-none" aria-hidden />
          {t('zero')}
        </p>
      )}
      <h2 className="mt-7 mb-2 text-md font-semibold">{t('remarks')}</h2>
      {remarks.length === 0 ? (
        <p className="text-ink-2">{t('noRemarks')}</p>
      ) : (
        <dl className="border-t border-rule">
          {remarks.map(({ part, label, text }) => (
            <div key={part} className="border-b border-rule py-2.5">
              <dt className="text-sm font-label text-ink-2">{label}</dt>
              <dd className="wrap-break-word whitespace-pre-line">{text}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="mt-6 mb-6">
        <span className="text-sm font-label text-ink-2">{reviews('recommendation.label')}</span>
        <br />
        <b>{words(recommendation)}</b>
      </p>
    </>
  )
}

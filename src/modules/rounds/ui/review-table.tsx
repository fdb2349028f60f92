import { useFormatter, useTranslations } from 'next-intl'
import { criteria } from '@/modules/rounds/choices.schema'
import type { ShownReview } from '@/modules/rounds/outcome.schema'
import { type Column, DataTable } from '@/ui/data-table'

/** The reviews of one practice, one a row: with a name where the reader has the right to it, else by a number. */
export function ReviewTable({ reviews, withNames }: { reviews: readonly ShownReview[]; withNames: boolean }) {
  const t = useTranslations('rounds.result')
  const names = useTranslations('rounds')
  const format = useFormatter()
  if (reviews.length === 0) return <p className="text-sm text-ink-2">{t('noReviews')}</p>
  const columns: Column<ShownReview>[] = [
    {
      key: 'who',
      label: t('reviewerColumn'),
      cell: ({ number, reviewer, isOwn, isAnnulled, annulReason }) => (
        <>
          <span className="font-label">{withNames ? (reviewer ?? t('erased')) : t('reviewer', { number })}</span>
          {isOwn && <span className="text-ink-2"> ({t('yours')})</span>}
          {isAnnulled && (
            <span className="block text-sm text-ink-2">
              {t('notCounted')}
              {annulReason !== null && `: ${annulReason}`}
            </span>
          )}
        </>
      ),
    },
    ...criteria.map((criterion): Column<ShownReview> => ({
      key: criterion,
      label: names(`criterion.${criterion}`),
      align: 'right',
      stacked: 'labelled',
      cell: ({ marks }) => (marks[criterion] === 0 ? <b className="text-warn">0</b> : format.number(marks[criterion])),
    })),
    {
      key: 'points',
      label: t('pointsColumn'),
      align: 'right',
      stacked: 'labelled',
      cell: ({ points }) => <b>{format.number(points)}</b>,
    },
    {
      key: 'recommendation',
      label: t('recommendationColumn'),
      stacked: 'labelled',
      cell: ({ recommendation }) => recommendation && names(`recommendation.${recommendation}`),
    },
  ]
  return <DataTable caption={t('reviews')} captionHidden columns={columns} rows={reviews} rowKey={({ id }) => id} />
}

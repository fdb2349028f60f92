import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { inLanguage } from '@/core/localized'
import { Link } from '@/i18n/navigation'
import type { Outcome } from '@/modules/rounds/outcome.schema'
import { NotCounted } from '@/modules/rounds/ui/not-counted'
import { ResultBadge } from '@/modules/rounds/ui/result-badge'
import { type Column, DataTable } from '@/ui/data-table'

/** What became of the practices of a round, one a row; each leads to what was said of it. */
export function OutcomeTable({
  outcomes,
  path,
  quorum,
}: {
  outcomes: readonly Outcome[]
  /** Address of the results. */
  path: string
  quorum: number
}) {
  const t = useTranslations('rounds.result')
  const locale = useLocale()
  const columns: Column<Outcome>[] = [
    {
      key: 'practice',
      label: t('practice'),
      cell: (outcome) => {
        const title = outcome.title === null ? null : inLanguage(outcome.title, locale)
        return (
          <>
            <Link
              href={`${path}/${outcome.practiceId}`}
              prefetch={false}
              lang={title?.language}
              className="font-semibold"
            >
              {title?.value ?? t('hidden')}
            </Link>
            <NotCounted outcome={outcome} />
          </>
        )
      },
    },
    {
      key: 'points',
      label: t('points'),
      cell: ({ result: { points, count } }) => (
        <>
          {points !== null && (
            <span className="block tabular-nums unstacked:whitespace-nowrap">{t('spread', { ...points })}</span>
          )}
          <span className="text-sm text-ink-2">{t('reviewsCount', { count })}</span>
        </>
      ),
    },
    {
      key: 'class',
      label: t('class'),
      cell: ({ result: { resultClass, held, count, zeros } }) => (
        <>
          <ResultBadge resultClass={resultClass} />
          {held !== null && (
            <span className="mt-1 block text-sm text-ink-2">{t(`held.${held}`, { count, quorum, zeros })}</span>
          )}
        </>
      ),
    },
    {
      key: 'state',
      label: t('state'),
      cell: ({ remarks, unanswered, published }) => (
        <span className="text-sm">
          {published === null ? t('isNotPublished') : t('isPublished', { day: dateText(locale, published.at, 'day') })}
          {remarks.length > 0 && <span className="block text-ink-2">{t('unanswered', { count: unanswered })}</span>}
        </span>
      ),
    },
  ]
  return (
    <DataTable caption={t('practices')} columns={columns} rows={outcomes} rowKey={({ practiceId }) => practiceId} />
  )
}

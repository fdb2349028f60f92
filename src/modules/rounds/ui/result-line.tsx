import { useTranslations } from 'next-intl'
import type { PracticeResult } from '@/modules/rounds/result.schema'
import { ResultBadge } from '@/modules/rounds/ui/result-badge'

/** The points of a practice with their spread and number, its class, and why there is none. Never a bare figure. */
export function ResultLine({ result, quorum }: { result: PracticeResult; quorum: number }) {
  const t = useTranslations('rounds.result')
  const { points, resultClass, held, count, zeros } = result
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {points === null ? t('reviewsCount', { count: 0 }) : t('spreadLong', { ...points })}
        <ResultBadge resultClass={resultClass} />
      </p>
      {held !== null && <p className="mt-1 text-sm text-ink-2">{t(`held.${held}`, { count, quorum, zeros })}</p>}
      {held !== 'undiscussed' && zeros > 0 && (
        <p className="mt-1 text-sm text-ink-2">
          {held === 'too_few' ? t('zeros', { count: zeros }) : t('zerosSaid', { zeros })}
        </p>
      )}
    </>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { freshnessOf } from '@/core/curated'
import { dateText } from '@/core/date-text'
import { SealMark } from './seal-mark'

/**
 * When a fact was last confirmed: mark, word, month and year. `short` leaves the word to the column's heading (screen
 * readers still hear it). `today` is for tests; pages are rendered on the server, today.
 */
export function Seal({
  verifiedAt,
  short = false,
  today = new Date(),
}: {
  verifiedAt: Date | string | null
  short?: boolean
  today?: Date
}) {
  const t = useTranslations('ui.seal')
  const locale = useLocale()
  const freshness = freshnessOf(verifiedAt, today)
  const old = freshness === 'old' || freshness === 'never'
  const date = verifiedAt === null ? '' : dateText(locale, new Date(verifiedAt), freshness === 'old' ? 'year' : 'month')
  const words = freshness === 'never' ? t('never') : t(freshness === 'old' ? 'last' : 'confirmed', { date })
  return (
    <span className={`inline-flex items-center gap-1.5 text-xs tabular-nums ${old ? 'text-warn' : 'text-ink-2'}`}>
      <SealMark freshness={freshness} />
      {short && freshness !== 'never' ? (
        <>
          <span aria-hidden>{date}</span>
          <span className="sr-only">{words}</span>
        </>
      ) : (
        words
      )}
    </span>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { momentText } from '@/core/date-text'
import type { OwnReview } from '@/modules/rounds/review.schema'
import { Notice } from '@/ui/notice'

/** Why nothing can be written into a review any more, and what stands of it. Nothing where it can. */
export function HindranceNotice({ review }: { review: OwnReview }) {
  const t = useTranslations('reviews')
  const locale = useLocale()
  const { hindrance, round, conflict } = review
  if (hindrance === null) return null
  const reason = review.reason ?? ''
  const at = momentText(locale, round.closedAt ?? round.closesAt, round.timeZone)
  const said =
    hindrance === 'conflict' && conflict !== null
      ? `${t('conflict.declared', { at: momentText(locale, conflict.at, round.timeZone) })} ${t('conflict.yourReason', { reason: conflict.reason ?? '' })}`
      : hindrance === 'conflict'
        ? ''
        : t(`over.${hindrance}`, { at, reason })
  const sentAt = review.submittedAt && momentText(locale, review.submittedAt, round.timeZone)
  const stands = sentAt === null ? t('notSent') : review.draft === null ? null : t('unsentOver', { at: sentAt })
  return (
    <Notice tone="warn">
      <p>{said.trim()}</p>
      {hindrance !== 'conflict' && stands !== null && <p className="mt-1">{stands}</p>}
    </Notice>
  )
}

/** That it was sent, and whether what stands in the form is newer. Nothing where it was not, or nothing can be sent. */
export function SentNotice({ review }: { review: OwnReview }) {
  const t = useTranslations('reviews')
  const locale = useLocale()
  if (review.hindrance !== null || review.submittedAt === null) return null
  const at = momentText(locale, review.submittedAt, review.round.timeZone)
  return (
    <Notice tone={review.draft === null ? 'ok' : 'mark'}>
      {t(review.draft === null ? 'sentNotice' : 'unsentNotice', { at })}
    </Notice>
  )
}

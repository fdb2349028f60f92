import { useLocale, useTranslations } from 'next-intl'
import { momentText } from '@/core/date-text'
import type { OwnReview } from '@/modules/rounds/own-review.schema'
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

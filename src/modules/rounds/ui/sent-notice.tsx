import { useLocale, useTranslations } from 'next-intl'
import { momentText } from '@/core/date-text'
import type { OwnReview } from '@/modules/rounds/own-review.schema'
import { Notice } from '@/ui/notice'

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

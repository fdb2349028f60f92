import { ArrowLeft } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { Link } from '@/i18n/navigation'
import type { OwnRound } from '@/modules/rounds/own-review.schema'
import { isToDo } from '@/modules/rounds/round.schema'
import { ReviewProgress } from '@/modules/rounds/ui/review-progress'

/** On top of a review while it is scrolled: the way back, how far the round is, until when. */
export function ReviewHead({ round, id }: { round: OwnRound; id: string }) {
  const t = useTranslations('reviews')
  const locale = useLocale()
  const rows = round.rows.filter(({ state }) => state === 'submitted' || isToDo(state))
  const present = rows.findIndex((row) => row.id === id)
  const { done, total } = round.progress
  return (
    <div className="sticky top-0 z-20 border-b border-rule bg-paper">
      <div className="page-frame flex items-center gap-2 py-1.5">
        <Link
          href="/desk/reviews"
          prefetch={false}
          className="-ml-2.5 grid size-11 flex-none place-items-center rounded-md text-ink hover:bg-sunk"
        >
          <ArrowLeft className="size-5" aria-hidden />
          <span className="sr-only">{t('back')}</span>
        </Link>
        <div className="min-w-0 flex-1">
          <p className="text-sm">{t('position', { done, total })}</p>
          {total > 0 && (
            <ReviewProgress done={rows.map(({ state }) => state === 'submitted')} {...(present >= 0 && { present })} />
          )}
        </div>
        {round.state === 'open' && (
          <p className="flex-none text-xs text-ink-2">
            {t('until', { day: dateText(locale, new Date(round.closesAt.getTime() - 1), 'day', round.timeZone) })}
          </p>
        )}
      </div>
    </div>
  )
}

import { UserRound } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { OrganisationName } from '@/modules/groups/ui/organisation-name'
import type { ReviewerInRound } from '@/modules/rounds/assignment.schema'
import { AnnulReview } from '@/modules/rounds/ui/annul-review.client'
import { RemoveReviewer } from '@/modules/rounds/ui/remove-reviewer.client'
import { Badge } from '@/ui/badge'
import { Section } from '@/ui/section'

const tones = {
  asked: 'quiet',
  begun: 'quiet',
  submitted: 'ok',
  conflict: 'warn',
  removed: 'quiet',
  annulled: 'bad',
  withdrawn: 'quiet',
} as const

/** Who was asked, and where each review stands, for whoever keeps the round. Marks are not among it. */
export function RoundReviewers({
  roundId,
  reviewers,
  isOpen,
  mayAnnul,
}: {
  roundId: string
  reviewers: readonly ReviewerInRound[]
  isOpen: boolean
  /** Are reviews of it annulled one by one? */
  mayAnnul: boolean
}) {
  const t = useTranslations('rounds')
  const groups = useTranslations('groups')
  const locale = useLocale()
  return (
    <Section id="reviewers" title={t('reviewers')}>
      <p className="mb-2 max-w-[45rem] text-sm text-ink-2">{t('reviewersLead')}</p>
      <ul className="max-w-[45rem]">
        {reviewers.map((reviewer, index) => {
          const name = reviewer.name ?? groups('erasedMember')
          return (
            <li key={reviewer.reviewerId ?? index} className="flex gap-3.5 border-b border-rule py-3">
              <UserRound className="mt-0.5 size-5 flex-none text-ink-3" aria-hidden />
              <div className="min-w-0 flex-1">
                <p className="font-semibold wrap-break-word">{name}</p>
                <p className="text-sm text-ink-2">
                  <OrganisationName organisation={reviewer.standsFor} isHidden={reviewer.isHidden} />
                </p>
                {reviewer.isGone && <p className="text-sm text-warn">{t('gone')}</p>}
                {reviewer.endsBefore !== null && (
                  <p className="text-sm text-warn">
                    {t('termEnds', { day: dateText(locale, new Date(reviewer.endsBefore), 'day') })}
                  </p>
                )}
                <ul className="mt-1.5">
                  {reviewer.reviews.map(({ reviewId, practice, state, isLate, reason }) => (
                    <li key={reviewId} className="py-1 text-sm">
                      <span className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
                        <Badge tone={isLate ? 'warn' : tones[state]}>
                          {isLate ? t('late') : t(`assignment.${state}`)}
                        </Badge>
                        <span className="min-w-0 wrap-break-word">{practice ?? t('hiddenPractice')}</span>
                      </span>
                      {reason !== null && <span className="mt-0.5 block wrap-break-word text-ink-2">{reason}</span>}
                      {state === 'submitted' && mayAnnul && (
                        <div data-screen-only className="mt-1.5">
                          <AnnulReview id={reviewId} name={`${name}, ${practice ?? t('hiddenPractice')}`} />
                        </div>
                      )}
                    </li>
                  ))}
                </ul>
                {isOpen && reviewer.reviewerId !== null && !reviewer.isRemoved && (
                  <div data-screen-only className="mt-2">
                    <RemoveReviewer roundId={roundId} reviewer={{ id: reviewer.reviewerId, name }} />
                  </div>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

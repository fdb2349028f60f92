import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Outcome, Remark } from '@/modules/rounds/outcome.schema'
import { NotCounted } from '@/modules/rounds/ui/not-counted'
import { RemarkList } from '@/modules/rounds/ui/remark-list'
import { ResultLine } from '@/modules/rounds/ui/result-line'
import { ReviewTable } from '@/modules/rounds/ui/review-table'
import { SpreadChart } from '@/modules/rounds/ui/spread-chart'
import { Section } from '@/ui/section'

/** What reviewers said of one practice: points and class, marks by criterion, each review, remarks and answers. */
export function OutcomeSheet({
  outcome,
  quorum,
  withNames,
  answer,
  scope = '',
}: {
  outcome: Outcome
  quorum: number
  withNames: boolean
  /** The form under a remark, for whoever answers. */
  answer?: (remark: Remark) => ReactNode
  /** Tells the parts of several sheets on one page apart. */
  scope?: string
}) {
  const t = useTranslations('rounds.result')
  return (
    <>
      <ResultLine result={outcome.result} quorum={quorum} />
      <div className="mt-1">
        <NotCounted outcome={outcome} />
      </div>
      {outcome.result.criteria !== null && (
        <Section id={`criteria${scope}`} title={t('criteria')}>
          <SpreadChart marks={outcome.result.criteria} />
        </Section>
      )}
      <Section id={`reviews${scope}`} title={t('reviews')}>
        <p className="mb-2 text-sm text-ink-2">{t(withNames ? 'withNames' : 'withoutNames')}</p>
        <ReviewTable reviews={outcome.reviews} withNames={withNames} />
      </Section>
      <Section id={`remarks${scope}`} title={t('remarks')}>
        {outcome.remarks.length > 0 && (
          <p className="mb-3 text-sm text-ink-2">{t('unanswered', { count: outcome.unanswered })}</p>
        )}
        <RemarkList remarks={outcome.remarks} withNames={withNames} {...(answer && { form: answer })} />
      </Section>
    </>
  )
}

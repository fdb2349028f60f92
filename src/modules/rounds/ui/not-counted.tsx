import { useTranslations } from 'next-intl'
import type { Outcome } from '@/modules/rounds/outcome.schema'

/** What was asked and does not count, in numbers. */
export function NotCounted({ outcome }: { outcome: Pick<Outcome, 'conflicts' | 'annulled' | 'late' | 'isWithdrawn'> }) {
  const t = useTranslations('rounds.result')
  const { conflicts, annulled, late, isWithdrawn } = outcome
  const said = [
    ...(isWithdrawn ? [t('withdrawn')] : []),
    ...(conflicts > 0 ? [t('conflicts', { count: conflicts })] : []),
    ...(annulled > 0 ? [t('annulledReviews', { count: annulled })] : []),
    ...(late > 0 ? [t('late', { count: late })] : []),
  ]
  if (said.length === 0) return null
  return <p className="text-sm text-ink-2">{said.join(', ')}</p>
}

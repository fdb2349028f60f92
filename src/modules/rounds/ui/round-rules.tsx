import { useFormatter, useTranslations } from 'next-intl'
import { criteria } from '@/modules/rounds/choices.schema'
import type { ResultRules } from '@/modules/rounds/result.schema'
import { Facts } from '@/ui/facts'

/** What the round fixed when it opened: points by criterion, classes, and how many reviews make a result. */
export function RoundRules({ rules: { weights, thresholds, quorum } }: { rules: ResultRules }) {
  const t = useTranslations('rounds.result')
  const names = useTranslations('rounds.criterion')
  const format = useFormatter()
  const points = (value: number) => format.number(value, { maximumFractionDigits: 2 })
  return (
    <div className="max-w-[45rem]">
      <p className="mb-2 max-w-[66ch] text-sm text-ink-2">{t('explained')}</p>
      <Facts
        facts={[
          {
            label: t('weights'),
            value: criteria.map((name) => `${names(name)} ${points(weights[name])}`).join(', '),
          },
          { label: t('thresholds'), value: t('thresholdsSay', thresholds) },
          { label: t('quorum'), value: t('quorumSays', { count: quorum }) },
        ]}
      />
    </div>
  )
}

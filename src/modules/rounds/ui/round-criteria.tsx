import { useLocale, useTranslations } from 'next-intl'
import { inLanguage } from '@/core/localized'
import { criteria } from '@/modules/rounds/choices.schema'
import { allPoints, type RoundDetail } from '@/modules/rounds/round.schema'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'

/** By what a round judges: criteria with their points, thresholds, quorum. Fixed when it opened. */
export function RoundCriteria({ round }: { round: RoundDetail }) {
  const t = useTranslations('rounds')
  const locale = useLocale()
  const { weights, thresholds, quorum, perPractice, instrument } = round
  const name = instrument && inLanguage(instrument.name, locale)
  return (
    <Section id="criteria" title={t('criteria')}>
      <p className="mb-3 max-w-[45rem] text-sm text-ink-2">{t('criteriaLead', { all: allPoints })}</p>
      <div className="max-w-[45rem]">
        <Facts
          facts={[
            ...criteria.map((criterion) => ({
              label: t(`criterion.${criterion}`),
              value: t('points', { points: Math.round(weights[criterion] * 10) / 10 }),
            })),
            { label: t('thresholds'), value: t('thresholdsAre', thresholds) },
            { label: t('quorum'), value: t('quorumIs', { quorum, perPractice }) },
            ...(name === null
              ? []
              : [{ label: t('instrument'), value: <span lang={name.language}>{name.value}</span> }]),
          ]}
        />
      </div>
    </Section>
  )
}

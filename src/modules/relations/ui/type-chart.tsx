import { useTranslations } from 'next-intl'
import { groupOf, relationTypes } from '@/modules/taxonomy/relation-choices.schema'
import { BarChart } from '@/ui/bar-chart'

const most = 6

/** Relations by type, most first, each bar in the colour of its group; what does not fit is one last bar. */
export function TypeChart({ byType }: { byType: Readonly<Record<string, number>> }) {
  const t = useTranslations('relations.chart')
  const taxonomy = useTranslations('taxonomy')
  const counted = relationTypes
    .map((type) => ({ type, value: byType[type] ?? 0 }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
  if (counted.length === 0) return null
  const shown = counted.length > most + 1 ? counted.slice(0, most) : counted
  const rest = counted.slice(shown.length)
  return (
    <BarChart
      title={t('byType')}
      counted={t('relations')}
      bars={[
        ...shown.map(({ type, value }) => ({ label: taxonomy(`type.${type}`), value, group: groupOf(type) })),
        ...(rest.length > 0
          ? [{ label: t('others', { count: rest.length }), value: sum(rest.map(({ value }) => value)), rest: true }]
          : []),
      ]}
    />
  )
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

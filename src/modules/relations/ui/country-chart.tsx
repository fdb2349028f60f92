import { useLocale, useTranslations } from 'next-intl'
import { countryName } from '@/core/country'
import { BarChart } from '@/ui/bar-chart'

const most = 6

/** Relations by country met, most first; countries that do not fit are one last bar. */
export function CountryChart({ byCountry }: { byCountry: readonly { country: string; relations: number }[] }) {
  const t = useTranslations('relations.chart')
  const locale = useLocale()
  if (byCountry.length === 0) return null
  const shown = byCountry.length > most + 1 ? byCountry.slice(0, most) : byCountry
  const rest = byCountry.slice(shown.length)
  return (
    <BarChart
      title={t('byCountry')}
      counted={t('relations')}
      bars={[
        ...shown.map(({ country, relations }) => ({ label: countryName(country, locale), value: relations })),
        ...(rest.length > 0
          ? [
              {
                label: t('others', { count: rest.length }),
                value: rest.reduce((sum, { relations }) => sum + relations, 0),
                rest: true,
              },
            ]
          : []),
      ]}
    />
  )
}

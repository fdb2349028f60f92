import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { TerritoryFigures } from '@/modules/insights/territory-figures.schema'
import { CountryChart } from '@/modules/relations/ui/country-chart'
import { TypeChart } from '@/modules/relations/ui/type-chart'
import { ColumnChart } from '@/ui/column-chart'

/** Begun by decade, where they lead, by type, by country; two beside each other, on paper too. */
export function TerritoryCharts({ figures, map }: { figures: TerritoryFigures; map: ReactNode }) {
  const t = useTranslations('territories.charts')
  if (figures.relations.total === 0) return map
  const unknown = figures.relations.total - figures.relations.withStart
  return (
    <div className="grid gap-x-12 gap-y-8 table:grid-cols-2 print:grid-cols-2 print:gap-y-3">
      <div>
        {figures.decades.length > 0 && (
          <ColumnChart
            title={t('byDecade')}
            columns={figures.decades.map(({ decade, solid, hollow }) => ({
              label: t('decade', { decade: String(decade) }),
              solid,
              hollow,
            }))}
            solidLabel={t('active')}
            hollowLabel={t('dormant')}
          />
        )}
        {unknown > 0 && <p className="mt-1 text-xs text-ink-2">{t('noStart', { count: unknown })}</p>}
      </div>
      <section aria-labelledby="where">
        <h2 id="where" className="mb-2.5 text-md font-semibold">
          {t('where')}
        </h2>
        {map}
      </section>
      <TypeChart byType={figures.relations.byType} />
      <CountryChart byCountry={figures.byCountry} />
    </div>
  )
}

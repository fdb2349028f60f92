import { useFormatter, useTranslations } from 'next-intl'
import type { TerritoryFigures as Figures } from '@/modules/insights/territory-figures.schema'
import { CoverageBar } from '@/ui/coverage-bar'
import { FigureLarge } from '@/ui/figure-large'

/** Four headline figures, each with how complete the data under it are. */
export function TerritoryFigures({ figures }: { figures: Figures }) {
  const t = useTranslations('territories.figures')
  const format = useFormatter()
  const { actors, relations, byCountry, holders } = figures
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
  const shown = [
    { key: 'actors', value: actors.total, share: share(actors.confirmed, actors.total) },
    { key: 'relations', value: relations.total, share: share(relations.confirmed, relations.total) },
    { key: 'countries', value: byCountry.length, share: share(relations.withStart, relations.total) },
    { key: 'holders', value: holders, share: share(relations.withHolder, relations.total) },
  ] as const
  return (
    <div className="grid grid-cols-2 gap-x-8 gap-y-5 border-y border-t-ink border-b-rule py-4 print:py-2 table:grid-cols-4 print:grid-cols-4">
      {shown.map(({ key, value, share: part }) => (
        <FigureLarge key={key} value={format.number(value)} unit={t(`${key}.unit`, { count: value })}>
          <CoverageBar share={part}>
            {t(`${key}.coverage`, { share: format.number(part, { style: 'percent', maximumFractionDigits: 0 }) })}
          </CoverageBar>
        </FigureLarge>
      ))}
    </div>
  )
}

import { useTranslations } from 'next-intl'
import type { TerritoryFigures } from '@/modules/insights/territory-figures.schema'

/** The figures as a sentence that can be read aloud in a council. */
export function TerritoryLead({ name, figures }: { name: string; figures: TerritoryFigures }) {
  const t = useTranslations('territories.lead')
  const taxonomy = useTranslations('taxonomy')
  const { relations, byCountry, recent, leading, domestic } = figures
  const b = (chunks: React.ReactNode) => <b>{chunks}</b>
  if (relations.total === 0) return <p className="max-w-[66ch] font-serif text-xl">{t('none', { name })}</p>
  return (
    <div className="max-w-[45rem] font-serif text-xl tracking-serif print:max-w-none print:text-lg">
      <p>
        {t.rich('keeps', { name, count: relations.total, countries: byCountry.length, b })}{' '}
        {recent > 0 && t('recent', { count: recent })}{' '}
        {leading !== null &&
          t.rich('leading', {
            type: taxonomy(`type.${leading.type}`),
            count: leading.count,
            active: leading.active,
            b,
          })}{' '}
        {relations.usable > 0 && t('usable', { count: relations.usable })}
      </p>
      {domestic > 0 && <p className="mt-1.5 font-sans text-sm text-ink-2">{t('domestic', { count: domestic })}</p>}
    </div>
  )
}

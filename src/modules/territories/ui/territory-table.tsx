import { useLocale, useTranslations } from 'next-intl'
import { countryName } from '@/core/country'
import { Link } from '@/i18n/navigation'
import type { TerritorySummary } from '@/modules/territories/territory.schema'
import { type Column, DataTable } from '@/ui/data-table'

/** Territories as rows, each with the way to its facts. */
export function TerritoryTable({
  territories,
  caption,
}: {
  territories: readonly TerritorySummary[]
  caption: string
}) {
  const t = useTranslations('admin.territories')
  const level = useTranslations('taxonomy.territoryLevel')
  const locale = useLocale()
  const columns: Column<TerritorySummary>[] = [
    {
      key: 'name',
      label: t('name'),
      cell: ({ slug, name }) => (
        <Link href={`/territories/${slug}`} prefetch={false} className="font-semibold text-ink">
          {name}
        </Link>
      ),
    },
    { key: 'level', label: t('level'), cell: (territory) => level(territory.level) },
    { key: 'country', label: t('country'), cell: ({ country }) => countryName(country, locale) },
    {
      key: 'change',
      label: t('deed'),
      stacked: 'end',
      cell: ({ slug, name }) => (
        <Link href={`/admin/territories/${slug}`} prefetch={false} aria-label={t('changeNamed', { name })}>
          {t('change')}
        </Link>
      ),
    },
  ]
  return <DataTable caption={caption} captionHidden columns={columns} rows={territories} rowKey={({ id }) => id} />
}

import { useLocale, useTranslations } from 'next-intl'
import { countryName } from '@/core/country'
import { Link } from '@/i18n/navigation'
import type { TerritorySummary } from '@/modules/territories/territory.schema'

type Counts = ReadonlyMap<string, { actors: number; relations: number }>

/** Territories as a tree: a region with the provinces and cities inside it. By name; never ranked. */
export function TerritoryTree({
  territories,
  counts,
  parentId = null,
}: {
  territories: readonly TerritorySummary[]
  counts: Counts
  parentId?: string | null
}) {
  const t = useTranslations('territories')
  const taxonomy = useTranslations('taxonomy')
  const locale = useLocale()
  const known = new Set(territories.map(({ id }) => id))
  const children = territories.filter((one) =>
    parentId === null ? one.parentId === null || !known.has(one.parentId) : one.parentId === parentId,
  )
  if (children.length === 0) return null
  return (
    <ul className={parentId === null ? 'border-t border-ink' : 'ml-4 border-l border-rule pl-4 sm:ml-6 sm:pl-6'}>
      {children.map((territory) => {
        const count = counts.get(territory.slug)
        return (
          <li key={territory.id}>
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-rule py-3">
              <div className="min-w-0">
                <Link
                  href={`/territories/${territory.slug}`}
                  prefetch={false}
                  className="font-serif text-xl tracking-serif text-ink wrap-break-word"
                >
                  {territory.name}
                </Link>
                <p className="text-sm text-ink-2">
                  {[
                    taxonomy(`territoryLevel.${territory.level}`),
                    countryName(territory.country, locale),
                    territory.nutsCode,
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </p>
              </div>
              {count !== undefined && (
                <p className="text-sm tabular-nums">
                  {t('list.counts', { actors: count.actors, relations: count.relations })}
                </p>
              )}
            </div>
            <TerritoryTree territories={territories} counts={counts} parentId={territory.id} />
          </li>
        )
      })}
    </ul>
  )
}

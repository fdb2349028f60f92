import { useTranslations } from 'next-intl'
import type { Page } from '@/core/page'
import type { RelationSummary } from '@/modules/relations/relation.schema'
import { RelationRows } from '@/modules/relations/ui/relation-rows'
import type { Filter, FilterKey } from '@/modules/taxonomy/filter.schema'
import { facetPlaces } from '@/modules/taxonomy/facet.schema'
import { type FilterNames, useActiveFilters } from '@/modules/taxonomy/ui/active-filters'
import { FilterBar } from '@/modules/taxonomy/ui/filter-bar'
import { IgnoredFilters } from '@/modules/taxonomy/ui/ignored-filters'
import { ViewLinks } from '@/modules/taxonomy/ui/view-links'
import { PageHead } from '@/ui/page-head'

/** The register of relations: search, filters, how many there are, rows, the way to the map with the same filters. */
export function RelationList({
  params,
  filter,
  ignored,
  page,
  nextHref,
  names,
}: {
  params: URLSearchParams
  filter: Filter
  ignored: readonly FilterKey[]
  page: Page<RelationSummary>
  nextHref: string | null
  names: FilterNames
}) {
  const t = useTranslations('relations')
  const active = useActiveFilters({ filter, params, path: facetPlaces.relations.path, names })
  return (
    <>
      <PageHead title={t('title')}>{t('description')}</PageHead>
      <div className="mb-3 flex flex-col gap-4">
        <FilterBar
          list={facetPlaces.relations}
          params={params}
          filter={filter}
          search={{ label: t('search') }}
          active={active}
          years
        />
        <IgnoredFilters ignored={ignored} />
        <ViewLinks now="relations" params={params} />
        <p role="status" className="font-semibold">
          {t(`count.${filter.scope ?? 'international'}`, { count: page.total })}
        </p>
      </div>
      <RelationRows
        page={page}
        nextHref={nextHref}
        caption={t('title')}
        active={active}
        sorting={{ path: facetPlaces.relations.path, params, now: filter.sort ?? 'name' }}
      />
    </>
  )
}

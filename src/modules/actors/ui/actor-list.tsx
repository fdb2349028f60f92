import { useTranslations } from 'next-intl'
import type { Page } from '@/core/page'
import type { ActorSummary } from '@/modules/actors/actor.schema'
import { ActorTable } from '@/modules/actors/ui/actor-table'
import type { Filter, FilterKey } from '@/modules/taxonomy/filter.schema'
import { facetPlaces } from '@/modules/taxonomy/facet.schema'
import { type FilterNames, useActiveFilters } from '@/modules/taxonomy/ui/active-filters'
import { FilterBar } from '@/modules/taxonomy/ui/filter-bar'
import { IgnoredFilters } from '@/modules/taxonomy/ui/ignored-filters'
import { NoMatch } from '@/modules/taxonomy/ui/no-match'
import { ViewLinks } from '@/modules/taxonomy/ui/view-links'
import { PageHead } from '@/ui/page-head'
import { Pager } from '@/ui/pager'

/** The register of actors: search, filters, how many there are, rows, the way to the map with the same filters. */
export function ActorList({
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
  page: Page<ActorSummary>
  nextHref: string | null
  names: FilterNames
}) {
  const t = useTranslations('actors.list')
  const active = useActiveFilters({ filter, params, path: facetPlaces.actors.path, names })
  return (
    <>
      <PageHead title={t('title')}>{t('description')}</PageHead>
      <div className="flex flex-col gap-4">
        <FilterBar
          list={facetPlaces.actors}
          params={params}
          filter={filter}
          search={{ label: t('search') }}
          active={active}
        />
        <IgnoredFilters ignored={ignored} />
        <ViewLinks now="actors" params={params} />
        <p role="status" className="font-semibold">
          {t('count', { count: page.total })}
        </p>
      </div>
      {page.rows.length === 0 ? (
        <div className="mt-4">
          <NoMatch title={active.length > 0 ? t('empty') : t('none')} active={active}>
            {active.length > 0 ? t('emptyHint') : t('noneHint')}
          </NoMatch>
        </div>
      ) : (
        <div className="mt-3">
          <ActorTable
            rows={page.rows}
            caption={t('title')}
            sorting={{ path: facetPlaces.actors.path, params, now: filter.sort ?? 'name' }}
          />
          <Pager nextHref={nextHref} label={t('more')} />
        </div>
      )}
    </>
  )
}

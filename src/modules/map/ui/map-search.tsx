import { Search } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { keptBeside } from '@/core/address'
import { type MapState, shownStates } from '@/modules/map/map-state.schema'
import { facetPlaces } from '@/modules/taxonomy/facet.schema'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { type FilterNames, useActiveFilters } from '@/modules/taxonomy/ui/active-filters'
import { type FilteredList, FilterBar } from '@/modules/taxonomy/ui/filter-bar'
import { IgnoredFilters } from '@/modules/taxonomy/ui/ignored-filters'

/** The relations of a selected actor, as the panel lists them: domestic ones too, and none that ended until asked for. */
const ofActor = (actor: string, { scope = 'all', state = shownStates }: Filter): FilteredList => ({
  path: facetPlaces.map.path,
  of: 'relations',
  first: ['type', 'country', 'state'],
  without: ['kind'],
  isTight: true,
  ask: { actor, scope, state: state.join(',') },
})

/** Flows are made of relations, and so are regions unless actors are counted: the numbers are of what is shown. */
function listOf({ show, measure, filter, view, here }: MapState): FilteredList {
  const isPart = view !== null || here !== null
  if (show === 'actors' || here !== null || (show === 'regions' && measure === 'actors'))
    return { ...facetPlaces.map, isPart, isTight: true }
  const ask = show === 'flows' ? { state: (filter.state ?? shownStates).join(',') } : {}
  return { ...facetPlaces.map, of: 'relations', ask, isPart, isTight: true }
}

/** Search field and filters of the map; on a phone they float over it. */
export function MapSearch({
  params,
  state,
  names,
  actor,
}: {
  params: URLSearchParams
  state: MapState
  names: FilterNames
  /** Whose relations the list shows; null = actors. */
  actor: string | null
}) {
  const t = useTranslations('map.search')
  const filters = useTranslations('filters')
  const locale = useLocale()
  const { path } = facetPlaces.map
  const { filter, ignored } = state
  const active = useActiveFilters({ filter, params, path, names })
  return (
    <div className="flex flex-col gap-2.5">
      <form action={`/${locale}${path}`} method="get" role="search" className="relative">
        {keptBeside(params, 'q', 'actor', 'relation', 'here').map(([key, value], index) => (
          <input key={index} type="hidden" name={key} value={value} />
        ))}
        <input
          key={params.get('q') ?? ''}
          name="q"
          type="search"
          maxLength={200}
          aria-label={t('label')}
          placeholder={t('placeholder')}
          defaultValue={params.get('q') ?? ''}
          className="min-h-[42px] w-full rounded-md border border-rule-strong bg-sheet py-2 pr-3 pl-11 text-ink placeholder:text-ink-3 hover:border-ink max-phone:shadow-float"
        />
        <button
          type="submit"
          aria-label={filters('search')}
          className="absolute top-0 left-0 grid size-[42px] place-items-center rounded-md text-ink-2 hover:text-ink"
        >
          <Search className="size-[18px]" aria-hidden />
        </button>
      </form>
      <FilterBar
        list={actor === null ? listOf(state) : ofActor(actor, filter)}
        params={params}
        filter={filter}
        search={null}
        active={active}
      />
      <IgnoredFilters ignored={ignored} />
    </div>
  )
}

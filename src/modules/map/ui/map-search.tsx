import { Search } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { keptBeside } from '@/core/address'
import type { Filter, FilterKey } from '@/modules/taxonomy/filter.schema'
import { activeFilters } from '@/modules/taxonomy/ui/active-filters'
import { FilterBar } from '@/modules/taxonomy/ui/filter-bar'
import { IgnoredFilters } from '@/modules/taxonomy/ui/ignored-filters'
import { useFilterChips } from '@/modules/taxonomy/ui/use-filter-chips'

export type MapChoices = {
  byKind: Readonly<Record<string, number>>
  byType: Readonly<Record<string, number>>
  byCountry: readonly { country: string; actors: number }[]
  sectors: readonly { code: string; name: string }[]
}

/** Search field and filters of the map; on a phone they float over it. */
export function MapSearch({
  params,
  filter,
  ignored,
  choices,
}: {
  params: URLSearchParams
  filter: Filter
  ignored: readonly FilterKey[]
  choices: MapChoices
}) {
  const t = useTranslations('map.search')
  const filters = useTranslations('filters')
  const locale = useLocale()
  const chip = useFilterChips()
  const path = '/map'
  const chips = [
    chip.kind(choices.byKind),
    chip.type(choices.byType),
    chip.country(
      choices.byCountry.map(({ country, actors }) => ({ country, count: actors })),
      filter.country,
    ),
    chip.sector(choices.sectors),
  ]
  const active = activeFilters({ filter, params, path, chips }, (key, value) =>
    filters('named', { name: filters(`key.${key}`), value }),
  )
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
      <FilterBar path={path} params={params} search={null} chips={chips} active={active} />
      <IgnoredFilters ignored={ignored} />
    </div>
  )
}

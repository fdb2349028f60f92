import { useLocale, useTranslations } from 'next-intl'
import { addressWith } from '@/core/address'
import { type AnyFacet, facetsOf, type Subject } from '@/modules/taxonomy/facet.schema'
import { askedOf, type Filter, type FilterKey } from '@/modules/taxonomy/filter.schema'
import type { ActiveFilter } from '@/modules/taxonomy/ui/active-filters'
import { FacetChip } from '@/modules/taxonomy/ui/facet-chip.client'
import { FacetScopeOf } from '@/modules/taxonomy/ui/facet-scope.client'
import { MoreFilters } from '@/modules/taxonomy/ui/more-filters.client'
import { YearFilter } from '@/modules/taxonomy/ui/year-filter'
import { Chip } from '@/ui/chip'
import { ClientTexts } from '@/ui/client-texts'
import { LinkButton } from '@/ui/link-button'
import { SearchForm } from '@/ui/search-form'

/** What the filters of a page stand over. */
export type FilteredList = {
  /** Without the language: `/actors`. */
  path: string
  of: Subject
  /** Filters that have a chip before they are on. */
  first: readonly AnyFacet[]
  /** Filters that mean nothing here. */
  without?: readonly AnyFacet[]
  /** What the door is told of the list beside the filters: whose relations it shows. */
  ask?: Readonly<Record<string, string>>
  /** The list shows a part of the map, or one spot; the numbers are those of everywhere. */
  isPart?: boolean
  /** Over the map of a phone there is one row: what is on, else the first filters; the way to all of them is a sign. */
  isTight?: boolean
}

/** These have a chip of their own kind. */
const typed: ReadonlySet<FilterKey> = new Set(['since', 'until'])

/** Where a chip that is off has no room in the one row: beside what is on, and the third on the smallest phones. */
const hiddenWhere = (at: number, active: number): string =>
  active > 0 ? 'tight:hidden' : at > 1 ? 'max-[22.5rem]:hidden' : ''

const clientWords = [
  ...['all', 'choose', 'chosen', 'clear', 'close', 'failed', 'find', 'again', 'loading', 'nothing', 'off', 'rarer'],
  ...['show', 'title', 'year', 'since', 'until'],
]

/**
 * Search field and filters of a list, all in the URL; each keeps every other parameter. Some have a chip at once, all of
 * them stand in one dialog, and whatever is on is a chip that takes it away (LOOK §6, Chip filter). `search` null = no
 * field. Answers and their numbers come from `/api/map/facets` when a filter is opened.
 */
export function FilterBar({
  list: { path, of, first, without = [], ask = {}, isPart = false, isTight = false },
  params,
  filter,
  search,
  active,
  years = false,
}: {
  list: FilteredList
  params: URLSearchParams
  filter: Filter
  search: { label: string } | null
  active: readonly ActiveFilter[]
  years?: boolean
}) {
  const t = useTranslations('filters')
  const locale = useLocale()
  const action = `/${locale}${path}`
  const asked = askedOf(params, filter)
  for (const [key, value] of Object.entries({ ...ask, of, lang: locale })) asked.set(key, value)
  const plain = new URLSearchParams([['for', path.slice(1)], ...params])
  plain.delete('after')
  const offered = facetsOf(of).filter((facet) => !without.includes(facet))
  const chosenOf = (facet: FilterKey) => active.find(({ key }) => key === facet)?.chosen ?? []
  const onBar = offered.filter((facet) => first.includes(facet) || chosenOf(facet).length > 0)
  const clearHref = addressWith(path, params, Object.fromEntries(active.map(({ key }) => [key, null])))
  const hasYears = active.some(({ key }) => typed.has(key))
  return (
    <div data-screen-only className="flex flex-col gap-3">
      {search !== null && <SearchForm action={action} params={params} label={search.label} submit={t('search')} />}
      <ClientTexts namespaces={['filters']} parts={{ filters: clientWords }}>
        <FacetScopeOf
          action={action}
          query={params.toString()}
          ask={asked.toString()}
          plainHref={`/${locale}/filters?${plain}`}
          counted={isPart ? t('everywhere') : null}
        >
          <div className="relative flex flex-wrap items-center gap-2">
            {onBar.map((facet) => (
              <FacetChip
                key={facet}
                facet={facet}
                label={t(`key.${facet}`)}
                chosen={chosenOf(facet)}
                clearHref={addressWith(path, params, { [facet]: null })}
                className={
                  isTight && chosenOf(facet).length === 0 ? hiddenWhere(onBar.indexOf(facet), active.length) : ''
                }
              />
            ))}
            {(years || hasYears) && <YearFilter path={path} params={params} />}
            {active
              .filter(({ key }) => !typed.has(key) && !offered.some((facet) => facet === key))
              .map((one) => (
                <Chip key={one.key} href={one.href} on>
                  {one.label}
                </Chip>
              ))}
            <MoreFilters
              facets={offered.map((facet) => ({ facet, label: t(`key.${facet}`), chosen: chosenOf(facet) }))}
              clearHref={active.length > 0 ? `/${locale}${clearHref}` : null}
              isTight={isTight}
            />
            {active.length > 1 && (
              <LinkButton href={clearHref} look="quiet" size="small">
                {t('clear')}
              </LinkButton>
            )}
          </div>
        </FacetScopeOf>
      </ClientTexts>
    </div>
  )
}

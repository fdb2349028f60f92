import { addressWith } from '@/core/address'
import { type Filter, type FilterKey, filterKeys } from '@/modules/taxonomy/filter.schema'
import { chosenOf, type FilterChip } from '@/modules/taxonomy/ui/filter-chip'

/** A filter that is on, in words, and the address without it. */
export type ActiveFilter = { key: FilterKey; label: string; href: string; hasChip: boolean }

// Not filters: they decide order, page and zoom.
const others = new Set<FilterKey>(['sort', 'after', 'zoom'])

/**
 * All filters that are on, also those no chip shows (`holder`, `bbox`, …): none may be hidden (LOOK §12). `words` says a
 * value that no chip knows.
 */
export function activeFilters(
  {
    filter,
    params,
    path,
    chips,
  }: { filter: Filter; params: URLSearchParams; path: string; chips: readonly FilterChip[] },
  words: (key: FilterKey, value: string) => string,
): ActiveFilter[] {
  return filterKeys
    .filter((key) => filter[key] !== undefined && !others.has(key))
    .map((key) => {
      const chip = chips.find(({ name }) => name === key)
      const chosen = chip === undefined ? [] : chosenOf(chip, params).map((choice) => choice.label)
      const value = chosen.length > 0 ? chosen.join(', ') : params.getAll(key).join(', ')
      return {
        key,
        label: words(key, value),
        href: addressWith(path, params, { [key]: null }),
        hasChip: chosen.length > 0 || key === 'q' || key === 'since' || key === 'until',
      }
    })
}

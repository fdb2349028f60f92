import { themeNames } from '@/app/[locale]/code-names'
import type { Locale } from '@/core/localized'
import { getLabel } from '@/modules/map/scene.queries'
import { namesOfSigns } from '@/modules/places/area.queries'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import type { FilterNames } from '@/modules/taxonomy/ui/active-filters'
import { findTerritories } from '@/modules/territories/territory.queries'

/** What a filter's chips say of a territory, a holder, themes and places; asks only for what the filter names. */
export async function filterNames(filter: Filter, locale: Locale): Promise<FilterNames> {
  const signs = [...(filter.between?.signs ?? []), ...(filter.region === undefined ? [] : [filter.region])]
  const [territories, holder, themes, places] = await Promise.all([
    filter.territory === undefined ? [] : findTerritories({}, { locale }).then(({ rows }) => rows),
    filter.holder === undefined ? null : getLabel(filter.holder, locale),
    filter.theme === undefined ? [] : themeNames(locale),
    namesOfSigns(signs, locale),
  ])
  return {
    territory: Object.fromEntries(territories.map(({ slug, name }) => [slug, name])),
    holder: holder === null ? {} : { [holder.slug]: holder.name },
    place: Object.fromEntries(places),
    theme: Object.fromEntries(themes.map(({ value, label }) => [value, label])),
  }
}

import { useLocale, useTranslations } from 'next-intl'
import { addressWith } from '@/core/address'
import { countryName } from '@/core/country'
import { anyFacet, type AnyFacet } from '@/modules/taxonomy/facet.schema'
import { allFilterKeys, type Filter, type FilterKey, tieText } from '@/modules/taxonomy/filter.schema'
import { sectorName } from '@/modules/taxonomy/nace.schema'

/** Names of what a filter chose that only the database knows: by slug or code. */
export type FilterNames = Readonly<Record<'territory' | 'holder' | 'theme' | 'place', Readonly<Record<string, string>>>>

export type Chosen = { value: string; label: string }

/** A filter as it is offered, and what of it is chosen. */
export type OfferedFacet = { facet: AnyFacet; label: string; chosen: readonly Chosen[] }

/** A filter that is on. */
export type ActiveFilter = {
  key: FilterKey
  /** In words, with its name: `Kind: Universities`. */
  label: string
  /** What was chosen, in words. */
  chosen: readonly Chosen[]
  /** The address without it. */
  href: string
}

/** In the order in which they are shown: words first, then as in the dialog. */
const ordered: readonly FilterKey[] = ['q', ...anyFacet.options, 'since', 'until']
// These decide order, page and zoom, and take no row away.
const others: readonly FilterKey[] = ['sort', 'after', 'zoom']
const shown = [...ordered, ...allFilterKeys.filter((key) => !ordered.includes(key) && !others.includes(key))]

/** All filters that are on, also those that no chip offers (`bbox`): none may be hidden (LOOK §12). */
export function useActiveFilters({
  filter,
  params,
  path,
  names,
}: {
  filter: Filter
  params: URLSearchParams
  path: string
  names: FilterNames
}): ActiveFilter[] {
  const t = useTranslations('filters')
  const taxonomy = useTranslations('taxonomy')
  const locale = useLocale()
  /** What was chosen of one filter, in words. */
  const chosenOf = (key: FilterKey): Chosen[] => {
    const said = <Value extends string>(values: readonly Value[] | undefined, word: (value: Value) => string) =>
      (values ?? []).map((value) => ({ value, label: word(value) }))
    const named = (list: keyof FilterNames) => (value: string) => names[list][value] ?? value
    const one = <Value extends string>(value: Value | undefined) => (value === undefined ? [] : [value])
    switch (key) {
      case 'kind':
        return said(filter.kind, (kind) => taxonomy(`kindPlural.${kind}`))
      case 'group':
        return said(filter.group, (group) => taxonomy(`group.${group}`))
      case 'type':
        return said(filter.type, (type) => taxonomy(`type.${type}`))
      case 'state':
        return said(filter.state, (state) => taxonomy(`state.${state}`))
      case 'verified':
        return said(one(filter.verified), (freshness) => taxonomy(`freshness.${freshness}`))
      case 'scope':
        return said(one(filter.scope), (scope) => taxonomy(`scope.${scope}`))
      case 'reviewed':
        return said(filter.reviewed, (state) => taxonomy(`reviewed.${state}`))
      case 'country':
        return said(filter.country, (country) => countryName(country, locale))
      case 'sector':
        return said(filter.sector, (sector) => sectorName(sector, locale))
      case 'theme':
        return said(filter.theme, named('theme'))
      case 'territory':
        return said(one(filter.territory), named('territory'))
      case 'holder':
        return said(one(filter.holder), named('holder'))
      case 'region':
        return said(one(filter.region), named('place'))
      case 'between':
        return said(filter.between && [tieText(filter.between)], (text) =>
          text.split('~').map(named('place')).join(' – '),
        )
      case 'q':
      case 'programme':
        return said(one(filter[key]), (text) => text)
      case 'since':
      case 'until':
        return filter[key] === undefined ? [] : [{ value: String(filter[key]), label: String(filter[key]) }]
      case 'bbox':
        return []
      default:
        return params.getAll(key).map((value) => ({ value, label: value }))
    }
  }
  return shown
    .filter((key) => filter[key] !== undefined)
    .map((key) => {
      const chosen = chosenOf(key)
      const said = chosen.map(({ label }) => label).join(', ')
      return {
        key,
        label: said === '' ? t(`key.${key}`) : t('named', { name: t(`key.${key}`), value: said }),
        chosen,
        href: addressWith(path, params, { [key]: null }),
      }
    })
}

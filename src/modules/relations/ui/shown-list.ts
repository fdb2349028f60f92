import type { Page } from '@/core/page'
import type { RelationSummary } from '@/modules/relations/relation.schema'
import type { Filter, FilterKey } from '@/modules/taxonomy/filter.schema'
import type { FilterNames } from '@/modules/taxonomy/ui/active-filters'

/** Figures of an actor's public international relations, and how many domestic ones there are beside. */
export type RelationFigures = {
  total: number
  byType: Readonly<Record<string, number>>
  byState: Readonly<Record<string, number>>
  domestic: number
  /** Countries abroad. */
  byCountry: readonly { country: string; relations: number }[]
  held: number
  usable: number
}

/** One page of a list with the address it was asked by. */
export type ShownList = {
  path: string
  params: URLSearchParams
  filter: Filter
  ignored: readonly FilterKey[]
  names: FilterNames
  page: Page<RelationSummary>
  nextHref: string | null
}

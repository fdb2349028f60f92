import { z } from 'zod'
import { freshnesses } from '@/core/curated'
import { type Filter, type FilterKey, listKeys, reviewedStates, scopes } from '@/modules/taxonomy/filter.schema'
import { actorKinds, groupOf, relationGroups, relationStates, relationTypes } from '@/modules/taxonomy/taxonomy.schema'

/** Filters whose answers are chosen from a list, in the order of the dialog. Words and years are typed. */
export const facetKeys = [
  'kind',
  'group',
  'type',
  'country',
  'territory',
  'state',
  'sector',
  'theme',
  'programme',
  'holder',
  'verified',
  'scope',
] as const satisfies readonly FilterKey[]
export const facetKey = z.enum(facetKeys)
export type FacetKey = z.output<typeof facetKey>

/** Filters that mean something among practices, in the same order. */
export const practiceFacetKeys = [
  'kind',
  'country',
  'territory',
  'sector',
  'theme',
  'reviewed',
] as const satisfies readonly FilterKey[]
export const practiceFacet = z.enum(practiceFacetKeys)
export type PracticeFacet = z.output<typeof practiceFacet>

/** Every filter whose answers are chosen from a list. */
export const anyFacet = z.enum([...facetKeys, ...practiceFacetKeys])
export type AnyFacet = z.output<typeof anyFacet>

/** What is counted: rows of the list of actors, of relations, or of practices. */
export const subject = z.enum(['actors', 'relations', 'practices'])
export type Subject = z.output<typeof subject>

/** Of some filters one answer only. */
export const isSingle = (key: AnyFacet): boolean => !listKeys.has(key)

/** All answers there can be, of the lists that are closed and short. */
export const closedFacets: Partial<Record<AnyFacet, readonly string[]>> = {
  kind: actorKinds,
  group: relationGroups,
  type: relationTypes,
  state: relationStates,
  verified: freshnesses,
  scope: scopes,
  reviewed: reviewedStates,
}

/** Which group each type belongs to, side by side. */
export const groupsOfTypes = relationTypes.map((type) => [type, groupOf(type)] as const)

/** `count`: rows the list has once it is chosen; null when there were too many to count in time. */
export type FacetChoice = { value: string; label: string; count: number | null }

/** What `/api/map/facets` answers. `more`: rarer answers that are not listed. */
export type FacetAnswer = { choices: FacetChoice[]; more: number }

/** Where filters stand: what its list counts, and the filters that have a chip before any is on. */
export const facetPlaces = {
  map: { path: '/map', of: 'actors', first: ['kind', 'type', 'country'] },
  actors: { path: '/actors', of: 'actors', first: ['kind', 'country', 'territory', 'sector'] },
  relations: { path: '/relations', of: 'relations', first: ['group', 'type', 'country', 'territory', 'state'] },
  network: { path: '/network', of: 'relations', first: ['type', 'country', 'territory'] },
  practices: { path: '/practices', of: 'practices', first: ['theme', 'country', 'territory', 'kind', 'reviewed'] },
} as const satisfies Record<string, { path: string; of: Subject; first: readonly AnyFacet[] }>
export const facetPlace = z.enum(['map', 'actors', 'relations', 'network', 'practices'])
export type FacetPlace = z.output<typeof facetPlace>

/** The filters a list offers, of all there are. */
export const facetsOf = (of: Subject): readonly AnyFacet[] => (of === 'practices' ? practiceFacetKeys : facetKeys)

/** A filter without one of its parts: each facet is counted beside its own. */
export function withoutFacet(filter: Filter, key: FilterKey): Filter {
  const { [key]: _left, ...rest } = filter
  return rest
}

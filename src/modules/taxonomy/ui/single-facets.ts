import type { FacetKey } from '@/modules/taxonomy/facet.schema'

/** Filters of which one answer only is chosen, for browsers, which do not load the schemas; a test compares. */
export const singleFacets: ReadonlySet<FacetKey> = new Set<FacetKey>([
  'territory',
  'programme',
  'holder',
  'verified',
  'scope',
])

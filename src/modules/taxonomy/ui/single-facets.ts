import type { AnyFacet } from '@/modules/taxonomy/facet.schema'

/** Filters of which one answer only is chosen, for browsers, which do not load the schemas; a test compares. */
export const singleFacets: ReadonlySet<AnyFacet> = new Set<AnyFacet>([
  'territory',
  'programme',
  'holder',
  'verified',
  'scope',
])

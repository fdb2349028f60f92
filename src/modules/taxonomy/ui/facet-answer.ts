// The whole of zod weighs 30 kB compressed; this comes when a filter is opened.
import * as z from 'zod/mini'
import type { FacetAnswer } from '@/modules/taxonomy/facet.schema'

const answer = z.object({
  choices: z.array(z.object({ value: z.string(), label: z.string(), count: z.nullable(z.int()) })),
  more: z.int(),
})

/** Reads what `/api/map/facets` answered; throws when it is something else. */
export const readFacet = (json: unknown): FacetAnswer => answer.parse(json)

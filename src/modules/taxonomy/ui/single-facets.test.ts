import { expect, test } from 'vitest'
import { facetKeys, isSingle } from '@/modules/taxonomy/facet.schema'
import { singleFacets } from './single-facets'

test('a browser takes the same filters for single ones as the addresses do', () => {
  expect([...singleFacets].sort()).toEqual(facetKeys.filter(isSingle).sort())
})

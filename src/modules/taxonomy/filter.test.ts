import { expect, test } from 'vitest'
import { filterOf } from './filter.schema'

test('repeated and comma-separated values both mean any of them', () => {
  const { filter, ignored } = filterOf(
    new URLSearchParams('kind=enterprise&kind=university,other&since=1990&bbox=170,-20,-170,10'),
  )
  expect(filter).toEqual({ kind: ['enterprise', 'university', 'other'], since: 1990, bbox: [170, -20, -170, 10] })
  expect(ignored).toEqual([])
})

test.each([
  ['kind=bank', 'kind'],
  ['bbox=1,2,3', 'bbox'],
  ['bbox=1,2,3,1e999', 'bbox'],
  ['since=-5', 'since'],
  ['after=%00', 'after'],
  ['country=ZZ', 'country'],
])('%s is left out and named', (query, key) => {
  const { filter, ignored } = filterOf(new URLSearchParams(`${query}&q=abc`))
  expect(ignored).toEqual([key])
  expect(filter).toEqual({ q: 'abc' })
})

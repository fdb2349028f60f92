import { expect, test } from 'vitest'
import { addressWith, keptBeside, paramsOf } from './address'

test('a changed filter keeps every other parameter and starts the list anew', () => {
  const params = paramsOf({ q: 'moda', kind: ['university', 'enterprise'], after: 'abc', sort: undefined })
  expect(addressWith('/actors', params, { q: null })).toBe('/actors?kind=university&kind=enterprise')
  expect(addressWith('/actors', params, { country: ['IT', 'SE'] })).toBe(
    '/actors?q=moda&kind=university&kind=enterprise&country=IT&country=SE',
  )
})

test('the next page keeps every parameter', () => {
  expect(addressWith('/actors', paramsOf({ q: 'Gävle', after: 'a' }), { after: 'b' })).toBe(
    '/actors?q=G%C3%A4vle&after=b',
  )
})

test('a form carries on what it does not set', () => {
  expect(keptBeside(paramsOf({ q: 'x', kind: 'other', after: 'a', country: '' }), 'q')).toEqual([['kind', 'other']])
})

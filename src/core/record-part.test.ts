import { expect, test } from 'vitest'
import { partsOf, proposedParts, withParts } from './record-part'

const parts = partsOf(['name', 'longitude', 'latitude', 'city'], [['longitude', 'latitude']])

test('fields that belong together are one part', () => {
  expect(parts).toEqual([
    { key: 'name', fields: ['name'] },
    { key: 'longitude', fields: ['longitude', 'latitude'] },
    { key: 'city', fields: ['city'] },
  ])
})

test('a part is taken whole: what the other text leaves out is left out', () => {
  const now = { name: 'A', longitude: 1, latitude: 2, city: 'Reggio' }
  expect(withParts(parts, now, { from: { name: 'B' }, keys: ['longitude', 'city'] })).toEqual({ name: 'A' })
  expect(withParts(parts, now, { from: { latitude: 3, longitude: 1 }, keys: ['longitude'] })).toEqual({
    ...now,
    latitude: 3,
  })
})

test('a proposal against a record that moved on: open, moved and already so', () => {
  const before = { name: 'A', longitude: 1, latitude: 2, city: 'Reggio' }
  const after = { name: 'B', longitude: 1, latitude: 3, city: 'Modena' }
  const now = { name: 'C', longitude: 1, latitude: 2, city: 'Modena' }
  expect(proposedParts(parts, { before, after, now }).map(({ part, state }) => [part.key, state])).toEqual([
    ['name', 'moved'],
    ['longitude', 'open'],
    ['city', 'same'],
  ])
})

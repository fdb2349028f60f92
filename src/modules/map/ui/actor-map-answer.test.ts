import { expect, test } from 'vitest'
import { readActorMap } from './actor-map-answer'

const mark = {
  type: 'Feature',
  id: '0190',
  geometry: { type: 'Point', coordinates: [10.6, 44.7] },
  properties: { slug: 'unimore', kind: 'university', name: 'Unimore', language: 'it', freshness: 'fresh' },
}
const cluster = {
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [17, 60] },
  properties: { count: 3, byKind: { enterprise: 2, other: 1 }, territory: null, bounds: [16, 59, 18, 61] },
}
const answer = (features: unknown) => ({
  type: 'FeatureCollection',
  properties: { total: 4, withoutPoint: 1 },
  features,
})

test('marks and clusters as the door writes them', () => {
  expect(readActorMap(answer([mark, cluster]))).toEqual({
    properties: { total: 4, withoutPoint: 1 },
    features: [
      { id: '0190', at: [10.6, 44.7], ...mark.properties },
      { at: [17, 60], ...cluster.properties },
    ],
  })
})

for (const [what, features] of [
  ['a kind nobody knows', [{ ...mark, properties: { ...mark.properties, kind: 'ministry' } }]],
  ['a point without its north', [{ ...mark, geometry: { coordinates: [10.6] } }]],
  ['a count that is a text', [{ ...cluster, properties: { ...cluster.properties, count: '3' } }]],
  [
    'a kind nobody knows in a cluster',
    [{ ...cluster, properties: { ...cluster.properties, byKind: { ministry: 1 } } }],
  ],
  ['no list', null],
] as const)
  test(`${what} is refused`, () => {
    expect(() => readActorMap(answer(features))).toThrow('shape')
  })

import { expect, test } from 'vitest'
import { listedBox, mapStateOf } from './map-state.schema'

const stateOf = (query: string) => mapStateOf(new URLSearchParams(query))

test('an address of the map says filters, view and selection', () => {
  expect(stateOf('kind=university&bbox=10,44,11,45&zoom=7&actor=a-1')).toMatchObject({
    filter: { kind: ['university'] },
    view: { bbox: [10, 44, 11, 45], zoom: 7 },
    actor: 'a-1',
    relation: null,
    here: null,
  })
})

test('a box without a zoom is seen whole', () => {
  expect(stateOf('bbox=2,43,20,54').view?.zoom).toBe(5)
  expect(stateOf('bbox=-180,-80,180,80').view?.zoom).toBe(2)
  expect(stateOf('bbox=10.6,44.6,10.7,44.7').view?.zoom).toBe(12)
})

test('a selection that means nothing is no selection', () => {
  expect(stateOf('actor=../x&relation=&here=1,2')).toMatchObject({ actor: null, relation: null, here: null })
})

test('the list holds a little more than the view, or exactly the spot', () => {
  expect(listedBox(stateOf(''))).toBeNull()
  const box = listedBox(stateOf('bbox=10,44,11,45&zoom=5'))
  expect(box?.[0]).toBeLessThan(10)
  expect(box?.[3]).toBeGreaterThan(45)
  expect(listedBox(stateOf('bbox=0,40,20,50&zoom=5&here=10,44,10.001,44.001'))).toEqual([10, 44, 10.001, 44.001])
})

import { expect, test } from 'vitest'
import { boxesMeet, placeNames, type MarkToName } from './label-placing'

const mark = (id: string, x: number, y: number, more: Partial<MarkToName> = {}): MarkToName => ({
  id,
  x,
  y,
  size: 26,
  textWidth: 60,
  first: 'right',
  ...more,
})

test('a name that has room stands on the side it asks for', () => {
  expect(placeNames([mark('a', 0, 0), mark('b', 500, 0, { first: 'below' })])).toEqual(
    new Map([
      ['a', 'right'],
      ['b', 'below'],
    ]),
  )
})

test('a name turns aside for a neighbour, the more important first', () => {
  expect(placeNames([mark('large', 0, 0), mark('small', 40, 0)])).toEqual(
    new Map([
      ['large', 'left'],
      ['small', 'right'],
    ]),
  )
})

test('a name that would be cut off turns to where least of it is', () => {
  const frame = { room: [0, 0, 360, 300], edge: [0, 0, 400, 300] } as const
  expect(placeNames([mark('edge', 380, 150), mark('corner', 20, 290, { first: 'below' })], frame)).toEqual(
    new Map([
      ['edge', 'left'],
      ['corner', 'right'],
    ]),
  )
  // Out of the room it is still read.
  expect(placeNames([mark('by', 310, 150), mark('left of it', 280, 150, { textWidth: 0 })], frame)).toEqual(
    new Map([['by', 'below']]),
  )
})

test('a name that every side would cut is left out, unless it is looked at', () => {
  const frame = { room: [4, 4, 396, 296], edge: [0, 0, 400, 300] } as const
  expect(placeNames([mark('wide', 200, 150, { textWidth: 900 })], frame)).toEqual(new Map())
  expect(placeNames([mark('outside', 440, 150)], frame)).toEqual(new Map())
  expect(placeNames([mark('wide', 200, 150, { textWidth: 900, isKept: true })], frame)).toEqual(
    new Map([['wide', 'below']]),
  )
  const beside = [mark('taken', 90, 150, { textWidth: 0 }), mark('by the edge', 30, 150, { textWidth: 80 })]
  expect(placeNames(beside, frame)).toEqual(new Map())
})

test('a name without room is left out, its mark stays', () => {
  const crowd = [mark('middle', 0, 0), mark('e', 20, 0), mark('w', -20, 0), mark('n', 0, -20), mark('s', 0, 20)]
  expect(placeNames(crowd.map((one) => ({ ...one, textWidth: one.id === 'middle' ? 60 : 0 })))).toEqual(new Map())
})

test('boxes that only touch do not meet', () => {
  expect(boxesMeet([0, 0, 10, 10], [10, 0, 20, 10])).toBe(false)
  expect(boxesMeet([0, 0, 10, 10], [9, 9, 20, 20])).toBe(true)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linksAmong, linksOf, mostLinkedAll, pairsOf, PartyBook } from './party-graph'

test('two to four parties are linked each with each, five and more with the centre alone', () => {
  expect(pairsOf([1, 2], 1)).toEqual([[1, 2]])
  expect(pairsOf([1, 2, 3, 4], 3)).toHaveLength(6)
  expect(pairsOf([1, 2, 3, 4, 5], 3)).toEqual([
    [3, 1],
    [3, 2],
    [3, 4],
    [3, 5],
  ])
  // A holder that is no party is no centre.
  expect(pairsOf([1, 2, 3, 4, 5], 9)[0]).toEqual([1, 2])
  expect(pairsOf([7, 7], 7)).toEqual([])
})

test('parallel relations are one link that knows their number and all their marks', () => {
  const links = linksOf([
    { ends: [0, 1], centre: 0, mark: 1 },
    { ends: [1, 0], centre: 1, mark: 4 },
    { ends: [1, 2], centre: 1, mark: 1 },
  ])
  expect(links).toEqual({ from: [0, 1], to: [1, 2], weight: [2, 1], marks: [5, 1] })
  expect(linksAmong(links, [2, 1])).toEqual({ from: [0], to: [1], weight: [1], marks: [1] })
})

test('a relation never becomes more links than six or one fewer than its parties; nobody is linked with itself', () => {
  const node = fc.nat(30)
  fc.assert(
    fc.property(fc.array(node, { minLength: 2, maxLength: 40 }), node, (ends, centre) => {
      const parties = new Set(ends).size
      const pairs = pairsOf(ends, centre)
      expect(pairs.length).toBe(parties > mostLinkedAll ? parties - 1 : (parties * (parties - 1)) / 2)
      expect(pairs.every(([a, b]) => a !== b)).toBe(true)
      expect(new Set(pairs.flat()).size).toBe(parties > 1 ? parties : 0)
    }),
  )
})

test('the book takes whole relations only, each once, as long as there is room', () => {
  const book = new PartyBook()
  const relation = (id: string, parties: string[], holder: string | null = null) => ({ id, parties, holder, mark: 1 })
  expect(book.add(relation('one', ['a', 'b'], 'b'), 3)).toBe(true)
  expect(book.add(relation('one', ['a', 'b'], 'b'), 3)).toBe(true)
  expect(book.add(relation('two', ['b', 'c', 'd']), 3)).toBe(false)
  expect(book.add(relation('three', ['c', 'a', 'c'], 'x'), 3)).toBe(true)
  expect(book.keys).toEqual(['a', 'b', 'c'])
  expect(book.seen).toEqual([
    { ends: [0, 1], centre: 1, mark: 1 },
    { ends: [2, 0], centre: 2, mark: 1 },
  ])
})

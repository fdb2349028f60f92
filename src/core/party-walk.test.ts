import { expect, test } from 'vitest'
import { PartyBook } from './party-graph'
import { stepsAround } from './party-walk'

// a – b – c – d; a – end – e
const pairs = ['a b', 'b c', 'c d', 'a end', 'end e', 'b end'].map((pair) => pair.split(' '))

/** Who is near, by the names of the nodes. */
function around(centre: string, steps: number, most = 100) {
  const book = new PartyBook()
  const walk = stepsAround(book, centre, { steps, most, isEnd: (key) => key === 'end' })
  const asked: string[] = []
  for (let next = walk.next(0); ;) {
    if (next.done === true)
      return {
        near: next.value.near.map((node) => book.keys[node]),
        isWhole: next.value.isWhole,
        asked,
        seen: book.seen,
      }
    const { keys, least } = next.value
    asked.push(`${keys.join()} ${String(least)}`)
    const found = pairs
      .filter((parties) => parties.filter((party) => keys.includes(party)).length >= least)
      .slice(0, most)
    for (const parties of found) book.add({ id: parties.join(), parties, holder: null, mark: 1 })
    next = walk.next(found.length)
  }
}

test('goes step by step, not on through an end, and asks for what ties those farthest out', () => {
  expect(around('a', 1)).toMatchObject({ near: ['a', 'b', 'end'], isWhole: true, asked: ['a 1', 'b,end 2'] })
  expect(around('a', 1).seen).toHaveLength(3)
  expect(around('a', 2).near).toEqual(['a', 'b', 'end', 'c'])
  expect(around('a', 9).near).toEqual(['a', 'b', 'end', 'c', 'd'])
  expect(around('end', 1).near).toEqual(['end', 'a', 'e', 'b'])
})

test('what was cut off is told, and whoever is alone is alone', () => {
  expect(around('a', 2, 2).isWhole).toBe(false)
  expect(around('nobody', 3)).toMatchObject({ near: ['nobody'], isWhole: true })
})

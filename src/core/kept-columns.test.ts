import { expect, test } from 'vitest'
import { KeptColumns } from './kept-columns'

test('what is asked for again is not made again, and the longest unused goes first', () => {
  const made: string[] = []
  const kept = new KeptColumns<Uint8Array>(10, (column) => column.byteLength)
  const get = (key: string, bytes: number) =>
    kept.get(key, () => {
      made.push(key)
      return new Uint8Array(bytes)
    })
  get('a', 4)
  get('b', 4)
  expect(get('a', 4)).toBe(get('a', 4))
  get('c', 4)
  expect(kept.peek('b')).toBeUndefined()
  get('a', 4)
  expect(made).toEqual(['a', 'b', 'c'])
  get('wide', 100)
  expect(kept.peek('wide')?.length).toBe(100)
  expect(kept.peek('a')).toBeUndefined()
  kept.clear()
  expect(kept.peek('wide')).toBeUndefined()
})

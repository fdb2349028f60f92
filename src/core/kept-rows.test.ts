import { expect, test } from 'vitest'
import { KeptRows } from './kept-rows'

const list = (first: number, length: number) => Int32Array.from({ length }, (_, n) => first + n)

test('what is asked for again is not made again, and stays when what it was made of is written anew', () => {
  const kept = new KeptRows<{ rows: Int32Array; ordered: number }>(100)
  const scratch = list(7, 5)
  expect(kept.get('a', () => ({ rows: scratch, ordered: 3 }))).toEqual({ rows: list(7, 5), ordered: 3 })
  scratch.fill(0)
  const again = kept.get('a', () => {
    throw new Error('made again')
  })
  expect(again).toEqual({ rows: list(7, 5), ordered: 3 })
  expect(kept.peek('b')).toBeUndefined()
  kept.clear()
  expect(kept.peek('a')).toBeUndefined()
})

test('whatever is kept is what was made, however often the block is written over; the oldest go first', () => {
  const kept = new KeptRows<{ rows: Int32Array }>(1000)
  const lengthOf = (n: number) => (n * 37) % 251
  for (let n = 0; n < 500; n++) {
    kept.get(String(n), () => ({ rows: list(n, lengthOf(n)) }))
    const found = Array.from({ length: Math.min(n + 1, 70) }, (_, back) => kept.peek(String(n - back))?.rows)
    const there = found.filter((rows) => rows !== undefined)
    expect(there).toEqual(there.map((_, back) => list(n - back, lengthOf(n - back))))
    expect(found.indexOf(undefined)).toBe(there.length === found.length ? -1 : there.length)
    expect(there.length).toBeGreaterThanOrEqual(Math.min(n + 1, 3))
    if (n > 69) expect(there.length).toBeLessThan(70)
  }
})

test('a long list stands by itself, one at a time; empty ones are not kept without end', () => {
  const kept = new KeptRows<{ rows: Int32Array }>(1000)
  kept.get('short', () => ({ rows: list(0, 250) }))
  kept.get('long', () => ({ rows: list(1, 5000) }))
  expect(kept.peek('long')?.rows).toEqual(list(1, 5000))
  kept.get('longer', () => ({ rows: list(2, 6000) }))
  expect(kept.peek('long')).toBeUndefined()
  expect(kept.peek('short')?.rows).toEqual(list(0, 250))
  const names = Array.from({ length: 100 }, (_, n) => `empty ${String(n)}`)
  for (const name of names) kept.get(name, () => ({ rows: list(0, 0) }))
  const there = names.filter((name) => kept.peek(name) !== undefined)
  expect(there).toEqual(names.slice(-there.length))
  expect(there.length).toBeLessThan(63)
})

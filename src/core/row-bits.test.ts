import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bitsWhere, RowBits, writeRows } from './row-bits'

test('rows in one of each set, in order, as a look at each row finds them', () => {
  const column = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 200 })
  fc.assert(
    fc.property(
      column,
      fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1 }), { maxLength: 3 }),
      (drawn, asked) => {
        const numbers = Uint16Array.from(drawn)
        const having = (value: number) =>
          bitsWhere(
            drawn.length,
            numbers,
            Uint8Array.from({ length: 6 }, (_, n) => Number(n === value)),
          )
        const list = new Int32Array(drawn.length)
        const count = writeRows(
          list,
          drawn.length,
          asked.map((values) => values.map(having)),
        )
        const expected = [...drawn.keys()].filter((row) => asked.every((values) => values.includes(drawn[row] ?? -1)))
        expect([...list.subarray(0, count)]).toEqual(expected)
      },
    ),
  )
})

test('a row comes in and goes out, also one that was not there before', () => {
  const bits = new RowBits(3)
  for (const row of [0, 31, 1000]) bits.set(row, true)
  bits.set(31, false)
  const list = new Int32Array(2000)
  expect([...list.subarray(0, writeRows(list, 1001, [[bits]]))]).toEqual([0, 1000])
})

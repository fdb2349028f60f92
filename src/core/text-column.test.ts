import { expect, test } from 'vitest'
import { TextColumn } from './text-column'

test('texts are what was written last, also beyond one page', () => {
  const column = new TextColumn()
  column.reserve(5)
  const large = 'ł'.repeat(2 ** 20)
  column.set(0, Buffer.from('Łódź'))
  column.set(1, Buffer.from(large))
  column.set(3, Buffer.from(`${large}ą`))
  column.set(4, Buffer.from(''))
  expect([0, 1, 2, 3, 4].map((row) => column.textOf(row))).toEqual(['Łódź', large, '', `${large}ą`, ''])
  expect(column.bytes).toBe(2 ** 23)
  column.set(0, Buffer.from('Łódź'))
  expect(column.wasted).toBe(0)
  column.set(0, Buffer.from('Lublin'))
  expect([column.textOf(0), column.wasted]).toEqual(['Lublin', 7])
  expect(() => column.set(2, Buffer.alloc(2 ** 22 + 1))).toThrow('bytes')
})

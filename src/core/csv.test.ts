import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRow } from './csv'

test.each(['=1+1', '+39 0522', '-2', '@SUM(A1)', '\tx', '\rx'])('a spreadsheet does not compute %j', (text) => {
  expect(parse(csvRow([text]))).toEqual([[`'${text}`]])
})

test('numbers stay numbers, absent is blank, an instant is ISO 8601', () => {
  expect(csvRow([-2, null, undefined, new Date(0), 'a'])).toBe('-2,,,1970-01-01T00:00:00.000Z,a\r\n')
})

test('any other text comes back as it was', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((value) => !/^[=+\-@\t\r']/.test(value))
  fc.assert(
    fc.property(fc.array(text, { minLength: 2 }), (cells) => {
      expect(parse(csvRow(cells), { record_delimiter: '\r\n' })).toEqual([cells])
    }),
  )
})

import { expect, test } from 'vitest'
import { edtfDate, edtfRange, endsBefore } from './edtf-date'

test('a year, a month and a day each span their first to their last day', () => {
  expect(edtfRange('1963')).toEqual({ earliest: '1963-01-01', latest: '1963-12-31' })
  expect(edtfRange('2024-02')).toEqual({ earliest: '2024-02-01', latest: '2024-02-29' })
  expect(edtfRange('1963-05-21')).toEqual({ earliest: '1963-05-21', latest: '1963-05-21' })
})

test.each(['', '63', '1963-13', '1963-02-30', '1963/05', '01/05/1963', '19630521'])('%s is no date', (text) => {
  expect(edtfRange(text)).toBeNull()
})

test('a year beyond twenty years from now is refused', () => {
  expect(edtfDate.safeParse('3024').success).toBe(false)
  expect(edtfDate.safeParse('0999').success).toBe(false)
  expect(edtfDate.safeParse(' 1963 ').data).toBe('1963')
})

test('an end is before a start only when no reading lets it be after', () => {
  expect(endsBefore('1982', '1981')).toBe(true)
  expect(endsBefore('1982-05', '1982')).toBe(false)
  expect(endsBefore('1982-05', '1982-04')).toBe(true)
})

import { expect, test } from 'vitest'
import { edtfDate, edtfRange, endsBefore, likelyDate } from './edtf-date'

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

test.each([
  ['21.5.1982', '1982-05-21'],
  ['21/05/1982', '1982-05-21'],
  ['05/21/1982', '1982-05-21'],
  ['1/5/1982', '1982-05-01'],
  ['03/2019', '2019-03'],
  ['1982/5', '1982-05'],
  ['1982.05.21', '1982-05-21'],
  ['31.2.1982', null],
  ['13/1982', null],
  ['spring 1982', null],
])('%s was perhaps meant as %s', (text, guess) => {
  expect(likelyDate(text)).toBe(guess)
})

test('a date written as in a table is refused with the one that was perhaps meant', () => {
  const [issue] = edtfDate.safeParse('31.12.2018').error?.issues ?? []
  expect(issue).toMatchObject({ message: 'badDateGuess', params: { guess: '2018-12-31' } })
  expect(edtfDate.safeParse('long ago').error?.issues).toMatchObject([{ message: 'badDate' }])
})

import { expect, test } from 'vitest'
import { dateText, edtfText } from './date-text'

test('a date of a record is shown as exact as it is known', () => {
  expect(edtfText('en', '1963')).toBe('1963')
  expect(edtfText('en', '1963-05')).toBe('May 1963')
  expect(edtfText('en', '1963-05-21')).toBe('21 May 1963')
  expect(edtfText('pl', '1963-05-21')).toBe('21 maja 1963')
  expect(edtfText('it', '0998')).toBe('0998')
})

test('months are short and British days come first', () => {
  const at = new Date('2026-09-30T23:30:00Z')
  expect(dateText('en', at, 'month')).toBe('Sep 2026')
  expect(dateText('en', at, 'day')).toBe('30 September 2026')
  expect(dateText('sv', at, 'day', 'Europe/Stockholm')).toBe('1 oktober 2026')
})

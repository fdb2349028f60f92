import { expect, test } from 'vitest'
import { dayEndingAt, dayIn, endOfDay, momentOf, wallOf } from './zoned-time'

const rome = 'Europe/Rome'

test('a day and an hour in a zone are one moment, in winter and in summer', () => {
  expect(momentOf({ day: '2026-12-03', time: '18:30' }, rome)?.toISOString()).toBe('2026-12-03T17:30:00.000Z')
  expect(momentOf({ day: '2026-07-03', time: '18:30' }, rome)?.toISOString()).toBe('2026-07-03T16:30:00.000Z')
  expect(momentOf({ day: '2026-07-03', time: '00:00' }, 'UTC')?.toISOString()).toBe('2026-07-03T00:00:00.000Z')
})

test('an hour that the clock leaps over is none; of one that comes twice it is the first', () => {
  expect(momentOf({ day: '2026-03-29', time: '02:30' }, rome)).toBeNull()
  expect(momentOf({ day: '2026-10-25', time: '02:30' }, rome)?.toISOString()).toBe('2026-10-25T00:30:00.000Z')
})

test('a moment is told as calendar and clock show it there', () => {
  const late = new Date('2026-12-31T23:30:00Z')
  expect(wallOf(late, rome)).toEqual({ day: '2027-01-01', time: '00:30' })
  expect(dayIn('America/New_York', late)).toBe('2026-12-31')
})

test('a day ends at 24:00 there, whether it has 23, 24 or 25 hours', () => {
  expect(endOfDay('2026-12-31', rome).toISOString()).toBe('2026-12-31T23:00:00.000Z')
  expect(endOfDay('2026-03-29', rome).toISOString()).toBe('2026-03-29T22:00:00.000Z')
  expect(endOfDay('2026-10-25', rome).toISOString()).toBe('2026-10-25T23:00:00.000Z')
  // There the clock leaps over midnight: that day begins at one.
  expect(endOfDay('2026-04-23', 'Africa/Cairo').toISOString()).toBe('2026-04-23T22:00:00.000Z')
  for (const day of ['2026-12-31', '2026-03-29', '2026-10-25']) expect(dayEndingAt(rome, endOfDay(day, rome))).toBe(day)
})

import { expect, test, vi } from 'vitest'
import { formAge, stampForm } from './form-time'

test('a form knows how long it was open, and nobody else can say so', () => {
  vi.useFakeTimers({ now: new Date('2026-11-24T10:00:00Z') })
  const stamp = stampForm('a record')
  vi.advanceTimersByTime(5000)
  expect(formAge(stamp, 'a record')).toBe(5)
  expect(formAge(stamp, 'another record')).toBeNull()
  expect(formAge(stamp.replace(/^./, '0'), 'a record')).toBeNull()
  for (const strange of ['', '.', 'x', 'x.y', `${stamp}é`]) expect(formAge(strange, 'a record')).toBeNull()
  vi.useRealTimers()
})

import { expect, test } from 'vitest'
import { keptMoment } from './kept-moment'

const now = new Date(2026, 10, 27, 9, 30)

test('what was kept today has a time, what was kept before its day, too', () => {
  expect(keptMoment('en', new Date(2026, 10, 27, 8, 5), now)).toEqual({ day: 'today', time: '08:05' })
  expect(keptMoment('sv', new Date(2026, 10, 24, 14, 5), now)).toEqual({ day: '24 november', time: '14:05' })
  expect(keptMoment('pl', new Date(2025, 10, 27, 14, 5), now)).toEqual({ day: '27 listopada 2025', time: '14:05' })
})

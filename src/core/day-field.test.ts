import { expect, test } from 'vitest'
import { dayFrom } from './day-field'

test('a day that was left out, one that no calendar has and one out of bounds are told apart', () => {
  const day = dayFrom('1990-01-01')
  const faultOf = (input: unknown) => day.safeParse(input).error?.issues.map(({ message }) => message)
  expect(day.parse('2026-11-28')).toBe('2026-11-28')
  expect(faultOf('')).toEqual(['required'])
  expect(faultOf(undefined)).toEqual(['required'])
  for (const bad of ['2026-02-30', '2026-11', '1989-12-31', '2101-01-01', 5]) expect(faultOf(bad)).toEqual(['badDay'])
})

import { expect, test } from 'vitest'
import { dayAfterMonths, retentionSchema } from './retention'

test('months end on the same day, or on the last one there is', () => {
  expect(dayAfterMonths(new Date('2026-11-24'), 24)).toBe('2028-11-24')
  expect(dayAfterMonths(new Date('2026-08-31'), 6)).toBe('2027-02-28')
  expect(dayAfterMonths(new Date('2026-01-31'), 1)).toBe('2026-02-28')
})

test('what is not said is as usual, and nothing is kept for ever', () => {
  expect(retentionSchema.parse({})).toMatchObject({ personMonths: 24, personMaxMonths: 36, suggestionMonths: 12 })
  expect(retentionSchema.safeParse({ personMonths: 0 }).success).toBe(false)
  expect(retentionSchema.safeParse({ personMaxMonths: 1200 }).success).toBe(false)
})

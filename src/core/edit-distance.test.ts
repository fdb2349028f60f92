import { expect, test } from 'vitest'
import { editDistance, oneLetterLess } from './edit-distance'

test('a letter more, less, other, or two swapped are one edit', () => {
  for (const typed of ['bolognna', 'bolgna', 'bolonna', 'bolonga']) expect(editDistance(typed, 'bologna')).toBe(1)
  expect(editDistance('bologna', 'bologna')).toBe(0)
  expect(editDistance('bolnga', 'bologna')).toBe(2)
  expect(editDistance('venezia', 'bologna')).toBe(3)
})

test('an unfinished word is compared with the beginning', () => {
  expect(editDistance('univrsi', 'university', { beginning: true })).toBe(1)
  expect(editDistance('universi', 'university', { beginning: true })).toBe(0)
  expect(editDistance('univrsi', 'university')).toBe(3)
})

test('two words one edit apart share one form with a letter less', () => {
  const share = (a: string, b: string) => oneLetterLess(a).some((form) => oneLetterLess(b).includes(form))
  for (const typed of ['bolognna', 'bolgna', 'bolonna', 'bolonga', 'obologna'.slice(0, 8)])
    expect(share(typed, 'bologna'), typed).toBe(true)
  expect(share('venezia', 'bologna')).toBe(false)
})

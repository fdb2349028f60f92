import { expect, test } from 'vitest'
import { roundLength } from './round-length'

test('a round length is the greatest of 1, 2 and 5 tens that fits', () => {
  const rounded = [1, 1.9, 2, 4.99, 5, 9.9, 10, 99, 100, 499, 500, 1000, 6400].map(roundLength)
  expect(rounded).toEqual([1, 1, 2, 2, 5, 5, 10, 50, 100, 200, 500, 1000, 5000])
})

import { expect, test } from 'vitest'
import { mannWhitney } from './mann-whitney'

const from = (start: number, step: number) => Array.from({ length: 30 }, (_, index) => start + index * step)

test('samples of one kind are told from samples that lie apart', () => {
  expect(mannWhitney(from(0, 2), from(1, 2))).toBeGreaterThan(0.5)
  expect(mannWhitney(from(0, 1), from(8, 1))).toBeLessThan(0.01)
  expect(mannWhitney(from(3, 0), from(3, 0))).toBeCloseTo(1)
})

// By hand: of the 36 pairs 10 are won (U = 10), mean 18, deviation √39, so z = 7.5 / 6.245 = 1.201 and p = 0.230.
test('it says what one reckons by hand', () => {
  expect(mannWhitney([1.1, 2.2, 3.3, 4.4, 5.5, 6.6], [2.5, 3.5, 4.5, 5.6, 6.7, 7.8])).toBeCloseTo(0.23, 3)
})

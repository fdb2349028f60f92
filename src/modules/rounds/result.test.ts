import fc from 'fast-check'
import { expect, test } from 'vitest'
import { criteria } from './choices.schema'
import { reviewedStates } from '@/modules/taxonomy/filter.schema'
import { classOf, type Marks, pointsOf, resultClasses, resultOf, type ResultRules, spreadOf } from './result.schema'

const thresholds = { excellent: 21, good: 18, sufficient: 13 }
const equal: ResultRules = {
  weights: { evidence: 5, transferability: 5, relevance: 5, clarity: 5, resources: 5 },
  ...{ thresholds, quorum: 3 },
}
const all = (mark: number): Marks => ({
  ...{ evidence: mark, transferability: mark, relevance: mark, clarity: mark, resources: mark },
})
const open = { isDiscussed: false }

const mark = fc.integer({ min: 0, max: 5 })
const marks = fc.record({ evidence: mark, transferability: mark, relevance: mark, clarity: mark, resources: mark })
const part = fc.integer({ min: 1, max: 40 })
/** Weights as a coordinator gives them, normalised to 25 as a round keeps them. */
const weights = fc
  .record({ evidence: part, transferability: part, relevance: part, clarity: part, resources: part })
  .map((given) => {
    const sum = criteria.reduce((total, criterion) => total + given[criterion], 0)
    const of = (value: number) => (value * 25) / sum
    return {
      ...{ evidence: of(given.evidence), transferability: of(given.transferability) },
      ...{ relevance: of(given.relevance), clarity: of(given.clarity), resources: of(given.resources) },
    }
  })

test('points are the weighted marks, 25 at most', () => {
  expect(pointsOf(all(5), equal.weights)).toBe(25)
  expect(pointsOf(all(0), equal.weights)).toBe(0)
  expect(pointsOf({ ...all(3), evidence: 5 }, { ...all(4), evidence: 9 })).toBe(9 + 4 * 2.4)
})

test('whatever the weights: all fives are 25, all zeros 0, and a better mark never costs points', () => {
  fc.assert(
    fc.property(weights, marks, fc.constantFrom(...criteria), (given, said, criterion) => {
      expect(pointsOf(all(5), given)).toBe(25)
      expect(pointsOf(all(0), given)).toBe(0)
      const better = { ...said, [criterion]: Math.min(5, said[criterion] + 1) }
      expect(pointsOf(better, given)).toBeGreaterThanOrEqual(pointsOf(said, given))
    }),
  )
})

test('the median lies between the lowest and the highest, and half of the values are on either side of it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 250 }), { minLength: 1, maxLength: 40 }), (tenths) => {
      const values = tenths.map((value) => value / 10)
      const spread = spreadOf(values)
      expect(spread).not.toBeNull()
      if (spread === null) return
      const { median, lowest, highest, count } = spread
      expect(count).toBe(values.length)
      expect([lowest, highest]).toEqual([Math.min(...values), Math.max(...values)])
      expect(lowest <= median && median <= highest).toBe(true)
      // The median is rounded to a tenth, so what lies within half of one counts to either side.
      expect(values.filter((value) => value <= median + 0.05 + 1e-9).length * 2).toBeGreaterThanOrEqual(count)
      expect(values.filter((value) => value >= median - 0.05 - 1e-9).length * 2).toBeGreaterThanOrEqual(count)
    }),
  )
})

test('the order of the reviews says nothing', () => {
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 12 }), (reviews) => {
      expect(resultOf(reviews.toReversed(), equal, open)).toEqual(resultOf(reviews, equal, open))
    }),
  )
})

test('an even number has its median between the two in the middle; what is shown is what is compared', () => {
  expect(spreadOf([18, 20, 21, 25])).toEqual({ median: 20.5, lowest: 18, highest: 25, count: 4 })
  expect(spreadOf([20.9, 21])?.median).toBe(21)
  expect(classOf(21, thresholds)).toBe('excellent')
  expect(classOf(20.9, thresholds)).toBe('good')
  expect([18, 17.9, 13, 12.9].map((points) => classOf(points, thresholds))).toEqual([
    ...['good', 'sufficient', 'sufficient', 'on_hold'],
  ])
})

test('below the quorum there is no class, however high the marks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.array(marks, { maxLength: 12 }), (quorum, reviews) => {
      const { resultClass, held } = resultOf(reviews, { ...equal, quorum }, { isDiscussed: true })
      expect(resultClass === null).toBe(reviews.length < quorum)
      expect(held === 'too_few').toBe(reviews.length < quorum)
    }),
  )
  expect(resultOf([], equal, open)).toEqual({
    ...{ points: null, criteria: null, count: 0, zeros: 0, resultClass: null, held: 'too_few' },
  })
})

test('one zero among the highest marks holds the practice until the group has discussed it', () => {
  const reviews = [all(5), all(5), { ...all(5), clarity: 0 }]
  expect(resultOf(reviews, equal, open)).toMatchObject({ zeros: 1, resultClass: 'on_hold', held: 'undiscussed' })
  expect(resultOf(reviews, equal, open).criteria?.clarity).toEqual({
    ...{ median: 5, lowest: 0, highest: 5, count: 3, zeros: 1 },
  })
  expect(resultOf(reviews, equal, { isDiscussed: true })).toMatchObject({ resultClass: 'excellent', held: null })
})

test('any zero holds, and without one only the points do', () => {
  fc.assert(
    fc.property(fc.array(marks, { minLength: 3, maxLength: 12 }), (reviews) => {
      const { held, zeros, resultClass, points } = resultOf(reviews, equal, open)
      const hasZero = reviews.some((said) => criteria.some((criterion) => said[criterion] === 0))
      expect(zeros > 0).toBe(hasZero)
      expect(held === 'undiscussed').toBe(hasZero)
      if (!hasZero) expect(resultClass).toBe(classOf(points?.median ?? 0, thresholds))
    }),
  )
})

test('the filter of practices knows every class of a result, and that there is none', () => {
  expect(reviewedStates).toEqual([...resultClasses, 'none'])
})

import { expect, test } from 'vitest'
import { decadesOf, stepOf, undatedOf } from './year.schema'

const none = { total: 0, now: 0, begun: [], renewed: [], ended: [] }

test('a decade holds what began, was renewed and ended in its ten years', () => {
  const found = decadesOf(
    {
      ...none,
      begun: [
        [1999, 2],
        [2000, 1],
        [2009, 3],
      ],
      renewed: [[2001, 1]],
      ended: [[2010, 4]],
    },
    2026,
  )
  expect(found).toEqual([
    { decade: 1990, begun: 2, renewed: 0, ended: 0 },
    { decade: 2000, begun: 4, renewed: 1, ended: 0 },
    { decade: 2010, begun: 0, renewed: 0, ended: 4 },
    { decade: 2020, begun: 0, renewed: 0, ended: 0 },
  ])
})

test('a foundation of the Middle Ages does not press two centuries into a corner', () => {
  const found = decadesOf(
    {
      ...none,
      begun: [
        [1088, 1],
        [2020, 1],
      ],
    },
    2026,
  )
  expect(found).toHaveLength(20)
  expect(found[0]?.decade).toBe(1830)
})

test('without a year there is no histogram', () => {
  expect(decadesOf(none, 2026)).toEqual([])
})

test('what has no known start is counted by itself', () => {
  const begun: [number, number][] = [
    [1962, 1],
    [2004, 3],
  ]
  expect(undatedOf({ ...none, total: 7, begun })).toBe(3)
  expect(undatedOf(none)).toBe(0)
})

test('the player needs some forty steps, never less than a year each', () => {
  expect(stepOf(1960, 2026)).toBe(2)
  expect(stepOf(2020, 2026)).toBe(1)
})

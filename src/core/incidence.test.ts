import { expect, test } from 'vitest'
import { Incidence, type RowItems } from './incidence'

/** Lists as columns; things are numbers from 0, what is below is of another sort. */
const columns = (lists: readonly (readonly number[])[]): RowItems => ({
  rows: lists.length,
  starts: lists.map((_, row) => lists.slice(0, row).flat().length),
  counts: lists.map((list) => list.length),
  items: lists.flat(),
})
const read = (lists: readonly (readonly number[])[], things: number) => {
  const incidence = new Incidence((item) => item)
  const steps = [...incidence.read(columns(lists), things, 2)].length
  return { incidence, steps }
}

test('lists are turned around: rows ascend, each once, and others get their turn', () => {
  const { incidence, steps } = read([[0, 2, 0], [-1, 2], [], [2, 0]], 4)
  expect([0, 1, 2, 3].map((thing) => [...incidence.rowsOf(thing)])).toEqual([[0, 3], [], [0, 1, 3], []])
  expect(steps).toBe(5)
  expect(incidence.bytes).toBe((5 + 5) * 4)
})

test('of columns with one thing for each row the rows are told as well', () => {
  const incidence = new Incidence((item) => item)
  expect([...incidence.read({ rows: 4, items: [1, -1, 0, 1] }, 2, 3)]).toHaveLength(3)
  expect([0, 1].map((thing) => [...incidence.rowsOf(thing)])).toEqual([[2], [0, 3]])
})

test('rows that are written later stand beside, each once, also those of things nobody knew', () => {
  const { incidence } = read([[0], [0, 1]], 2)
  for (const [item, row] of [
    [0, 1],
    [0, 2],
    [0, 2],
    [5, 2],
    [-3, 2],
  ] as const)
    incidence.follow(item, row)
  expect([...incidence.rowsOf(0)]).toEqual([0, 1, 2])
  expect([...incidence.rowsOf(1)]).toEqual([1])
  expect([...incidence.rowsOf(5)]).toEqual([2])
  expect([...incidence.rowsOf(9)]).toEqual([])
  expect(incidence.later).toBe(2)
})

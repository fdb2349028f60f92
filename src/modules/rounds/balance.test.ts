import { expect, test } from 'vitest'
import { balanced } from '@/modules/rounds/balance.schema'
import { type Cell, cellText } from '@/modules/rounds/round.schema'
import { diceOf } from '@tests/builders/dice'

const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`)
const loadsOf = (cells: readonly Cell[], reviewerIds: readonly string[]) =>
  reviewerIds.map((id) => cells.filter(({ reviewerId }) => reviewerId === id).length)
const spread = (loads: readonly number[]) => Math.max(...loads) - Math.min(...loads)
const nobody = () => false

test('each practice gets its number, and the reviewers differ by one at most', () => {
  for (const [practices, reviewers, perPractice] of [
    [3, 6, 3],
    [7, 5, 2],
    [10, 4, 3],
    [1, 9, 9],
  ] as const) {
    const asked = { practiceIds: ids('p', practices), reviewerIds: ids('r', reviewers), perPractice }
    const cells = balanced({ seed: 's', isExcluded: nobody, ...asked })
    expect(cells).toHaveLength(practices * perPractice)
    expect(new Set(cells.map(cellText)).size).toBe(cells.length)
    expect(spread(loadsOf(cells, asked.reviewerIds))).toBeLessThanOrEqual(1)
  }
})

test('the same seed gives the same assignment, another one another', () => {
  const asked = { practiceIds: ids('p', 6), reviewerIds: ids('r', 8), perPractice: 3, isExcluded: nobody }
  const of = (seed: string) =>
    balanced({ ...asked, seed })
      .map(cellText)
      .join()
  expect(of('a')).toBe(of('a'))
  expect(new Set(ids('seed', 10).map(of)).size).toBeGreaterThan(1)
})

test('where few may judge a practice it takes them, and the others make up for it', () => {
  // Only r0 and r1 may judge p0; they are spared elsewhere.
  const cells = balanced({
    ...{ seed: 's', practiceIds: ids('p', 3), reviewerIds: ids('r', 6), perPractice: 2 },
    isExcluded: ({ practiceId, reviewerId }) => practiceId === 'p0' && !['r0', 'r1'].includes(reviewerId),
  })
  expect(loadsOf(cells, ids('r', 6))).toEqual([1, 1, 1, 1, 1, 1])
})

test('what is assigned already stays and counts', () => {
  const kept = [
    { practiceId: 'p0', reviewerId: 'r0' },
    { practiceId: 'p1', reviewerId: 'r0' },
  ]
  const asked = { practiceIds: ids('p', 2), reviewerIds: ids('r', 3), perPractice: 2, isExcluded: nobody }
  const cells = balanced({ ...asked, seed: 's', kept })
  expect(cells).toHaveLength(2)
  expect(cells.filter(({ reviewerId }) => reviewerId === 'r0')).toEqual([])
  expect(balanced({ ...asked, seed: 's', kept, perPractice: 1 })).toEqual([])
})

test('under any exclusions nobody judges what they may not, each practice has as many as may, and no chain of moves evens it further', () => {
  const dice = diceOf(7)
  for (let turn = 0; turn < 150; turn++) {
    const practiceIds = ids('p', 1 + dice.upTo(7))
    const reviewerIds = ids('r', 1 + dice.upTo(7))
    const perPractice = 1 + dice.upTo(4)
    const excluded = new Set(
      practiceIds.flatMap((practiceId) =>
        reviewerIds.filter(() => dice.upTo(3) === 0).map((reviewerId) => cellText({ practiceId, reviewerId })),
      ),
    )
    const isExcluded = (cell: Cell) => excluded.has(cellText(cell))
    const cells = balanced({ seed: String(turn), practiceIds, reviewerIds, perPractice, isExcluded })
    expect(cells.filter(isExcluded)).toEqual([])
    for (const practiceId of practiceIds) {
      const may = reviewerIds.filter((reviewerId) => !isExcluded({ practiceId, reviewerId })).length
      expect(cells.filter((cell) => cell.practiceId === practiceId)).toHaveLength(Math.min(perPractice, may))
    }
    expect(squares(loadsOf(cells, reviewerIds))).toBe(
      leastSquares({ practiceIds, reviewerIds, perPractice, isExcluded }),
    )
  }
})

const squares = (loads: readonly number[]) => loads.reduce((sum, load) => sum + load * load, 0)

/** The least sum of squares there is, by trying every load that is possible, practice by practice. */
function leastSquares({
  practiceIds,
  reviewerIds,
  perPractice,
  isExcluded,
}: {
  practiceIds: readonly string[]
  reviewerIds: readonly string[]
  perPractice: number
  isExcluded: (cell: Cell) => boolean
}): number {
  let loads = new Set([reviewerIds.map(() => 0).join()])
  for (const practiceId of practiceIds) {
    const may = reviewerIds.flatMap((reviewerId, index) => (isExcluded({ practiceId, reviewerId }) ? [] : [index]))
    const choices = subsets(may, Math.min(perPractice, may.length))
    loads = new Set(
      [...loads].flatMap((text) =>
        choices.map((choice) =>
          text
            .split(',')
            .map((load, index) => Number(load) + (choice.includes(index) ? 1 : 0))
            .join(),
        ),
      ),
    )
  }
  return Math.min(...[...loads].map((text) => squares(text.split(',').map(Number))))
}

function subsets(of: readonly number[], size: number): number[][] {
  const [first, ...rest] = of
  if (size === 0) return [[]]
  if (first === undefined) return []
  return [...subsets(rest, size - 1).map((one) => [first, ...one]), ...subsets(rest, size)]
}

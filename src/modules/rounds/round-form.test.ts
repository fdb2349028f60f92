import { expect, test } from 'vitest'
import { newId } from '@/core/id'
import { closingText } from '@/modules/rounds/closing.schema'
import { newRoundSchema } from '@/modules/rounds/round-form.schema'
import { assignmentState, criteria, normalisedWeights, stateOf } from '@/modules/rounds/round.schema'

const one = { evidence: '1', transferability: '1', relevance: '1', clarity: '1', resources: '1' }
const said = {
  ...{ groupId: newId(), id: newId(), language: 'it', title: 'Giro', practices: [newId()] },
  ...{ quorum: '3', perPractice: '3', closesOn: '2026-12-10', weights: one },
  thresholds: { excellent: '21', good: '18', sufficient: '13' },
}
const told = (more: object) =>
  newRoundSchema
    .safeParse({ ...said, ...more })
    .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)

test('a round needs practices, weights above 0, thresholds in order and within 25, and a quorum of one at least', () => {
  expect(told({})).toBeUndefined()
  expect(told({ practices: undefined })).toEqual(['practices noPractices'])
  expect(told({ practices: Array.from({ length: 41 }, newId) })).toEqual(['practices tooManyPractices'])
  for (const clarity of ['0', '-1', '1001', 'ten']) expect(told({ weights: { ...one, clarity } })).toHaveLength(1)
  expect(told({ thresholds: { excellent: '18', good: '21', sufficient: '13' } })).toEqual([
    'thresholds.good thresholdOrder',
  ])
  expect(told({ thresholds: { excellent: '26', good: '18', sufficient: '13' } })).toEqual([
    'thresholds.excellent numberRange',
  ])
  for (const quorum of ['0', '2.5', '-3']) expect(told({ quorum })).toEqual(['quorum numberRange'])
  expect(told({ cells: ['x'] })).toHaveLength(1)
  expect(told({ version: '1' })).toHaveLength(1)
})

test('any weights become shares of 25', () => {
  const weights = normalisedWeights({ evidence: 2, transferability: 1, relevance: 1, clarity: 0.5, resources: 0.5 })
  expect(weights).toEqual({ evidence: 10, transferability: 5, relevance: 5, clarity: 2.5, resources: 2.5 })
  const odd = normalisedWeights({ evidence: 3, transferability: 7, relevance: 11, clarity: 0.1, resources: 999 })
  expect(criteria.reduce((sum, criterion) => sum + odd[criterion], 0)).toBeCloseTo(25, 10)
})

test('the closing date closes a round without anybody doing anything', () => {
  const closesAt = new Date('2026-12-10T23:00:00Z')
  const times = { closesAt, closedAt: null, annulledAt: null }
  expect(stateOf(times, new Date(closesAt.getTime() - 1))).toBe('open')
  expect(stateOf(times, closesAt)).toBe('closed')
  expect(stateOf({ ...times, closedAt: new Date(0) }, new Date(0))).toBe('closed')
  expect(stateOf({ ...times, annulledAt: new Date(0) }, new Date(0))).toBe('annulled')
  expect(closingText('it', closesAt, 'Europe/Rome')).toBe('10 dicembre 2026, 24:00 CET')
})

test('what was submitted stays submitted, whatever is done to its writer or its practice; annulled is annulled', () => {
  const nothing = { savedAt: null, submittedAt: null, conflictAt: null, removedAt: null, annulledAt: null }
  const at = new Date()
  const here = { withdrawnAt: null }
  const gone = { withdrawnAt: at }
  expect(assignmentState(nothing, here)).toBe('asked')
  expect(assignmentState({ ...nothing, savedAt: at }, here)).toBe('begun')
  expect(assignmentState({ ...nothing, savedAt: at }, gone)).toBe('withdrawn')
  expect(assignmentState({ ...nothing, submittedAt: at, removedAt: at }, gone)).toBe('submitted')
  expect(assignmentState({ ...nothing, conflictAt: at }, here)).toBe('conflict')
  expect(assignmentState({ ...nothing, removedAt: at }, here)).toBe('removed')
  expect(assignmentState({ ...nothing, submittedAt: at, annulledAt: at }, here)).toBe('annulled')
})

import { expect, test } from 'vitest'
import type { PlanCell } from '@/modules/rounds/assignment.schema'
import { mayBeAsked } from './assignment-grid.client'

const cell = (said: Partial<PlanCell>): PlanCell => ({ reviewerId: 'x', exclusion: null, state: null, ...said })

test.each([
  ['nobody knows of', undefined, true],
  ['is free', cell({}), true],
  ['was asked', cell({ state: 'asked' }), false],
  ['sent a review', cell({ state: 'submitted' }), false],
  ['wrote the practice', cell({ exclusion: 'author' }), false],
  ['declared a conflict', cell({ exclusion: 'conflict', state: 'conflict' }), false],
  ['was taken out', cell({ exclusion: 'removed', state: 'removed' }), true],
  ['had a review annulled', cell({ exclusion: 'removed', state: 'annulled' }), false],
])('of whoever %s', (_, asked, may) => {
  expect(mayBeAsked(asked)).toBe(may)
})

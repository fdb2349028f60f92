import { describe, expect, test } from 'vitest'
import { executionTime, wholeReads } from './plan'

const plan = [
  {
    Plan: {
      'Node Type': 'Limit',
      Plans: [
        {
          'Node Type': 'Nested Loop',
          Plans: [
            { 'Node Type': 'Index Scan', 'Relation Name': 'actor' },
            { 'Node Type': 'Seq Scan', 'Relation Name': 'territory' },
          ],
        },
      ],
    },
    'Execution Time': 1.5,
  },
]

describe('plans', () => {
  test('a table read from end to end is found however deep it lies', () => {
    expect(wholeReads(plan)).toEqual(['territory'])
  })

  test('the time is the one the database says', () => {
    expect(executionTime(plan)).toBe(1.5)
  })
})

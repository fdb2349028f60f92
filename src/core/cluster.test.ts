import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinNear } from './cluster'

const circle = fc.record({
  x: fc.double({ min: 0, max: 1, noNaN: true }),
  y: fc.double({ min: 0, max: 1, noNaN: true }),
  weight: fc.integer({ min: 1, max: 99 }),
})

test('no weight is lost and no two circles stay nearer than the distance', () => {
  fc.assert(
    fc.property(fc.array(circle, { maxLength: 60 }), (drawn) => {
      const joined = joinNear(
        drawn.map((one) => ({ ...one, content: one.weight })),
        0.1,
        (a, b) => a + b,
      )
      const sum = (weights: number[]) => weights.reduce((a, b) => a + b, 0)
      expect(sum(joined.map((one) => one.content))).toBe(sum(drawn.map((one) => one.weight)))
      for (const [index, a] of joined.entries())
        for (const b of joined.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(0.1)
    }),
  )
})

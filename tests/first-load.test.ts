import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { budgets, overweight, scriptsWith, weightOf } from './first-load'

const script = (url: string, length: number) => ({ url, bytes: randomBytes(length) })

test('scripts weigh what gzip makes of them', () => {
  expect(weightOf([{ url: 'a.js', bytes: Buffer.from('a'.repeat(100_000)) }])).toBeLessThan(500)
  expect(weightOf([script('a.js', 50_000), script('b.js', 50_000)])).toBeGreaterThan(100_000)
})

test('a page within its budget is let pass, one script more is told, the heaviest first', () => {
  const small = [script('one.js', 70_000), script('two.js', 80_000)]
  expect(overweight(small, budgets.page)).toBeNull()
  const fault = overweight([...small, script('planted.js', 90_000)], budgets.page)
  expect(fault).toMatch(/^240\.\d kB of scripts, 160\.0 kB are allowed\. The heaviest: planted\.js 90\.\d kB, two\.js/)
})

test('a page of which no script was seen is no page within its budget', () => {
  expect(overweight([], budgets.page)).toMatch('measures nothing')
})

test('a library that came too early is found by a word of its own', () => {
  const early = { url: 'chunk.js', bytes: Buffer.from('const sigma="sigma: container has no width"') }
  expect(scriptsWith([script('a.js', 10), early], 'container has no width')).toEqual(['chunk.js'])
})

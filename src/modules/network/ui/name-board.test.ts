import { expect, test } from 'vitest'
import { type OfferedName, placedNames } from './name-board'

const disc = (key: string, x: number, y: number, more: Partial<OfferedName> = {}): OfferedName => ({
  ...{ key, x, y, size: 6, label: `name of ${key}`, isFirst: false },
  ...more,
})
const sheet = { width: 400, height: 300, scale: 1, measure: (text: string) => text.length * 6 }
const shown = (offered: readonly OfferedName[], more: Partial<typeof sheet> = {}) =>
  placedNames(offered, { ...sheet, ...more }).map(({ key, align }) => [key, align])

test('every name has a place where there is room, beside its disc', () => {
  const offered = [disc('a', 60, 60), disc('b', 60, 160), disc('c', 340, 200)]
  expect(placedNames(offered, sheet)).toEqual([
    { key: 'a', label: 'name of a', x: 70, y: 64, align: 'left' },
    { key: 'b', label: 'name of b', x: 70, y: 164, align: 'left' },
    { key: 'c', label: 'name of c', x: 330, y: 204, align: 'right' },
  ])
})

test('of two that would cover each other the larger disc keeps its name, unless the other was asked for', () => {
  const low = { width: 170, height: 24 }
  const close = [disc('a', 20, 12), disc('b', 110, 12, { size: 9 })]
  expect(shown(close, low)).toEqual([['b', 'right']])
  expect(
    shown(
      close.map((one) => ({ ...one, isFirst: one.key === 'a' })),
      low,
    ),
  ).toEqual([['a', 'left']])
})

test('a name wider than the picture is left out, and a larger picture has the same names', () => {
  const offered = [disc('a', 60, 60), disc('b', 380, 290), disc('long', 200, 150, { label: 'x'.repeat(90) })]
  const twice = offered.map(({ x, y, size, ...one }) => ({ ...one, x: 2 * x, y: 2 * y, size: 2 * size }))
  const large = { width: 800, height: 600, scale: 2, measure: (text: string) => text.length * 12 }
  expect(shown(offered)).toEqual([
    ['a', 'left'],
    ['b', 'right'],
  ])
  expect(shown(twice, large)).toEqual(shown(offered))
})

test('the largest is named even among many small ones', () => {
  const crowd = Array.from({ length: 8 }, (_, at) => {
    const turn = (at * Math.PI) / 4
    return disc(`small ${at}`, 200 + 30 * Math.cos(turn), 150 + 30 * Math.sin(turn), { size: 3 })
  })
  expect(shown([...crowd, disc('large', 200, 150, { size: 12 })])).toContainEqual(['large', 'left'])
})

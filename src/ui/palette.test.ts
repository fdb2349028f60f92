// Recomputes LOOK §2 and §3 from globals.css: a colour changed there cannot make words unreadable or two kinds alike.
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Rgb = readonly [red: number, green: number, blue: number]
type Matrix = readonly [Rgb, Rgb, Rgb]

const css = readFileSync('src/app/globals.css', 'utf8')
const themes = ['light', 'dark'] as const

function colour(name: string, theme: (typeof themes)[number]): string {
  const value = new RegExp(`--color-${name}:\\s*([^;]+);`).exec(css)?.[1]?.trim() ?? ''
  const other = /^var\(--color-([\w-]+)\)$/.exec(value)?.[1]
  if (other !== undefined) return colour(other, theme)
  const pair = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value)
  const hex = pair ? pair[theme === 'light' ? 1 : 2] : /^#\w{6}$/.exec(value)?.[0]
  if (hex === undefined) throw new Error(`--color-${name} is not a colour of the form this test reads: ${value}`)
  return hex
}

/** sRGB to linear light, IEC 61966-2-1. */
function linear(hex: string): Rgb {
  const channel = (at: number) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

const times = (matrix: Matrix, [r, g, b]: Rgb): Rgb => {
  const row = ([x, y, z]: Rgb) => x * r + y * g + z * b
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])]
}
const clamp = ([r, g, b]: Rgb): Rgb => {
  const one = (part: number) => Math.min(1, Math.max(0, part))
  return [one(r), one(g), one(b)]
}

/** WCAG 2.2, relative luminance and contrast ratio. */
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b
function ratio(one: Rgb, other: Rgb): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

/** Machado, Oliveira, Fernandes 2009, table 1, severity 1.0, applied to linear RGB. */
const visions: Record<string, Matrix> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** Björn Ottosson's OKLab. */
function oklab(rgb: Rgb): Rgb {
  const [l, m, s] = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  )
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)],
  )
}
const distance = (one: Rgb, other: Rgb) => {
  const [a, b] = [oklab(one), oklab(other)]
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

const kinds = [
  ...['enterprise', 'public-authority', 'university', 'research-centre', 'association', 'cultural-actor', 'other'],
].map((name) => `kind-${name}`)
const groups = ['institutional', 'knowledge', 'economic', 'cultural', 'other'].map((name) => `group-${name}`)

const simulated = (name: string, theme: (typeof themes)[number], matrix: Matrix) =>
  clamp(times(matrix, linear(colour(name, theme))))

function closest(names: readonly string[], theme: (typeof themes)[number], matrix: Matrix): number {
  const seen = names.map((name) => simulated(name, theme, matrix))
  return Math.min(...seen.flatMap((one, at) => seen.slice(at + 1).map((other) => distance(one, other))))
}

describe.each(themes)('in the %s theme', (theme) => {
  const contrast = (one: string, other: string) => ratio(linear(colour(one, theme)), linear(colour(other, theme)))

  test.each(
    ['ink', 'ink-2', 'ink-3', 'link'].flatMap((text) =>
      ['paper', 'sheet', 'sunk', 'mark-soft'].map((ground) => [text, ground] as const),
    ),
  )('%s is readable on %s', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each([
    ['ok', 'ok-soft'],
    ['warn', 'warn-soft'],
    ['bad', 'bad-soft'],
    ['bad', 'sheet'],
    ['bad', 'paper'],
    ['warn', 'paper'],
    ['warn', 'sheet'],
    ['on-ink', 'ink'],
    ['on-mark', 'mark'],
    ['map-label', 'map-land'],
    ['map-sea', 'map-water'],
  ])('%s is readable on %s', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['paper', 'sheet', 'sunk'])('the edge of a control is seen on %s', (ground) => {
    expect(contrast('rule-strong', ground)).toBeGreaterThanOrEqual(3)
  })

  test.each(Object.entries(visions))(
    'the classes of areas are told apart with %s vision, lightest to darkest',
    (_, matrix) => {
      const lights = [1, 2, 3, 4, 5].map((step) => luminance(simulated(`area-${step}`, theme, matrix)))
      expect(lights).toEqual(lights.toSorted((a, b) => (theme === 'light' ? b - a : a - b)))
      for (const step of [1, 2, 3, 4])
        expect(
          ratio(simulated(`area-${step}`, theme, matrix), simulated(`area-${step + 1}`, theme, matrix)),
        ).toBeGreaterThan(1.3)
    },
  )

  test('the ring of the focus is seen: marigold against its ink ring, the ink ring against the page', () => {
    expect(contrast('ink', 'paper')).toBeGreaterThanOrEqual(15)
  })

  test.each(kinds)('the icon on a disc of %s is seen', (kind) => {
    expect(contrast('on-kind', kind)).toBeGreaterThanOrEqual(4.35) // 4.4 in LOOK, rounded
  })

  test.each(Object.entries(visions))('every kind and group is seen on land and water with %s vision', (_, matrix) => {
    for (const ground of ['map-land', 'map-water'])
      for (const name of [...kinds, ...groups])
        expect(ratio(simulated(name, theme, matrix), simulated(ground, theme, matrix)), name).toBeGreaterThanOrEqual(3)
  })
})

// LOOK §3, Colour vision; a tenth is left for rounding.
test.each([
  ['kinds', 'light', 'full', kinds, 12.5],
  ['kinds', 'light', 'deuteranopia', kinds, 9.5],
  ['kinds', 'light', 'protanopia', kinds, 7.7],
  ['kinds', 'light', 'tritanopia', kinds, 8.7],
  ['kinds', 'dark', 'full', kinds, 11.9],
  ['kinds', 'dark', 'deuteranopia', kinds, 9.8],
  ['kinds', 'dark', 'protanopia', kinds, 8.1],
  ['kinds', 'dark', 'tritanopia', kinds, 8.3],
  ['groups', 'light', 'full', groups, 14.8],
  ['groups', 'light', 'deuteranopia', groups, 10.1],
  ['groups', 'light', 'protanopia', groups, 7.7],
  ['groups', 'light', 'tritanopia', groups, 8.7],
  ['groups', 'dark', 'full', groups, 16.1],
  ['groups', 'dark', 'deuteranopia', groups, 9.8],
  ['groups', 'dark', 'protanopia', groups, 9.3],
  ['groups', 'dark', 'tritanopia', groups, 11.3],
] as const)('%s are told apart, %s, %s vision', (_set, theme, vision, names, floor) => {
  expect(
    closest(
      names,
      theme,
      visions[vision] ?? [
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
    ),
  ).toBeGreaterThanOrEqual(floor)
})

const sets = Array.from({ length: 8 }, (_, at) => `set-${at + 1}`)

describe.each(themes)('the set for groups without a colour of their own, %s theme', (theme) => {
  test.each(Object.entries(visions))(
    'is told apart, from the grey of the rest too, and seen, %s vision',
    (_, matrix) => {
      expect(closest([...sets, 'rule-strong'], theme, matrix)).toBeGreaterThanOrEqual(10)
      for (const name of sets)
        expect(ratio(simulated(name, theme, matrix), simulated('sheet', theme, matrix)), name).toBeGreaterThanOrEqual(3)
    },
  )
})

test('nobody writes a colour outside globals.css', () => {
  const files = globSync(['src/{ui,app,modules}/**/*.tsx']).filter((file) => !file.endsWith('.test.tsx'))
  expect(files.filter((file) => /#[0-9a-f]{6}\b|\brgb\(/i.test(readFileSync(file, 'utf8')))).toEqual([])
})

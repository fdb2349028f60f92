import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { geoArea } from 'd3-geo'
import { areasOfLevel } from './picture-material.queries'
import { legendLines } from './picture.svg/legend'
import { freeSpot } from './picture.svg/label-spots'
import { colors } from './picture.svg/look'
import { pictureToSvg } from './picture.svg/draw'
import type { Picture } from './picture.schema'
import { windowOn } from './picture.svg/window'

const square = [
  [
    [
      [-10, 35],
      [30, 35],
      [30, 60],
      [-10, 60],
      [-10, 35],
    ],
  ],
]
const picture: Picture = {
  title: 'Comune & <its> twins',
  subtitle: 'Type: Twinning',
  box: [-10, 35, 30, 60],
  ground: {
    land: square,
    borders: [
      [
        [10, 40],
        [12, 50],
      ],
    ],
  },
  areas: [],
  lines: [
    { from: [10.63, 44.7], to: [29.4, -23.9], group: 'institutional', state: 'active', count: 1 },
    { from: [10.63, 44.7], to: [5.04, 47.32], group: 'institutional', state: 'dormant', count: 9 },
  ],
  places: [
    { at: [10.63, 44.7], name: 'Reggio', note: '', look: { is: 'centre' } },
    { at: [5.04, 47.32], name: 'Dijon "quoted"', note: '1963', look: { is: 'end', group: 'institutional' } },
    { at: [2, 50], name: '', note: '', look: { is: 'cluster', count: 12, byKind: [['enterprise', 12]] } },
    { at: [20, 50], name: 'U', note: '', look: { is: 'kind', kind: 'university' } },
  ],
  legend: [
    { is: 'line', group: 'institutional', state: 'active', label: 'Institutional' },
    { is: 'kind', kind: 'university', label: 'University' },
  ],
  foot: ['26 November 2026, CC BY 4.0'],
  fonts: [{ family: 'sans', range: 'U+0000-00FF', data: 'AAAA' }],
  km: (length) => `${length} km`,
}

test('a picture carries everything it says, and no markup of a name', () => {
  const svg = pictureToSvg(picture)
  for (const text of [
    'Comune &amp; &lt;its&gt; twins',
    'Type: Twinning',
    'Dijon &quot;quoted&quot;',
    '1963',
    'Institutional',
    'University',
    'CC BY 4.0',
    '>12<',
    '1000 km',
  ])
    expect(svg).toContain(text)
  expect(svg).toContain('url(data:font/woff2;base64,AAAA)')
  expect(svg).not.toMatch(/NaN|undefined|Infinity|<its>/)
  expect(svg).not.toMatch(/(href|src)="?http/)
})

test('signs that XML forbids do not break it', () => {
  const svg = pictureToSvg({ ...picture, title: 'a\u0000b\u0008c\uD800d' })
  expect(svg.isWellFormed()).toBe(true)
  expect([...svg].filter((sign) => sign < ' ' && sign !== '\n')).toEqual([])
})

test('its colours are those of the light theme', () => {
  const css = readFileSync('src/app/globals.css', 'utf8')
  for (const [token, color] of Object.entries(colors))
    expect(new RegExp(`--color-${token}:\\s*(light-dark\\()?${color}`).test(css), token).toBe(true)
})

test('the box is seen whole, over the antimeridian too', () => {
  for (const box of [
    [-10, 35, 30, 60],
    [170, -20, -170, 10],
    [-180, -60, 180, 78],
    [10, 44, 10, 44],
  ] as const) {
    const window = windowOn(box, [0, 0, 1000, 500])
    for (const longitude of [box[0], box[2]])
      if (box[2] - box[0] < 350) expect(window.pixel([longitude, (box[1] + box[3]) / 2]), box.join()).not.toBeNull()
  }
})

test('a scale bar is as long as the way it stands for', () => {
  const window = windowOn([-10, 40, 30, 50], [0, 0, 1000, 500])
  const [a, b] = [window.pixel([10, 45.1]), window.pixel([11, 45.1])]
  const degree = (b?.[0] ?? 0) - (a?.[0] ?? 0)
  // One degree along 45.1° north is 78.5 km.
  expect(window.barOf(78.5)).toBeCloseTo(degree, 0)
})

test('words cover no other words', () => {
  const room = { inside: [0, 0, 100, 100] as const, taken: [[50, 40, 100, 60] as const] }
  expect(freeSpot({ x: 45, y: 50, radius: 4 }, { width: 30, size: 10 }, room)?.anchor).toBe('end')
  expect(freeSpot({ x: 45, y: 50, radius: 4 }, { width: 300, size: 10 }, room)).toBeNull()
})

test('outlines of areas are wound so that none is taken for the rest of the world', () => {
  for (const level of ['country', 'nuts2', 'nuts3'] as const) {
    const areas = areasOfLevel(level)
    expect(areas.length).toBeGreaterThan(200)
    for (const [code, polygons] of areas)
      for (const coordinates of polygons)
        expect(
          geoArea({ type: 'Polygon', coordinates: coordinates.map((ring) => ring.map((point) => [...point])) }),
          code,
        ).toBeLessThan(4)
  }
})

test('an arrow stands on a line that goes one way only, and a class has its width', () => {
  const [line] = picture.lines
  if (line === undefined) throw new Error('no line')
  const heads = (svg: string) => svg.match(new RegExp(`Z" fill="${colors['kind-public-authority']}"`, 'g'))?.length ?? 0
  const plain = pictureToSvg({ ...picture, lines: [{ ...line, step: 4 }] })
  expect(plain).toContain('stroke-width="7.0"')
  const pointed = pictureToSvg({ ...picture, lines: [{ ...line, to: [5, 50], hasArrow: true }] })
  expect([heads(plain), heads(pointed)]).toEqual([0, 1])
})

test('a long legend takes its room from the map, and what belongs to a title stands after it', () => {
  const long = Array.from({ length: 12 }, (_, step) => ({ is: 'area' as const, step: step % 5, label: 'x'.repeat(30) }))
  const { lines, drawn } = legendLines([{ is: 'title', label: 'Values' }, ...long, { is: 'title', label: 'More' }], {
    left: 30,
    right: 1020,
  })
  expect(lines).toBeGreaterThan(4)
  expect(drawn(600)).toContain(`y="${600 + 4.5 + 22 * (lines - 1)}" font-size="13" font-weight="600">More`)
  const svg = pictureToSvg({ ...picture, legend: long })
  const bottom = (text: string) => {
    const [, y, height] = /<clipPath id="m"><rect x="\d+" y="(\d+)" width="\d+" height="([\d.]+)"/.exec(text) ?? []
    return Number(y) + Number(height)
  }
  expect(bottom(svg)).toBeLessThan(bottom(pictureToSvg(picture)))
  const words = [...svg.matchAll(/y="([\d.]+)" font-size="13"/g)].map(([, y]) => Number(y))
  const foot = Number(/y="(\d+)" font-size="12.5"/.exec(svg)?.[1])
  expect(Math.max(...words)).toBeLessThan(foot - 9)
})

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { LonLat } from '@/core/mercator'
import { miniGround } from './mini-land'
import { MiniMap } from './mini-map'
import { windowAround } from './mini-window'

const reggio: LonLat = [10.63, 44.7]
const auckland: LonLat = [174.76, -36.85]
const honolulu: LonLat = [-157.86, 21.31]

const drawn = (points: LonLat[], withLine = true) =>
  renderToStaticMarkup(
    <MiniMap
      label="Reggio Emilia and its partners"
      points={points.map((at, i) => ({
        id: String(i),
        at,
        ...(i === 0 ? { color: 'kind-university', isMain: true } : {}),
      }))}
      lines={points
        .slice(1)
        .filter(() => withLine)
        .map((to, i) => ({ id: String(i), from: reggio, to, group: 'economic', state: 'dormant', count: 1 }))}
    />,
  )

test('the small map is one named picture without style or script', () => {
  const html = drawn([reggio, auckland])
  expect(html).toContain('role="img" aria-label="Reggio Emilia and its partners"')
  expect(html).not.toMatch(/style=|<script|NaN|undefined|Infinity/)
})

test('it stays small: about the world, about Europe, about a province', () => {
  for (const points of [[reggio, auckland, honolulu], [reggio, [17.14, 60.67]], [reggio]] satisfies LonLat[][])
    expect(drawn(points).length).toBeLessThan(28_000)
})

test('all places lie in the window, over the antimeridian too', () => {
  const window = windowAround([auckland, honolulu], 360, 240, 8)
  expect((window.width / window.scale) * 360).toBeLessThan(130)
  const html = renderToStaticMarkup(
    <MiniMap
      label="x"
      points={[
        { id: 'a', at: auckland },
        { id: 'h', at: honolulu },
      ]}
    />,
  )
  const xs = [...html.matchAll(/cx="([^"]+)"/g)].map(([, x]) => Number(x))
  expect(xs.every((x) => x > 0 && x < 360)).toBe(true)
})

test('a place alone and no place at all give a map', () => {
  expect(drawn([reggio]).match(/<circle/g)).toHaveLength(2)
  expect(renderToStaticMarkup(<MiniMap label="x" points={[]} />)).toContain('<path')
})

test('land of a window in the ocean is empty, that of Europe is not', () => {
  expect(miniGround(windowAround([[-30, 0]], 300, 200, 5)).land).toBe('')
  expect(miniGround(windowAround([reggio], 300, 200, 20)).land.length).toBeGreaterThan(500)
})

import type { Bbox } from '@/core/bbox'
import { latitudeAt, longitudeAt } from '@/core/mercator'
import miniLand from './mini-land.json'

/** A piece of the square of Web Mercator: its corner, and how many pixels the whole world is wide. */
export type MiniWindow = { left: number; top: number; scale: number; width: number; height: number }
/** A line in the square of Web Mercator: x, y, x, y… */
type Line = Float64Array
type Level = { land: Line[]; borders: Line[] }

/** Google's polyline encoding of steps on a grid of `side`. */
function decode(text: string, side: number): Line {
  const line: number[] = []
  const last = [0, 0]
  let [rest, shift] = [0, 0]
  for (const sign of text) {
    const bits = sign.charCodeAt(0) - 63
    rest |= (bits & 0x1f) << shift
    shift += 5
    if (bits >= 0x20) continue
    const axis = line.length % 2
    const step = rest & 1 ? ~(rest >> 1) : rest >> 1
    line.push((last[axis] = (last[axis] ?? 0) + step) / side)
    rest = shift = 0
  }
  return Float64Array.from(line)
}

const levelOf = ({ side, land, borders }: { side: number; land: string[]; borders: string[] }): Level => ({
  land: land.map((text) => decode(text, side)),
  borders: borders.map((text) => decode(text, side)),
})
const known = new Map<'world' | 'europe', Level>()

function levelFor({ left, top, scale, width, height }: MiniWindow): Level {
  const [west, north] = [longitudeAt(left), latitudeAt(top)]
  const [east, south] = [longitudeAt(left + width / scale), latitudeAt(top + height / scale)]
  const [w = 0, s = 0, e = 0, n = 0] = miniLand.europe.box
  const isEurope = scale > 2000 && west > w && south > s && east < e && north < n
  const name = isEurope ? 'europe' : 'world'
  const level = known.get(name) ?? levelOf(miniLand[name])
  known.set(name, level)
  return level
}

/** On which outer sides of the window a point lies. */
const sideBits = (x: number, y: number, { width, height }: MiniWindow) =>
  (x < -2 ? 1 : 0) | (x > width + 2 ? 2 : 0) | (y < -2 ? 4 : 0) | (y > height + 2 ? 8 : 0)

/** Path data is written in whole steps of a part of a pixel, which keeps it short: draw it in `scale(step)`. */
export const groundStep = 0.25
export const lineStep = 0.05

type PathOptions = { isClosed: boolean; step: number; detail: number }

/**
 * A line as SVG path data in steps of the window's pixels; empty when nothing of it can be seen. Points closer than
 * `detail` pixels and points in the middle of a run outside on one side are left out: neither changes what is seen.
 */
export function pathThrough(line: Line, copy: number, window: MiniWindow, options: PathOptions): string {
  const { isClosed, step, detail } = options
  const { left, top, scale } = window
  const points: { x: number; y: number; sides: number }[] = []
  let all = 15
  for (let i = 0; i < line.length; i += 2) {
    const x = ((line[i] ?? 0) + copy - left) * scale
    const y = ((line[i + 1] ?? 0) - top) * scale
    const sides = sideBits(x, y, window)
    all &= sides
    const [before, last] = [points.at(-2), points.at(-1)]
    if (last && i < line.length - 2 && Math.abs(x - last.x) + Math.abs(y - last.y) < detail) continue
    if (before && last && before.sides & last.sides & sides) points.pop()
    points.push({ x, y, sides })
  }
  if (all !== 0 || points.length < (isClosed ? 4 : 2)) return ''
  let path = ''
  let [lastX, lastY] = [0, 0]
  for (const { x, y } of points) {
    const [toX, toY] = [Math.round(x / step), Math.round(y / step)]
    const move = `${toX - lastX} ${toY - lastY}`
    path +=
      path === '' ? `M${move}l` : `${path.endsWith('l') || move.startsWith('-') ? '' : ' '}${move.replace(' -', '-')}`
    lastX = toX
    lastY = toY
  }
  return isClosed ? `${path}z` : path
}

/** Land and borders in the window as SVG path data, the copies of the world beside it included. */
export function miniGround(window: MiniWindow): { land: string; borders: string } {
  const level = levelFor(window)
  const draw = (lines: Line[], isClosed: boolean) =>
    [-1, 0, 1]
      .flatMap((copy) =>
        lines.map((line) => pathThrough(line, copy, window, { isClosed, step: groundStep, detail: 1.5 })),
      )
      .join('')
  return { land: draw(level.land, true), borders: draw(level.borders, false) }
}

/** The box around a boundary's outer rings, in degrees. */
export const boxAround = (rings: readonly (readonly (readonly number[])[])[]): Bbox => {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const ring of rings)
    for (const [lon = 0, lat = 0] of ring) {
      west = Math.min(west, lon)
      east = Math.max(east, lon)
      south = Math.min(south, lat)
      north = Math.max(north, lat)
    }
  return [west, south, east, north]
}

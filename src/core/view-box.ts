import type { Bbox } from './bbox'
import { latitudeAt, longitudeAt, mercatorX, mercatorY, wrapLongitude, type LonLat } from './mercator'

const decimals = 5 // about a metre
const rounded = (degrees: number) => Number(degrees.toFixed(decimals))

const fine = (degrees: number) => Number(degrees.toFixed(8)) // a millimetre: finer than a unit of the grid

/** A box as URLs carry it: `10.1,44.2,11,45`. */
export const bboxText = (bbox: Bbox): string => bbox.map((degrees) => degrees.toFixed(8).replace(/\.?0+$/, '')).join()

/**
 * The box a map shows, ready for the URL. A view as wide as the world keeps its middle: it is cut opposite to it, a
 * metre short of a full turn.
 */
export function viewBox({ center, bounds }: { center: LonLat; bounds: Bbox }): Bbox {
  const [west, south, east, north] = bounds
  const isWhole = west === -180 && east === 180
  if (!isWhole || Math.abs(center[0]) < 0.001) return [rounded(west), rounded(south), rounded(east), rounded(north)]
  const cut = rounded(wrapLongitude(center[0] + 180))
  return [cut, rounded(south), rounded(cut - 10 ** -decimals), rounded(north)]
}

/** The middle of a box as a map draws it (on Web Mercator, over the antimeridian where the box crosses it). */
export function middleOf([west, south, east, north]: Bbox): LonLat {
  const right = east < west ? east + 360 : east
  return [wrapLongitude((west + right) / 2), latitudeAt((mercatorY(south) + mercatorY(north)) / 2)]
}

/**
 * A box widened to the next lines of a grid of 64 pixels at its zoom. Map and list ask for the same widened box, so they
 * show the same records, and a small move asks for nothing new. Its edges lie half a unit of the grid inside of the
 * lines: it touches no unit beyond them, so that whole cells make it up (core/grid).
 */
export function widened([west, south, east, north]: Bbox, zoom: number): Bbox {
  const cell = 64 / (256 * 2 ** Math.floor(zoom))
  const half = 0.5 / 2 ** 30
  const down = (value: number) => Math.floor(value / cell) * cell
  const up = (value: number) => Math.ceil(value / cell) * cell
  const [left, right] = [down(mercatorX(west)), up(mercatorX(east < west ? east + 360 : east))]
  const isWhole = right - left >= 1
  return [
    isWhole ? -180 : fine(wrapLongitude(longitudeAt(left + half))),
    fine(latitudeAt(Math.max(cell, Math.min(1, up(mercatorY(south)))) - half)),
    // 180° east, not its other name: a box that ends on the antimeridian does not cross it.
    isWhole || right === 1 ? 180 : fine(wrapLongitude(longitudeAt(right - half))),
    fine(latitudeAt(Math.min(1 - cell, Math.max(0, down(mercatorY(north)))) + half)),
  ]
}

/** The zoom at which a box fills about `pixels`, between the present zoom + 1 and `most`. */
export function zoomInto(
  [west, south, east, north]: Bbox,
  now: number,
  { pixels, most }: { pixels: number; most: number },
): number {
  const width = mercatorX(east < west ? east + 360 : east) - mercatorX(west)
  const span = Math.max(width, mercatorY(south) - mercatorY(north), 1e-9)
  return Math.min(most, Math.max(now + 1, Math.floor(Math.log2(pixels / (256 * span)))))
}

/** The smallest box around points, the one that crosses the antimeridian if it is narrower; null without points. */
export function boxAround(points: readonly LonLat[]): Bbox | null {
  const [first] = points
  if (first === undefined) return null
  const latitudes = points.map((point) => point[1])
  const longitudes = [...new Set(points.map((point) => rounded(point[0])))].sort((a, b) => a - b)
  let [west, east, widest] = [longitudes[0] ?? 0, longitudes.at(-1) ?? 0, -1]
  // The widest gap between neighbours lies outside the box; the one over the antimeridian is the first candidate.
  longitudes.forEach((longitude, i) => {
    const isLast = i === longitudes.length - 1
    const next = isLast ? (longitudes[0] ?? 0) + 360 : (longitudes[i + 1] ?? 0)
    if (next - longitude < widest || (next - longitude === widest && !isLast)) return
    widest = next - longitude
    ;[west, east] = [isLast ? (longitudes[0] ?? 0) : next, longitude]
  })
  return [rounded(west), rounded(Math.min(...latitudes)), rounded(east), rounded(Math.max(...latitudes))]
}

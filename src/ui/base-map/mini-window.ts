import { mercatorX, mercatorY, type LonLat } from '@/core/mercator'
import type { MiniWindow } from './mini-land'

/** The copy of x nearest to `middle`, on a world that repeats every 1. */
export const nearestCopy = (x: number, middle: number): number => x + Math.round(middle - x)

/**
 * The window that shows all these places with room around them. The first is the one the map is about: the others are
 * shown on the side of the world nearest to it.
 * @param least the narrowest piece of the world shown, in degrees of longitude
 */
export function windowAround(places: readonly LonLat[], width: number, height: number, least: number): MiniWindow {
  const home = mercatorX(places[0]?.[0] ?? 10)
  const xs = places.map(([lon]) => nearestCopy(mercatorX(lon), home))
  const ys = places.map(([, lat]) => mercatorY(lat))
  const [left, right] = [Math.min(home, ...xs), Math.max(home, ...xs)]
  const [top, bottom] = ys.length > 0 ? [Math.min(...ys), Math.max(...ys)] : [mercatorY(50), mercatorY(50)]
  const room = 28
  const across = Math.max(right - left, least / 360)
  const down = Math.max(bottom - top, ((least / 360) * height) / width)
  const scale = Math.min((width - 2 * room) / across, (height - 2 * room) / down)
  return {
    left: (left + right) / 2 - width / 2 / scale,
    top: (top + bottom) / 2 - height / 2 / scale,
    ...{ scale, width, height },
  }
}

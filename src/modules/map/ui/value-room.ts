import { mercatorX, mercatorY, type LonLat } from '@/core/mercator'
import { type Box, boxesMeet } from '@/ui/base-map/label-placing'

const letterWidth = 7.5
const lineHeight = 16
const gap = 8

/**
 * Codes of the regions whose value can be written at a zoom without touching another one's, the first of the list before
 * those after it.
 */
export function valuesWithRoom(
  regions: readonly { code: string; at: LonLat; value: string }[],
  zoom: number,
): ReadonlySet<string> {
  const scale = 256 * 2 ** zoom
  const taken: Box[] = []
  const written = new Set<string>()
  for (const { code, at, value } of regions) {
    const [x, y] = [mercatorX(at[0]) * scale, mercatorY(at[1]) * scale]
    const [wide, high] = [(value.length * letterWidth + gap) / 2, (lineHeight + gap) / 2]
    const box: Box = [x - wide, y - high, x + wide, y + high]
    if (taken.some((other) => boxesMeet(other, box))) continue
    taken.push(box)
    written.add(code)
  }
  return written
}

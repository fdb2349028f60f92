import { type LabelSide, placeNames } from '@/ui/base-map/label-placing'

/** A name that sigma offers: the disc it belongs to, in pixels. */
export type OfferedName = { key: string; x: number; y: number; size: number; label: string; isFirst: boolean }
type PlacedName = { key: string; label: string; x: number; y: number; align: 'left' | 'right' | 'center' }

const gap = 4

/**
 * Names beside their discs where there is room, the larger disc first, those that were asked for before all others; none
 * covers another one or a larger disc, none is cut by the edge. `scale` = size of the letters over 12 pixels.
 */
export function placedNames(
  offered: readonly OfferedName[],
  {
    width,
    height,
    scale,
    measure,
  }: { width: number; height: number; scale: number; measure: (text: string) => number },
): PlacedName[] {
  const marks = offered
    .toSorted((a, b) => Number(b.isFirst) - Number(a.isFirst) || b.size - a.size)
    .map(({ key: id, x, y, size, label }) => ({
      ...{ id, x: x / scale, y: y / scale, size: (2 * size) / scale, first: 'right' as const },
      textWidth: measure(label) / scale + gap,
    }))
  const [wide, high] = [width / scale, height / scale]
  // Over the upper right stand the buttons.
  const sides = placeNames(marks, { room: [4, 4, wide - 60, high - 4], edge: [0, 0, wide, high], isOverLesser: true })
  return offered.flatMap(({ key, x, y, size, label }) => {
    const side = sides.get(key)
    return side === undefined ? [] : [{ key, label, ...spotOf[side](x, y, size, scale) }]
  })
}

type Spot = Omit<PlacedName, 'key' | 'label'>
const spotOf: Record<LabelSide, (x: number, y: number, size: number, scale: number) => Spot> = {
  right: (x, y, size, scale) => ({ x: x + size + gap * scale, y: y + 4 * scale, align: 'left' }),
  left: (x, y, size, scale) => ({ x: x - size - gap * scale, y: y + 4 * scale, align: 'right' }),
  below: (x, y, size, scale) => ({ x, y: y + size + 14 * scale, align: 'center' }),
  above: (x, y, size, scale) => ({ x, y: y - size - 6 * scale, align: 'center' }),
}

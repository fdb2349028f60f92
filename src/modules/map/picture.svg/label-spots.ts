/** A box on the picture: left, top, right, bottom. */
export type Spot = readonly [number, number, number, number]

type LabelSpot = { x: number; y: number; anchor: 'start' | 'end' | 'middle'; box: Spot }

const meets = (a: Spot, b: Spot) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

/**
 * Where the words of a place stand: right of it, left, above or below, the first that covers nothing that is taken and
 * stays inside; on the point itself where nothing is drawn (`isOn`). Null when there is no room.
 */
export function freeSpot(
  { x, y, radius, isOn = false }: { x: number; y: number; radius: number; isOn?: boolean },
  { width, size }: { width: number; size: number },
  { inside, taken }: { inside: Spot; taken: readonly Spot[] },
): LabelSpot | null {
  const side = radius + 4
  const middle = size * 0.35
  const on: LabelSpot = {
    x,
    y: y + middle,
    anchor: 'middle',
    box: [x - width / 2, y - size / 2, x + width / 2, y + size / 2],
  }
  const beside: LabelSpot[] = [
    { x: x + side, y: y + middle, anchor: 'start', box: [x + side, y - size / 2, x + side + width, y + size / 2] },
    { x: x - side, y: y + middle, anchor: 'end', box: [x - side - width, y - size / 2, x - side, y + size / 2] },
    { x, y: y - side - 2, anchor: 'middle', box: [x - width / 2, y - side - size, x + width / 2, y - side + 1] },
    { x, y: y + side + size * 0.8, anchor: 'middle', box: [x - width / 2, y + side, x + width / 2, y + side + size] },
  ]
  return (
    (isOn ? [on] : beside).find(
      ({ box }) =>
        box[0] >= inside[0] &&
        box[1] >= inside[1] &&
        box[2] <= inside[2] &&
        box[3] <= inside[3] &&
        !taken.some((other) => meets(box, other)),
    ) ?? null
  )
}

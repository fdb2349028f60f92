/** Left, top, right, bottom in pixels. */
export type Box = readonly [left: number, top: number, right: number, bottom: number]

export const boxesMeet = (a: Box, b: Box): boolean => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]

export type LabelSide = 'right' | 'left' | 'below' | 'above'

/** A mark that would like its name beside it: centre and size in pixels; `isKept`: rather cut than left out. */
export type MarkToName = {
  id: string
  x: number
  y: number
  size: number
  textWidth: number
  first: LabelSide
  isKept?: boolean
}

/** Where names stand well, and where they are cut; `isOverLesser`: a name may cover marks that are less important. */
type NameFrame = { room: Box; edge: Box; isOverLesser?: boolean }

const lineHeight = 18
const gap = 5

function boxBeside({ x, y, size, textWidth }: MarkToName, side: LabelSide): Box {
  const r = size / 2
  if (side === 'right') return [x + r + gap, y - lineHeight / 2, x + r + gap + textWidth, y + lineHeight / 2]
  if (side === 'left') return [x - r - gap - textWidth, y - lineHeight / 2, x - r - gap, y + lineHeight / 2]
  const top = side === 'below' ? y + r + 1 : y - r - 1 - lineHeight
  return [x - textWidth / 2, top, x + textWidth / 2, top + lineHeight]
}

/** By how many pixels a box stands out of a room. */
const beyond = (box: Box, room: Box): number =>
  Math.max(0, room[0] - box[0]) +
  Math.max(0, room[1] - box[1]) +
  Math.max(0, box[2] - room[2]) +
  Math.max(0, box[3] - room[3])

/**
 * Chooses a free side for each name, in the order given (the most important first). A name never covers a mark; one
 * that finds no side is left out, and so is one that the edge would cut. Of free sides the one is chosen where least of it
 * stands out of the room.
 */
export function placeNames(marks: readonly MarkToName[], frame?: NameFrame): Map<string, LabelSide> {
  const discOf = ({ x, y, size }: MarkToName): Box => [x - size / 2, y - size / 2, x + size / 2, y + size / 2]
  const taken = frame?.isOverLesser ? [] : marks.map(discOf)
  const sides = new Map<string, LabelSide>()
  for (const mark of marks) {
    if (frame?.isOverLesser) taken.push(discOf(mark))
    if (mark.textWidth === 0) continue
    const order: LabelSide[] = [mark.first, 'right', 'left', 'below', 'above']
    const boxes = [...new Set(order)].map((side) => ({ side, box: boxBeside(mark, side) }))
    if (frame !== undefined) boxes.sort((a, b) => beyond(a.box, frame.room) - beyond(b.box, frame.room))
    for (const { side, box } of boxes) {
      if (frame !== undefined && mark.isKept !== true && beyond(box, frame.edge) > 0) continue
      if (taken.some((other) => boxesMeet(other, box))) continue
      taken.push(box)
      sides.set(mark.id, side)
      break
    }
  }
  return sides
}

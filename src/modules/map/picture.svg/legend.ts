import { escaped } from '@/core/markup'
import type { Picture } from '@/modules/map/picture.schema'
import { lineWidths } from '@/modules/map/width.schema'
import { areaFill } from './areas'
import { colors, disc, endShape, groupColor, strokes, widthOf } from './look'

const step = 22
const size = 13

type Row = Picture['legend'][number]

const keyWidth: Record<Row['is'], number> = { kind: 24, line: 44, width: 40, area: 34, title: 0 }
/** Words of a title stand bold and need more room. */
const roomOf = (row: Row) => keyWidth[row.is] + widthOf(row.label, size) * (row.is === 'title' ? 1.08 : 1)

/** What the colours and lines mean, in lines of text between two margins: the drawing of it, and how many lines. */
export function legendLines(
  rows: Picture['legend'],
  { left, right }: { left: number; right: number },
): { lines: number; drawn: (top: number) => string } {
  let [x, line] = [left, 0]
  const placed = rows.map((row) => {
    const wide = roomOf(row)
    // A title begins a line of its own, as what follows belongs to it.
    if (x > left && (row.is === 'title' || x + wide > right)) [x, line] = [left, line + 1]
    const at = { row, x, line }
    x += wide + 16
    return at
  })
  return {
    lines: rows.length === 0 ? 0 : line + 1,
    drawn: (top) => placed.map((one) => drawRow(one.row, one.x, top + one.line * step)).join(''),
  }
}

/** The height of so many lines. */
export const heightOf = (lines: number): number => lines * step

function drawRow(row: Row, x: number, y: number): string {
  const weight = row.is === 'title' ? ' font-weight="600"' : ''
  const words = `<text x="${(x + keyWidth[row.is]).toFixed(1)}" y="${y + 4.5}" font-size="${size}"${weight}>${escaped(row.label)}</text>`
  return keyOf(row, Number(x.toFixed(1)), y) + words
}

function keyOf(row: Row, x: number, y: number): string {
  switch (row.is) {
    case 'title':
      return ''
    case 'kind':
      return disc(row.kind, x + 10, y, 9)
    case 'line':
      return `${strokes(`<path d="M${x} ${y}h24"`, { ...row, width: 3 })}${endShape(row.group, x + 29, y, 5)} fill="${colors.sheet}" stroke="${groupColor[row.group]}" stroke-width="2"/>`
    case 'width':
      return `<path d="M${x} ${y}h30" stroke="${colors['ink-2']}" stroke-width="${lineWidths[row.step] ?? 2}"/>`
    case 'area':
      return `<rect x="${x}" y="${y - 8}" width="25" height="16" rx="2" fill="${areaFill(row.step)}" stroke="${colors['rule-strong']}"/>`
  }
}

import { escaped } from '@/core/markup'
import { cellOf, type Matrix, type MatrixWords, placed } from '@/modules/adoption/matrix.schema'
import type { Picture } from '@/modules/map/picture.schema'
import { lettersOf } from '@/modules/map/picture.svg/letters'
import { colors, widthOf } from '@/modules/map/picture.svg/look'

type Sign = keyof MatrixWords['signs']

const margin = 30
const column = 96
const rowHeight = 46
const firstColumn = 330
const headTop = 118
const lineHeight = 15
/** 180 mm are 1050 units, as in the pictures of the map. */
const millimetres = (units: number) => ((units * 180) / 1050).toFixed(1)
const least = 700

const signs: readonly Sign[] = ['adopted', 'workshop', 'interested', 'not_adopted', 'home']

// Colour never speaks alone: every state has a shape of its own.
const shapes: Record<Sign, (x: number, y: number) => string> = {
  adopted: (x, y) =>
    `<circle cx="${x}" cy="${y}" r="11" fill="${colors.ink}"/><path d="M${x - 5} ${y}l3.5 4 7-8" fill="none" stroke="${colors.sheet}" stroke-width="2.4"/>`,
  workshop: (x, y) =>
    `<path d="M${x} ${y - 11}a11 11 0 0 0 0 22z" fill="${colors.ink}"/><circle cx="${x}" cy="${y}" r="11" fill="none" stroke="${colors.ink}" stroke-width="1.8"/>`,
  interested: (x, y) =>
    `<circle cx="${x}" cy="${y}" r="10.4" fill="none" stroke="${colors.ink}" stroke-width="1.8" stroke-dasharray="3.4 3"/>`,
  not_adopted: (x, y) =>
    `<path d="M${x - 7} ${y - 7}l14 14m0-14l-14 14" stroke="${colors['rule-strong']}" stroke-width="2.6"/>`,
  home: (x, y) =>
    `<rect x="${x - 9}" y="${y - 9}" width="18" height="18" fill="${colors['map-land']}" stroke="${colors['rule-strong']}"/>`,
}

/** A text in at most so many lines of a width; the rest is cut with a mark. */
function wrapped(text: string, size: number, wide: number, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= wide) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''} …`]
}

const textAt = (x: number, y: number, text: string, look: string) =>
  `<text x="${x}" y="${y}" ${look}>${escaped(text)}</text>`

/** The matrix as one SVG file with title, legend, date and source; its letters are in it. */
export function matrixToSvg(matrix: Matrix, words: MatrixWords, fonts: Picture['fonts']): string {
  const { rows, columns } = matrix
  const cells = placed(matrix.cells)
  const width = Math.max(least, 2 * margin + firstColumn + column * columns.length)
  const titleLines = wrapped(words.title, 30, width - 2 * margin, 2)
  const subtitle = wrapped(words.subtitle, 15, width - 2 * margin, 2)
  const top = headTop + 34 * (titleLines.length - 1) + 18 * Math.max(0, subtitle.length - 1)
  const bodyTop = top + 44
  const legendTop = bodyTop + rowHeight * rows.length + 30
  const footTop = legendTop + 44
  const height = footTop + 17 * words.foot.length + 14
  const xOf = (index: number) => margin + firstColumn + column * index + column / 2
  const head = columns.map(({ name }, index) => {
    const lines = wrapped(name, 13, column - 8, 2)
    return lines.map((line, at) =>
      textAt(
        xOf(index),
        bodyTop - 12 - lineHeight * (lines.length - 1 - at),
        line,
        'font-size="13" font-weight="600" text-anchor="middle"',
      ),
    )
  })
  const body = rows.map((row, at) => {
    const y = bodyTop + rowHeight * at
    const title = wrapped(row.title.value, 14, firstColumn - 24, 2)
    const drawn = columns.map((one, index) => {
      const cell = cellOf(cells, row, one)
      if (cell === null) return ''
      const since = cell === 'home' || cell.since === null ? '' : cell.since.slice(0, 4)
      const middle = y + (since === '' ? rowHeight / 2 : rowHeight / 2 - 6)
      return (
        shapes[cell === 'home' ? 'home' : cell.state](xOf(index), middle) +
        (since === '' ? '' : textAt(xOf(index), y + rowHeight - 5, since, `font-size="12" text-anchor="middle"`))
      )
    })
    const names = [
      ...title.map((line, index) =>
        textAt(margin, y + 16 + lineHeight * index, line, 'font-size="14" font-weight="600"'),
      ),
      ...(row.home === null || title.length > 1
        ? []
        : [textAt(margin, y + 33, row.home.name, `font-size="13" fill="${colors['ink-2']}"`)]),
    ]
    const rule = `<path d="M${margin} ${y + rowHeight}H${width - margin}" stroke="${colors['map-border']}" stroke-width=".7"/>`
    return [...names, ...drawn, rule].join('')
  })
  const legend: string[] = []
  let x = margin + 12
  for (const sign of signs) {
    legend.push(shapes[sign](x, legendTop), textAt(x + 18, legendTop + 5, words.signs[sign], 'font-size="13"'))
    x += 42 + widthOf(words.signs[sign], 13)
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${millimetres(Math.max(width, x))}mm" height="${millimetres(height)}mm" viewBox="0 0 ${Math.max(width, Math.ceil(x))} ${height}" role="img" aria-labelledby="t" fill="${colors.ink}">`,
    `<title id="t">${escaped(words.title)}</title>`,
    lettersOf(fonts),
    `<rect width="100%" height="100%" fill="${colors.sheet}"/>`,
    ...titleLines.map((line, at) => textAt(margin, 54 + 34 * at, line, 'class="h" font-size="30" font-weight="500"')),
    ...subtitle.map((line, at) =>
      textAt(margin, 82 + 34 * (titleLines.length - 1) + 18 * at, line, `font-size="15" fill="${colors['ink-2']}"`),
    ),
    ...head.flat(),
    `<path d="M${margin} ${bodyTop}H${width - margin}" stroke="${colors.ink}" stroke-width="1.2"/>`,
    ...body,
    ...legend,
    ...words.foot.map((line, at) =>
      textAt(margin, footTop + 17 * at, line, `font-size="12" fill="${colors['ink-2']}"`),
    ),
    '</svg>',
  ].join('')
}

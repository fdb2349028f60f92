import type { PaperFact, PaperTable, PaperText } from '@/modules/papers/paper.schema'
import {
  artifact,
  drawn,
  gap,
  ink,
  link,
  margin,
  need,
  type Print,
  quiet,
  rule,
  sizes,
  width,
  write,
} from './print.pdf'

type Column = { head: string; width: number; isNumber?: boolean }
type Cell = { text: PaperText; href?: string }

const labelWidth = 140
/** Between two columns of a table with many. */
const narrowGap = 8

/** A label and its value, row by row. */
export function factsTable(print: Print, head: readonly [string, string], rows: readonly PaperFact[]): void {
  const columns = [
    { head: head[0], width: labelWidth },
    { head: head[1], width: width(print.doc) - labelWidth - gap },
  ]
  const cells = rows.map(({ label, value, href }): Cell[] => [
    { text: { text: label } },
    { text: value, ...(href !== undefined && { href }) },
  ])
  table(print, { columns, rows: cells, size: sizes.text, headSize: sizes.text, between: gap })
}

/** Many columns, each as wide as its part of the page. */
export function wideTable(print: Print, { columns, rows }: PaperTable): void {
  const parts = columns.reduce((sum, { part }) => sum + part, 0)
  const free = width(print.doc) - narrowGap * (columns.length - 1)
  const wide = columns.map(({ part, ...column }) => ({ ...column, width: (free * part) / parts }))
  const cells = rows.map((row) => row.map((text) => ({ text })))
  table(print, { columns: wide, rows: cells, size: sizes.cell, headSize: sizes.foot, between: narrowGap })
}

type Table = { columns: readonly Column[]; rows: readonly Cell[][]; size: number; headSize: number; between: number }

/** How much smaller heads have to be for their longest words to stand in their columns whole; a fifth at most. */
function fitting({ doc, letters }: Print, columns: readonly Column[], headSize: number): number {
  doc.font('text').fontSize(headSize)
  const shares = columns.flatMap(({ head, width: wide }) =>
    drawn(letters, head)
      .split(/\s+/)
      .map((word) => (wide - 0.5) / doc.widthOfString(word)),
  )
  return Math.max(0.8, Math.min(1, ...shares))
}

/** Rows are never parted; a new page begins with the head again, for the eye alone: who listens has heard it. */
function table(print: Print, { columns, rows, size, between, ...given }: Table): void {
  const { doc, root, letters } = print
  const headSize = given.headSize * fitting(print, columns, given.headSize)
  const all = doc.struct('Table')
  root.add(all)
  const lefts = columns.map((_, index) =>
    columns.slice(0, index).reduce((left, column) => left + column.width + between, margin),
  )
  const heightOf = (texts: readonly PaperText[], fontSize: number) => {
    doc.font('text').fontSize(fontSize)
    return Math.max(
      ...texts.map(({ text }, index) =>
        doc.heightOfString(drawn(letters, text), { width: columns[index]?.width ?? 0 }),
      ),
    )
  }
  const draw = (index: number, top: number, href?: string) => (words: string) => {
    const { width: wide, isNumber } = columns[index] ?? { width: 0 }
    doc.text(words, lefts[index], top, {
      width: wide,
      ...(isNumber && { align: 'right' }),
      ...(href !== undefined && { link: href }),
    })
  }
  const end = (bottom: number, isHead: boolean) => {
    doc.y = bottom + 3
    artifact(doc, () =>
      doc
        .moveTo(margin, doc.y)
        .lineTo(margin + width(doc), doc.y)
        .lineWidth(isHead ? 1 : 0.5)
        .stroke(isHead ? ink : rule),
    )
  }
  const heads = columns.map(({ head }): PaperText => ({ text: head }))
  const headHeight = heightOf(heads, headSize)
  // A head stands on its line, however many lines it has itself.
  const headTop = (top: number, head: PaperText, index: number) =>
    top + headHeight - doc.heightOfString(drawn(letters, head.text), { width: columns[index]?.width ?? 0 })
  const drawHead = (each: (head: PaperText, draw: (words: string) => void) => void) => {
    const top = doc.y + 3
    doc.font('text').fontSize(headSize).fillColor(ink)
    heads.forEach((head, index) => each(head, draw(index, headTop(top, head, index))))
    end(top + headHeight, true)
  }
  const first = rows[0]?.map(({ text }) => text) ?? []
  need(print, headHeight + (first.length === 0 ? 0 : heightOf(first, size)) + 16)
  const headRow = doc.struct('TR')
  all.add(headRow)
  drawHead((head, place) => {
    const cell = doc.struct('TH', { scope: 'Column' })
    headRow.add(cell)
    cell.add(write(print, 'P', head, place))
  })
  for (const row of rows) {
    const height = heightOf(
      row.map(({ text }) => text),
      size,
    )
    const page = doc.page
    need(print, height + 8)
    if (doc.page !== page) artifact(doc, () => drawHead((head, place) => place(drawn(letters, head.text))))
    const top = doc.y + 3
    const line = doc.struct('TR')
    all.add(line)
    doc.font('text').fontSize(size)
    row.forEach(({ text, href }, index) => {
      const cell = doc.struct(index === 0 ? 'TH' : 'TD', index === 0 ? { scope: 'Row' } : {})
      line.add(cell)
      doc.fillColor(href !== undefined ? link : index === 0 && columns.length === 2 ? quiet : ink)
      cell.add(write(print, href === undefined ? 'P' : 'Link', text, draw(index, top, href)))
    })
    end(top + height, false)
  }
  all.end()
  doc.y += 8
}

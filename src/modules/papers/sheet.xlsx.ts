import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import exceljs from 'exceljs'
import { plainCell } from '@/core/csv'
import { cellSheet, type CellSheet, type Sheet, type SheetCell } from '@/modules/papers/sheet.schema'

// Named, or a reader without the default of Excel takes another face for the head alone.
const letters = { name: 'Calibri', family: 2, size: 11 }
const widestHead = 24
const widest = 60
/** Characters beside each other that can be read on a sheet of A4. */
const paperWidth = 190
const lineHeight = 15
const highestRow = 409 // points, Excel's own limit

/** Printed: on no more sheets beside each other than needed, the head on every page. */
const onPaper = (width: number) => ({
  pageSetup: {
    ...{ paperSize: 9, orientation: 'landscape' as const, printTitlesRow: '1:1' },
    ...{ fitToPage: true, fitToWidth: Math.ceil(width / paperWidth), fitToHeight: 0 },
    ...(width > paperWidth && { printTitlesColumn: 'A:A' }),
  },
  headerFooter: { oddFooter: '&L&A&R&P / &N' },
})

/** Points that these texts need in columns of these widths: a program that opens the file does not always work it out. */
function heightOf(texts: readonly unknown[], widths: readonly number[]): number {
  const lines = texts.map((text, index) =>
    typeof text !== 'string'
      ? 1
      : text
          .split('\n')
          .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / (widths[index] ?? widest))), 0),
  )
  return Math.min(highestRow, lineHeight * Math.max(1, ...lines))
}
const longestCell = 32_767 // Excel's own limit; a longer text makes the whole file unreadable

// XML 1.0 §2.2: such characters stand in no document.
const withoutControls = (text: string): string =>
  text.replace(/\p{Cc}/gu, (sign) => (sign === '\t' || sign === '\n' || sign === '\r' ? sign : ''))

const firstDay = '1900-03-01' // before it the days of a spreadsheet are not those of the calendar

/** A value and how a spreadsheet writes it. */
function written(cell: SheetCell): { value: string | number | Date | null; numFmt?: string } {
  if (typeof cell === 'string') return { value: plainCell(withoutControls(cell)).slice(0, longestCell) }
  if (cell === null || cell === undefined || typeof cell === 'number') return { value: cell ?? null }
  if (cell instanceof Date) return { value: cell, numFmt: 'yyyy-mm-dd hh:mm' }
  return cell.day < firstDay ? { value: cell.day } : { value: new Date(cell.day), numFmt: 'yyyy-mm-dd' }
}

/** A sheet as a workbook of its own, piece by piece, as `sheetsToXlsx`. */
export const sheetToXlsx = <Row>(sheet: Sheet<Row>): AsyncGenerator<Uint8Array> => sheetsToXlsx([cellSheet(sheet)])

/**
 * Sheets as a workbook, piece by piece: it is written as fast as it is taken, headers stay in sight while one scrolls. A
 * fault while the rows are read ends it with that fault.
 */
export async function* sheetsToXlsx(sheets: readonly CellSheet[]): AsyncGenerator<Uint8Array> {
  const out = new PassThrough()
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  let count = 0
  const write = async () => {
    for (const { name, columns, rows } of sheets) {
      const widths = columns.map(
        ({ header, isWide, width }) =>
          width ?? (isWide ? widest : Math.min(widestHead, Math.max(12, header.length + 2))),
      )
      const whole = widths.reduce((sum, width) => sum + width, 0)
      const sheet = book.addWorksheet(name.slice(0, 31), {
        ...{ views: [{ state: 'frozen', ySplit: 1 }], ...onPaper(whole) },
      })
      sheet.columns = columns.map(({ header, isWide }, index) => ({
        ...{ header, width: widths[index] ?? widest },
        style: { alignment: { vertical: 'top' as const, ...(isWide && { wrapText: true }) } },
      }))
      const head = sheet.getRow(1)
      head.font = { ...letters, bold: true }
      head.alignment = { vertical: 'top', wrapText: true }
      const headers = columns.map(({ header }) => header)
      head.height = heightOf(headers, widths)
      const isBroken = columns.some(({ isWide }) => isWide)
      for await (const row of rows) {
        if (out.destroyed) return
        const cells = row.map(written)
        const line = sheet.addRow(cells.map(({ value }) => value))
        if (isBroken) line.height = heightOf(cells.map(({ value }, at) => (columns[at]?.isWide ? value : null)), widths) // prettier-ignore
        cells.forEach(({ numFmt }, index) => {
          if (numFmt !== undefined) line.getCell(index + 1).numFmt = numFmt
        })
        line.commit()
        // What is committed goes on its way in a turn of its own, and no faster than it is taken.
        if (++count % 100 === 0) await turn()
        if (out.writableNeedDrain) await once(out, 'drain')
      }
      sheet.commit()
    }
    await book.commit()
  }
  const writing = write().catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error('the sheet could not be written'))
  })
  try {
    for await (const piece of out) if (piece instanceof Uint8Array) yield piece
  } finally {
    out.destroy()
    await writing
  }
}

import { type Cell, csvRow, csvStart } from '@/core/csv'
import type { Sheet, SheetCell } from '@/modules/papers/sheet.schema'

const cellOf = (cell: SheetCell): Cell => (typeof cell === 'object' && cell !== null && 'day' in cell ? cell.day : cell)

/** A sheet as CSV (RFC 4180, UTF-8 with a BOM), piece by piece: a header, then a line for each row. */
export async function* sheetToCsv<Row>({ columns, rows }: Sheet<Row>): AsyncGenerator<string> {
  yield csvStart + csvRow(columns.map(({ header }) => header))
  for await (const row of rows) yield csvRow(columns.map(({ cell }) => cellOf(cell(row))))
}

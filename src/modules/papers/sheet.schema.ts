import type { Cell } from '@/core/csv'
import { edtfRange } from '@/core/edtf-date'

/** What a cell holds: a text, a number, a moment, or a day as `2019-05-21`. */
export type SheetCell = Cell | { day: string }

/** A column of a sheet. Texts and numbers stay what they are, an absent value is an empty cell. */
export type SheetColumn<Row> = {
  header: string
  cell: (row: Row) => SheetCell
  /** Holds sentences: wide, and its lines are broken. */
  isWide?: true
  /** In characters, where it is not that of its header. */
  width?: number
}

/** Rows as a file for people: read one after the other, never all at once. */
export type Sheet<Row> = {
  /** Of the sheet in a workbook, 31 letters at most. */
  name: string
  columns: readonly SheetColumn<Row>[]
  rows: AsyncIterable<Row> | Iterable<Row>
}

/** A sheet whatever its rows are, to stand in a workbook beside others: it tells cells. */
export type CellSheet = {
  name: string
  columns: readonly Pick<SheetColumn<never>, 'header' | 'isWide' | 'width'>[]
  rows: AsyncIterable<SheetCell[]> | Iterable<SheetCell[]>
}

async function* cellsOf<Row>({ columns, rows }: Sheet<Row>): AsyncGenerator<SheetCell[]> {
  for await (const row of rows) yield columns.map(({ cell }) => cell(row))
}

export const cellSheet = <Row>(sheet: Sheet<Row>): CellSheet => ({
  ...{ name: sheet.name, columns: sheet.columns },
  rows: cellsOf(sheet),
})

/** The column of a text in one language: `title@it`. */
export const inLanguageHeader = (field: string, language: string): string => `${field}@${language}`

/** A date of a record as a cell: a year is a number, a whole day is a day, a month stays a text. */
export function dateCell(date: string | null): SheetCell {
  if (date === null || edtfRange(date) === null) return date
  if (date.length === 4) return Number(date)
  return date.length === 10 ? { day: date } : date
}

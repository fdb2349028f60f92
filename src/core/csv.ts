/** What a cell of a file for people may hold. */
export type Cell = string | number | Date | null | undefined

// A spreadsheet takes a text that begins so for a formula (6-quality, Security values). A number is none.
const formula = /^[=+\-@\t\r]/

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  if (cell instanceof Date) return cell.toISOString()
  return plainCell(cell)
}

/** A text as a spreadsheet keeps it: one that it would compute begins with an apostrophe. */
export const plainCell = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** One row (RFC 4180), with its line end. Texts that a spreadsheet would compute begin with an apostrophe. */
export const csvRow = (cells: readonly Cell[]): string =>
  `${cells
    .map(cellText)
    .map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
    .join(',')}\r\n`

/** A file begins with a BOM: without it a spreadsheet reads UTF-8 as something else. */
export const csvStart = '\uFEFF'

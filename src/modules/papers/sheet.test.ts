import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { sheetToCsv } from '@/modules/papers/sheet.csv'
import { cellSheet, dateCell, type Sheet, type SheetCell } from '@/modules/papers/sheet.schema'
import { sheetsToXlsx, sheetToXlsx } from '@/modules/papers/sheet.xlsx'

const dangerous = ['=1+1', '+39 0522', '-5', '@SUM(A1)', '\tx', '\rx']

const sheetOf = (rows: Iterable<readonly SheetCell[]>): Sheet<readonly SheetCell[]> => ({
  name: 'A name of a sheet that is far too long',
  columns: [0, 1].map((index) => ({ header: `c${index}`, cell: (row) => row[index] })),
  rows,
})

async function csvOf(rows: Iterable<readonly SheetCell[]>): Promise<string> {
  let text = ''
  for await (const piece of sheetToCsv(sheetOf(rows))) text += piece
  return text
}

async function bookOf(rows: Iterable<readonly SheetCell[]>) {
  const pieces: Uint8Array[] = []
  for await (const piece of sheetToXlsx(sheetOf(rows))) pieces.push(piece)
  const book = new exceljs.Workbook()
  await book.xlsx.load(new Uint8Array(Buffer.concat(pieces)).buffer)
  const [sheet] = book.worksheets
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

test('a text that a spreadsheet would compute begins with an apostrophe; a number stays one', async () => {
  expect(await csvOf([[-5.25, '=HYPERLINK("http://x")'], ...dangerous.map((text) => [text, null])])).toBe(
    `\uFEFFc0,c1\r\n-5.25,"'=HYPERLINK(""http://x"")"\r\n${dangerous
      .map((text) => (text.includes('\r') ? `"'${text}",\r\n` : `'${text},\r\n`))
      .join('')}`,
  )
  const sheet = await bookOf([[-5.25, '=1+1'], ...dangerous.map((text) => [text, null])])
  expect(sheet.getCell('A2').value).toBe(-5.25)
  expect(sheet.getCell('B2')).toMatchObject({ value: "'=1+1", type: exceljs.ValueType.String })
  expect(sheet.getCell('A4').value).toBe("'+39 0522")
})

test('years are numbers, days are days, months stay texts, in both files', async () => {
  const row = ['1963', '2003-05-21', '2003-05', '1450-01-01', null].map(dateCell)
  expect(await csvOf(row.map((cell) => [cell, null]))).toContain('1963,\r\n2003-05-21,\r\n2003-05,\r\n1450-01-01,\r\n,')
  const sheet = await bookOf(row.map((cell) => [cell, null]))
  expect([2, 3, 4, 5].map((line) => sheet.getCell(line, 1).value)).toEqual([
    1963,
    new Date('2003-05-21'),
    '2003-05',
    '1450-01-01',
  ])
  expect(sheet.getCell('A3').numFmt).toBe('yyyy-mm-dd')
})

test('a workbook holds what a document of XML may hold, its header stays, its name fits', async () => {
  const sheet = await bookOf([['a\u0001b\nc', 'ž'.repeat(40_000)]])
  expect(sheet.getCell('A2').value).toBe('ab\nc')
  expect(sheet.getCell('B2').value).toHaveLength(32_767)
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  expect(sheet.name).toHaveLength(31)
  expect(sheet.getRow(1).values).toEqual([undefined, 'c0', 'c1'])
})

test('who stops taking stops the reading, and a fault while reading is told', async () => {
  let read = 0
  function* rows(): Generator<readonly SheetCell[]> {
    for (; read < 200_000; read++) yield [`${Math.sin(read)}`, read]
  }
  for await (const piece of sheetToXlsx(sheetOf(rows()))) if (piece.length > 0) break
  expect(read).toBeLessThan(200_000)
  function* broken(): Generator<readonly SheetCell[]> {
    yield ['a', 'b']
    throw new Error('the database went away')
  }
  await expect(bookOf(broken())).rejects.toThrow('went away')
})

test('sheets stand beside each other in their order, and a column of sentences breaks its lines', async () => {
  const one = cellSheet({ name: 'One', columns: [{ header: 'n', cell: (n: number) => n }], rows: [1, 2] })
  const said = { header: 'said', isWide: true as const, cell: (text: string) => text }
  const pieces: Uint8Array[] = []
  for await (const piece of sheetsToXlsx([one, cellSheet({ name: 'Two', columns: [said], rows: ['=a', 'b'] })]))
    pieces.push(piece)
  const book = new exceljs.Workbook()
  await book.xlsx.load(new Uint8Array(Buffer.concat(pieces)).buffer)
  expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ['One', 3],
    ['Two', 3],
  ])
  expect(book.getWorksheet('One')?.getCell('A3').value).toBe(2)
  expect(book.getWorksheet('Two')?.getCell('A2')).toMatchObject({ value: "'=a", alignment: { wrapText: true } })
  expect(book.getWorksheet('Two')?.getColumn(1).width).toBe(60)
})

test('a row is as high as its longest sentence, the head stays and is printed on every page', async () => {
  const pieces: Uint8Array[] = []
  const columns = [
    { header: 'Name', width: 20 },
    { header: 'A head that is longer than its column, as it has to be', isWide: true as const },
    ...Array.from({ length: 9 }, (_, index) => ({ header: `A number, and which one: ${index}` })),
  ]
  const sheet = {
    name: 'Wide',
    columns,
    rows: [
      ['short', 'word '.repeat(40)],
      ['long', 'word '.repeat(9000)],
    ],
  }
  for await (const piece of sheetsToXlsx([sheet])) pieces.push(piece)
  const book = new exceljs.Workbook()
  await book.xlsx.load(new Uint8Array(Buffer.concat(pieces)).buffer)
  const [read] = book.worksheets
  expect(read?.getRow(1).height).toBe(30)
  expect(read?.getRow(2).height).toBe(60)
  expect(read?.getRow(3).height).toBe(409)
  expect(read?.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 2, printTitlesRow: '1:1' })
})

import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { paperColors } from '@/modules/papers/paper-look.schema'
import type { Paper, PaperBlock, PaperFact, PaperPicture, PaperTable, PaperText } from '@/modules/papers/paper.schema'

// Word writes a colour without its sign.
const of = (name: keyof typeof paperColors) => paperColors[name].slice(1)
const [ink, quiet, link] = [of('ink'), of('ink-2'), of('link')] as const
const pictureWidth = 480 // pixels of 1/96 inch; the measure of the page is 5 inches

type Look = { color?: string; size?: number; underline?: object }

/** Words as a run: its language told, its lines kept. */
const runsOf = ({ text, language }: PaperText, look: Look = {}): TextRun[] =>
  text.split('\n').map(
    (line, index) =>
      new TextRun({
        text: line,
        ...look,
        ...(index > 0 && { break: 1 }),
        ...(language !== undefined && { language: { value: language } }),
      }),
  )

const linked = (text: PaperText, href: string | undefined) =>
  href === undefined
    ? runsOf(text)
    : [new ExternalHyperlink({ link: href, children: runsOf(text, { color: link, underline: {} }) })]

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

const heading = ({ level, text }: Extract<PaperBlock, { kind: 'heading' }>) =>
  new Paragraph({
    heading: levels[level],
    keepNext: true,
    children: runsOf(text),
  })

const paragraphs = (text: PaperText, look: Look = {}) =>
  text.text
    .split(/\n{2,}/)
    .map((part) => new Paragraph({ spacing: { after: 120 }, children: runsOf({ ...text, text: part }, look) }))

const notice = (text: string) =>
  new Paragraph({
    spacing: { before: 60, after: 160 },
    shading: { type: ShadingType.CLEAR, fill: of('sunk') },
    border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: ink } },
    children: [new TextRun({ text })],
  })

const thin = { style: BorderStyle.SINGLE, size: 4, color: of('rule') }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const widths = [2800, 6200] as const // twentieths of a point

const cell = (children: Paragraph[], size: number) =>
  new TableCell({
    children,
    width: { size, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    borders: { top: none, left: none, right: none, bottom: thin },
  })

const bold = (text: string, { size, ...place }: { size?: number; alignment?: 'left' | 'right' } = {}) => [
  new Paragraph({ ...place, children: [new TextRun({ text, bold: true, ...(size !== undefined && { size }) })] }),
]
const headRow = (children: TableCell[]) => new TableRow({ tableHeader: true, cantSplit: true, children })

function factsTable(head: readonly [string, string], rows: readonly PaperFact[]): Table {
  const [label, said] = widths
  return new Table({
    width: { size: label + said, type: WidthType.DXA },
    columnWidths: [...widths],
    rows: [
      headRow([cell(bold(head[0]), label), cell(bold(head[1]), said)]),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: [
              cell([new Paragraph({ children: [new TextRun({ text: row.label, color: quiet })] })], label),
              cell([new Paragraph({ children: linked(row.value, row.href) })], said),
            ],
          }),
      ),
    ],
  })
}

function wideTable({ columns, rows }: PaperTable): Table {
  const parts = columns.reduce((sum, { part }) => sum + part, 0)
  const sizes = columns.map(({ part }) => Math.round(((widths[0] + widths[1]) * part) / parts))
  const at = (index: number) => ({
    alignment: columns[index]?.isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
  })
  return new Table({
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    columnWidths: sizes,
    rows: [
      headRow(columns.map(({ head }, index) => cell(bold(head, { ...at(index), size: 15 }), sizes[index] ?? 0))),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((text, index) =>
              cell([new Paragraph({ ...at(index), children: runsOf(text, { size: 18 }) })], sizes[index] ?? 0),
            ),
          }),
      ),
    ],
  })
}

function picture({ id, bytes, width, height, alt, caption }: PaperPicture): Paragraph[] {
  const scale = Math.min(1, pictureWidth / width)
  const drawn = new ImageRun({
    type: 'jpg',
    data: bytes,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: id, title: '', description: alt.text },
  })
  return [
    new Paragraph({ keepNext: caption !== null, spacing: { before: 120, after: 60 }, children: [drawn] }),
    ...(caption === null ? [] : paragraphs(caption, { color: quiet, size: 18 })),
  ]
}

/** A part as Word has it. A table wants a paragraph after it, or the next one joins it. */
function partsOf(block: PaperBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block)]
    case 'text':
      return paragraphs(block.text, block.isQuiet ? { color: quiet, size: 18 } : {})
    case 'notice':
      return [notice(block.text)]
    case 'facts':
      return [factsTable(block.head, block.rows), new Paragraph({ children: [] })]
    case 'table':
      return [wideTable(block), new Paragraph({ children: [] })]
    case 'list':
      return block.items.map(
        ({ text, href, note, more }) =>
          new Paragraph({
            numbering: { reference: 'list', level: 0 },
            spacing: { after: 80 },
            children: [
              ...linked(text, href),
              ...(note === undefined ? [] : [new TextRun({ text: note, break: 1, color: quiet, size: 18 })]),
              ...(more === undefined ? [] : [new TextRun({ break: 1 }), ...linked(more, undefined)]),
            ],
          }),
      )
    case 'picture':
      return picture(block)
    case 'newPage':
      return [new Paragraph({ pageBreakBefore: true, children: [] })]
  }
}

/**
 * A paper as a Word document (OOXML): real headings, heads of tables, the language of the document and of every text in
 * another one, pictures with their alternative text.
 */
export async function paperToDocx(paper: Paper): Promise<Uint8Array> {
  const { title, subject, author, keywords, language, foot, blocks } = paper
  const style = (size: number, before: number) => ({
    run: { font: 'Georgia', size, color: ink, bold: false },
    paragraph: { spacing: { before, after: 120 } },
  })
  const document = new Document({
    ...{ title, subject, creator: author, lastModifiedBy: author, description: subject },
    keywords: keywords.join(', '),
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 21, color: ink, language: { value: language } } },
        heading1: style(40, 0),
        heading2: style(26, 260),
        heading3: style(22, 160),
      },
    },
    numbering: {
      config: [
        {
          reference: 'list',
          levels: [
            {
              ...{ level: 0, format: LevelFormat.BULLET, text: '–', alignment: AlignmentType.LEFT },
              style: { run: { color: quiet }, paragraph: { indent: { left: 284, hanging: 284 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.LEFT,
                children: [
                  new TextRun({ text: `${foot} · `, size: 16, color: quiet }),
                  new TextRun({
                    children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
                    ...{ size: 16, color: quiet },
                  }),
                ],
              }),
            ],
          }),
        },
        children: blocks.flatMap(partsOf),
      },
    ],
  })
  return Packer.toBuffer(document)
}

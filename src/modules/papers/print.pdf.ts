import anyAscii from 'any-ascii'
import PDFDocument from 'pdfkit'
import { paperColors } from '@/modules/papers/paper-look.schema'
import type { Letters, PaperText } from '@/modules/papers/paper.schema'

export const { ink, 'ink-2': quiet, link, rule, sunk } = paperColors
export const margin = 56
export const gap = 14

export type Doc = InstanceType<typeof PDFDocument>
type Element = ReturnType<Doc['struct']>
type Tag = Parameters<Doc['struct']>[0]
export type Print = { doc: Doc; root: Element; letters: Letters }

/** Of headings by their level, and of texts. */
export const sizes = { 1: 22, 2: 13, 3: 11, text: 10.5, cell: 9.5, quiet: 8.5, foot: 7.5 } as const

/** Words as these letters can draw them; what they cannot is written in letters they have. */
export function drawn({ codes }: Letters, text: string): string {
  return [...text.normalize('NFC').replaceAll('\t', ' ').replaceAll('\u00ad', '')]
    .map((sign) => (sign === '\n' || codes.has(sign.codePointAt(0) ?? 0) ? sign : anyAscii(sign)))
    .join('')
}

/** What an element says of its words: their language, and what they really are where they were written otherwise. */
const said = (print: Print, { text, language }: PaperText) => ({
  ...(language !== undefined && { lang: language }),
  ...(drawn(print.letters, text) !== text.normalize('NFC') && { actual: text }),
})

/** Writes words into an element of the structure, at the place where the page is. */
export function write(print: Print, tag: Tag, words: PaperText, draw: (text: string) => void): Element {
  const { doc, letters } = print
  return doc.struct(tag, said(print, words), () => draw(drawn(letters, words.text)))
}

export const width = ({ page }: Doc) => page.width - 2 * margin
/** Below it stands the foot. */
const bottom = ({ page }: Doc) => page.height - margin - 20

/** Begins a page when less than this is left of the present one. */
export function need({ doc }: Print, height: number): void {
  if (doc.y + height > bottom(doc)) doc.addPage()
}

/** What is drawn and says nothing. */
export function artifact(doc: Doc, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' })
  draw()
  doc.endMarkedContent()
}

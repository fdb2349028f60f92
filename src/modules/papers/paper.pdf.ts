import { setImmediate as turn } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import anyAscii from 'any-ascii'
import { paperColors } from '@/modules/papers/paper-look.schema'
import type { Letters, Paper, PaperBlock, PaperFact, PaperPicture, PaperText } from '@/modules/papers/paper.schema'

const { ink, 'ink-2': quiet, link, rule, sunk } = paperColors
const margin = 56
const labelWidth = 140
const gap = 14

type Doc = InstanceType<typeof PDFDocument>
type Element = ReturnType<Doc['struct']>
type Tag = Parameters<Doc['struct']>[0]
type Print = { doc: Doc; root: Element; letters: Letters }

const sizes = { 1: 22, 2: 13, text: 10.5, quiet: 8.5 } as const

/** Words as these letters can draw them; what they cannot is written in letters they have. */
function drawn({ codes }: Letters, text: string): string {
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
function write(print: Print, tag: Tag, words: PaperText, draw: (text: string) => void): Element {
  const { doc, letters } = print
  return doc.struct(tag, said(print, words), () => draw(drawn(letters, words.text)))
}

const width = ({ page }: Doc) => page.width - 2 * margin
const bottom = ({ page }: Doc) => page.height - margin - 20

/** Begins a page when less than this is left of the present one. */
function need({ doc }: Print, height: number): void {
  if (doc.y + height > bottom(doc)) doc.addPage()
}

function heading(print: Print, { level, text }: { level: 1 | 2; text: PaperText }): void {
  const { doc, root } = print
  doc.font('title').fontSize(sizes[level]).fillColor(ink)
  if (level === 2) doc.y += 10
  need(print, doc.heightOfString(drawn(print.letters, text.text), { width: width(doc) }) + 40)
  if (level === 1) doc.outline.addItem(text.text)
  else doc.outline.children.at(-1)?.addItem(text.text)
  root.add(
    write(print, level === 1 ? 'H1' : 'H2', text, (words) => doc.text(words, margin, doc.y, { width: width(doc) })),
  )
  doc.y += 3
}

function paragraphs(print: Print, text: PaperText, isQuiet = false): void {
  const { doc, root } = print
  for (const part of text.text.split(/\n{2,}/)) {
    doc
      .font('text')
      .fontSize(isQuiet ? sizes.quiet : sizes.text)
      .fillColor(isQuiet ? quiet : ink)
    need(print, 14)
    const options = { width: width(doc), lineGap: 2.5 }
    root.add(write(print, 'P', { ...text, text: part }, (words) => doc.text(words, margin, doc.y, options)))
    doc.y += isQuiet ? 2 : 5
  }
}

function notice(print: Print, text: string): void {
  const { doc, root } = print
  doc.font('text').fontSize(sizes.text)
  const options = { width: width(doc) - 24, lineGap: 2.5 }
  const height = doc.heightOfString(drawn(print.letters, text), options) + 16
  need(print, height)
  const top = doc.y
  artifact(doc, () => {
    doc.rect(margin, top, width(doc), height).fill(sunk)
    doc.rect(margin, top, 3, height).fill(ink)
  })
  doc.fillColor(ink)
  root.add(write(print, 'P', { text }, (words) => doc.text(words, margin + 14, top + 8, options)))
  doc.y = top + height + 8
}

/** What is drawn and says nothing. */
function artifact(doc: Doc, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' })
  draw()
  doc.endMarkedContent()
}

function factsTable(print: Print, head: readonly [string, string], rows: readonly PaperFact[]): void {
  const { doc, root } = print
  const table = doc.struct('Table')
  root.add(table)
  const valueWidth = width(doc) - labelWidth - gap
  const line = (label: PaperText, value: PaperText, { isHead = false, href }: { isHead?: boolean; href?: string }) => {
    doc.font('text').fontSize(sizes.text)
    const height = Math.max(
      doc.heightOfString(drawn(print.letters, label.text), { width: labelWidth }),
      doc.heightOfString(drawn(print.letters, value.text), { width: valueWidth }),
    )
    need(print, height + 8)
    const top = doc.y + 3
    const row = doc.struct('TR')
    table.add(row)
    const at =
      (x: number, column: number, options: { link?: string } = {}) =>
      (words: string) =>
        doc.text(words, x, top, { width: column, ...options })
    doc.fillColor(isHead ? ink : quiet)
    const first = doc.struct('TH', { scope: isHead ? 'Column' : 'Row' })
    row.add(first)
    first.add(write(print, 'P', label, at(margin, labelWidth)))
    const second = isHead ? doc.struct('TH', { scope: 'Column' }) : doc.struct('TD')
    row.add(second)
    doc.fillColor(href === undefined ? ink : link)
    const place = at(margin + labelWidth + gap, valueWidth, href === undefined ? {} : { link: href })
    second.add(write(print, href === undefined ? 'P' : 'Link', value, place))
    doc.y = top + height + 3
    artifact(doc, () =>
      doc
        .moveTo(margin, doc.y)
        .lineTo(margin + width(doc), doc.y)
        .lineWidth(isHead ? 1 : 0.5)
        .stroke(isHead ? ink : rule),
    )
  }
  line({ text: head[0] }, { text: head[1] }, { isHead: true })
  for (const { label, value, href } of rows) line({ text: label }, value, href === undefined ? {} : { href })
  table.end()
  doc.y += 8
}

function list(print: Print, items: Extract<PaperBlock, { kind: 'list' }>['items']): void {
  const { doc, root } = print
  const all = doc.struct('L')
  root.add(all)
  const options = { width: width(doc) - gap, lineGap: 2.5 }
  for (const { text, href, note, more } of items) {
    doc.font('text').fontSize(sizes.text)
    need(print, 16)
    const item = doc.struct('LI')
    all.add(item)
    const top = doc.y
    doc.fillColor(quiet)
    item.add(doc.struct('Lbl', {}, () => doc.text('–', margin, top, { width: gap })))
    const body = doc.struct('LBody')
    item.add(body)
    doc.fillColor(href === undefined ? ink : link)
    const linked = href === undefined ? options : { ...options, link: href }
    body.add(
      write(print, href === undefined ? 'P' : 'Link', text, (words) => doc.text(words, margin + gap, top, linked)),
    )
    const below = (said: PaperText, size: number, color: string) => {
      doc.fontSize(size).fillColor(color)
      body.add(write(print, 'P', said, (words) => doc.text(words, margin + gap, doc.y, options)))
    }
    if (note !== undefined) below({ text: note }, sizes.quiet, quiet)
    if (more !== undefined) below(more, sizes.text, ink)
    doc.y += 3
  }
  all.end()
  doc.y += 5
}

function picture(print: Print, { bytes, alt, caption, ...size }: PaperPicture): void {
  const { doc, root } = print
  const scale = Math.min(1, (width(doc) * 0.75) / size.width, 320 / size.height)
  const [wide, high] = [size.width * scale, size.height * scale]
  need(print, high + 30)
  const top = doc.y
  const language = alt.language === undefined ? {} : { lang: alt.language }
  const draw = () => doc.image(Buffer.from(bytes), margin, top, { width: wide, height: high })
  const box: [number, number, number, number] = [margin, top, margin + wide, top + high]
  root.add(doc.struct('Figure', { alt: alt.text, ...language, bbox: box, placement: 'Block' }, draw))
  doc.y = top + high + 4
  if (caption !== null) paragraphs(print, caption, true)
  doc.y += 6
}

function print(at: Print, block: PaperBlock): void {
  switch (block.kind) {
    case 'heading':
      return heading(at, block)
    case 'text':
      return paragraphs(at, block.text, block.isQuiet)
    case 'notice':
      return notice(at, block.text)
    case 'facts':
      return factsTable(at, block.head, block.rows)
    case 'list':
      return list(at, block.items)
    case 'picture':
      return picture(at, block)
    case 'newPage':
      at.doc.addPage()
  }
}

/** The foot of every page, once all are there. */
function foot(doc: Doc, letters: Letters, text: string): void {
  const { start, count } = doc.bufferedPageRange()
  for (let index = 0; index < count; index++) {
    doc.switchToPage(start + index)
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
    doc.font('text').fontSize(7.5).fillColor(quiet)
    const [top, wide] = [doc.page.height - margin + 16, width(doc)]
    doc.text(drawn(letters, text), margin, top, { width: wide - 60, lineBreak: false, ellipsis: true })
    doc.text(`${index + 1} / ${count}`, margin + wide - 60, top, { width: 60, align: 'right', lineBreak: false })
    doc.endMarkedContent()
  }
}

/**
 * A paper as a tagged PDF (ISO 32000-1 §14.8): structure, languages, alternative texts, outline, and letters
 * that are in the file. What the letters of the site cannot draw is written in Latin letters, with the true words beside
 * it for whoever reads the text.
 */
export async function paperToPdf(paper: Paper, letters: Letters): Promise<Uint8Array> {
  const { title, author, subject, keywords, language, blocks } = paper
  const doc = new PDFDocument({
    ...{ size: 'A4', margin, pdfVersion: '1.7', tagged: true, displayTitle: true, lang: language, bufferPages: true },
    font: '',
    info: { Title: title, Author: author, Subject: subject, Keywords: keywords.join(', ') },
  })
  const pieces: Uint8Array[] = []
  doc.on('data', (piece: Uint8Array) => pieces.push(piece))
  const done = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject))
  doc.registerFont('text', Buffer.from(letters.text))
  doc.registerFont('title', Buffer.from(letters.title))
  doc.font('text')
  const root = doc.struct('Document', { lang: language })
  doc.addStructure(root)
  for (const [index, block] of blocks.entries()) {
    print({ doc, root, letters }, block)
    // A long paper lets others have their turn.
    if (index % 50 === 49) await turn()
  }
  root.end()
  foot(doc, letters, paper.foot)
  doc.end()
  await done
  return Buffer.concat(pieces)
}

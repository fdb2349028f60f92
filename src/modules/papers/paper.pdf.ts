import { setImmediate as turn } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import type { Letters, Paper, PaperBlock, PaperPicture, PaperText } from '@/modules/papers/paper.schema'
import {
  artifact,
  type Doc,
  drawn,
  gap,
  ink,
  link,
  margin,
  need,
  type Print,
  quiet,
  sizes,
  sunk,
  width,
  write,
} from '@/modules/papers/print.pdf'
import { factsTable, wideTable } from '@/modules/papers/table.pdf'

function heading(print: Print, { level, text }: Extract<PaperBlock, { kind: 'heading' }>): void {
  const { doc, root } = print
  doc.font('title').fontSize(sizes[level]).fillColor(ink)
  if (level > 1) doc.y += level === 2 ? 10 : 4
  // With the first lines of what it stands over.
  need(print, doc.heightOfString(drawn(print.letters, text.text), { width: width(doc) }) + 60)
  if (level === 1) doc.outline.addItem(text.text)
  else if (level === 2) doc.outline.children.at(-1)?.addItem(text.text)
  root.add(write(print, `H${level}`, text, (words) => doc.text(words, margin, doc.y, { width: width(doc) })))
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
    doc.y += note === undefined && more === undefined ? 3 : 7
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
    case 'table':
      return wideTable(at, block)
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
    doc.font('text').fontSize(sizes.foot).fillColor(quiet)
    const [top, wide] = [doc.page.height - margin + 12, width(doc)]
    // Two lines at most: a third would leave the paper.
    doc.text(drawn(letters, text), margin, top, { width: wide - 60, height: 2.6 * sizes.foot, ellipsis: true })
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

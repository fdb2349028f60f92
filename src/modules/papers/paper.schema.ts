/** Words of a paper; `language` where it is another than the paper's. */
export type PaperText = { text: string; language?: string }

/** A value beside its label; with `href` a link. */
export type PaperFact = { label: string; value: PaperText; href?: string }

export type PaperPicture = {
  kind: 'picture'
  /** A JPEG. */
  bytes: Uint8Array
  /** Of its file: another file is another id. */
  id: string
  width: number
  height: number
  /** What it shows, for who does not see it. */
  alt: PaperText
  caption: PaperText | null
}

/** Rows of many columns; the first names the row. `part`: how much of the width, against the others. */
export type PaperTable = {
  kind: 'table'
  columns: readonly { head: string; part: number; isNumber?: true }[]
  rows: readonly (readonly PaperText[])[]
}

/** A part of a paper, in the order in which it is read. */
export type PaperBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; text: PaperText }
  | { kind: 'text'; text: PaperText; isQuiet?: true }
  /** What has to be known before reading on. */
  | { kind: 'notice'; text: string }
  /** Two columns under a head. */
  | { kind: 'facts'; head: readonly [string, string]; rows: readonly PaperFact[] }
  | PaperTable
  /** `note` stands small under an item, `more` are words that answer it. */
  | { kind: 'list'; items: readonly { text: PaperText; href?: string; note?: string; more?: PaperText }[] }
  | PaperPicture
  | { kind: 'newPage' }

/** A text of several parts as a file for people, DOCX or PDF. */
export type Paper = {
  title: string
  /** Of the paper: the reader's. */
  language: string
  subject: string
  author: string
  keywords: readonly string[]
  /** At the foot of every page. */
  foot: string
  blocks: readonly PaperBlock[]
}

/** The letters a paper is printed in: two faces, and the code points both can draw. */
export type Letters = { text: Uint8Array; title: Uint8Array; codes: ReadonlySet<number> }

/** Everything that decides what a paper says, as text: another text is another paper. */
export const paperMark = (paper: Paper): string =>
  JSON.stringify({
    ...paper,
    blocks: paper.blocks.map((block) => (block.kind === 'picture' ? { ...block, bytes: block.bytes.length } : block)),
  })

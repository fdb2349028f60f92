// What a file is, read from its bytes: its name and what a browser says of it decide nothing.

/** Kinds of files that are taken, by the extension they are given. Pictures are drawn anew (platform/picture). */
export const fileTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  txt: 'text/plain; charset=utf-8',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
} as const
export type FileType = keyof typeof fileTypes

/** Pictures as they are sent to us. */
export const pictureTypes = ['jpg', 'png', 'webp'] as const
type PictureType = (typeof pictureTypes)[number]
export const isPictureType = (type: FileType): type is PictureType => pictureTypes.some((one) => one === type)

/** Other extensions of the same kinds, as names carry them. */
export const sameTypes: Partial<Record<FileType, readonly string[]>> = { jpg: ['jpeg'], txt: ['csv', 'md'] }

/** What the field for choosing a file offers. */
export const acceptedFiles = [...Object.keys(fileTypes), 'jpeg', 'csv'].map((one) => `.${one}`).join(',')

/** Why a file is refused: a key of the messages `errors`. */
type FileFault = 'fileMarkup' | 'fileSvg' | 'fileMacro' | 'fileUnknown' | 'fileNotAsNamed'

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))

/** The kind of a file, or why it is not taken. `name` only makes the refusal clearer. */
export function fileTypeOf(bytes: Uint8Array, name: string): { type: FileType } | { fault: FileFault } {
  const own = ownTypeOf(bytes)
  if (own === 'svg') return { fault: 'fileSvg' }
  if (own === 'macro') return { fault: 'fileMacro' }
  if (own !== 'markup' && own !== 'unknown') return { type: own }
  const claims = /\.(pdf|docx|xlsx|pptx|od[tsp]|jpe?g|png|webp)$/i.test(name.trim())
  return { fault: claims ? 'fileNotAsNamed' : own === 'markup' ? 'fileMarkup' : 'fileUnknown' }
}

function ownTypeOf(bytes: Uint8Array): FileType | 'svg' | 'macro' | 'markup' | 'unknown' {
  if (ascii(bytes, 0, 5) === '%PDF-') return 'pdf'
  if (ascii(bytes, 0, 3) === '\u00FF\u00D8\u00FF') return 'jpg'
  if (ascii(bytes, 0, 8) === '\u0089PNG\r\n\u001A\n') return 'png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return 'webp'
  if (ascii(bytes, 0, 4) === 'PK\u0003\u0004') return officeTypeOf(bytes)
  return textTypeOf(bytes)
}

const parts: readonly [part: string, type: FileType][] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['ppt/presentation.xml', 'pptx'],
]
const openDocuments: readonly FileType[] = ['odt', 'ods', 'odp']

/** Documents of office programs are archives: ISO/IEC 29500-2 by their parts, ISO/IEC 26300-3 §3.3 by their first entry. */
function officeTypeOf(bytes: Uint8Array): FileType | 'macro' | 'unknown' {
  const said = ascii(bytes, 30, 90)
  const open = openDocuments.find((type) => said.startsWith(`mimetype${fileTypes[type]}PK`))
  const names = entriesOf(bytes)
  if (names.some((name) => /(^|\/)(vbaProject\.bin|Basic\/)/i.test(name))) return 'macro'
  if (open !== undefined) return names.includes('content.xml') ? open : 'unknown'
  return parts.find(([part]) => names.includes(part) && names.includes('[Content_Types].xml'))?.[1] ?? 'unknown'
}

/** Names in the directory of a zip archive (APPNOTE 6.3.10 §4.3.12, §4.3.16); none when it has no readable one. */
function entriesOf(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const last = Math.max(0, end - 65_535)
  while (end >= last && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < last) return []
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0 && at + 46 <= bytes.length; left--) {
    if (view.getUint32(at, true) !== 0x02014b50) return []
    const length = view.getUint16(at + 28, true)
    names.push(ascii(bytes, at + 46, length))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

// eslint-disable-next-line no-control-regex -- what no text holds is what is being looked for
const noText = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/

function textTypeOf(bytes: Uint8Array): 'txt' | 'svg' | 'markup' | 'unknown' {
  const text = decoded(bytes)
  if (text === null || noText.test(text)) return 'unknown'
  const head = text.slice(0, 100_000).trimStart()
  if (!head.startsWith('<')) return 'txt'
  return /<(\w+:)?svg[\s/>]/i.test(head) ? 'svg' : 'markup'
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

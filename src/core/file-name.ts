// Names of files as people gave them: kept as far as any file system takes them, and never trusted further.

/** ext4, APFS and NTFS take 255 bytes or units; a browser may add ` (1)`. */
const mostBytes = 200

// Control characters, what separates folders, and marks that change how neighbouring text reads.
const unfit = /[\p{Cc}\\/:*?"<>|\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFFD\p{Cs}]+/gu
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/**
 * The name under which a file is kept and sent: the given one, in NFC, without folders, control and bidirectional signs,
 * cut to 200 bytes, and always with the extension of what the file is. `('../Bilan\u202E.gpj', 'pdf')` → `'Bilan.gpj.pdf'`.
 */
export function fileNameOf(given: string, extension: string, others: readonly string[] = []): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const words = last.replace(unfit, ' ').replace(/\s+/g, ' ').trim()
  const own = [extension, ...others].find((one) => words.toLowerCase().endsWith(`.${one}`))
  const stem = (own === undefined ? words : words.slice(0, -own.length - 1)).replace(/^[. ]+|[. ]+$/g, '')
  const named = stem === '' || reserved.test(stem) ? 'file' : stem
  return `${cut(named, mostBytes - extension.length - 1)}.${extension}`
}

/** The longest beginning of at most `most` bytes, whole letters only. */
function cut(text: string, most: number): string {
  if (bytesOf(text) <= most) return text
  let kept = ''
  let length = 0
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    length += bytesOf(segment)
    if (length > most) break
    kept += segment
  }
  return kept.replace(/[. ]+$/, '') || 'file'
}

// RFC 8187 §3.2.1: what stands for itself in an extended value.
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** The header Content-Disposition (RFC 6266 §4.3, appendix D): the name in ASCII for old programs, then as it is. */
export function dispositionOf(kind: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7E]|["\\%]/g, '_')
  return `${kind}; filename="${plain}"${plain === name ? '' : `; filename*=UTF-8''${encoded(name)}`}`
}

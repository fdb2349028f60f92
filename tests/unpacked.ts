// What stands inside files we make, as their readers find it.
import { inflateRawSync, inflateSync } from 'node:zlib'

/** The entries of a zip (PKWARE APPNOTE 4.3), by name, as text. */
export function unzipped(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  const entries = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size, nameLength] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)]
    const [moreLength, noteLength, start] = [
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ]
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    const data = zip.subarray(from, from + size)
    entries.set(
      zip.toString('utf8', at + 46, at + 46 + nameLength),
      (method === 0 ? data : inflateRawSync(data)).toString(),
    )
    at += 46 + nameLength + moreLength + noteLength
  }
  return entries
}

/** The objects of a PDF by number, their streams inflated; and the words on its pages, as somebody who copies them. */
export function readPdf(bytes: Uint8Array): { objects: Map<number, string>; words: string } {
  const file = Buffer.from(bytes)
  const objects = new Map<number, string>()
  const pattern = /(?:^|\n)(\d+) 0 obj\n/g
  const whole = file.toString('latin1')
  for (let found = pattern.exec(whole); found !== null; found = pattern.exec(whole)) {
    const from = found.index + found[0].length
    const text = whole.slice(from, whole.indexOf('\nendobj', from))
    const stream = text.indexOf('stream\n')
    objects.set(
      Number(found[1]),
      stream < 0 || !text.includes('/FlateDecode')
        ? text
        : text.slice(0, stream) + inflateSync(Buffer.from(text.slice(stream + 7), 'latin1')).toString('latin1'),
    )
  }
  return { objects, words: wordsIn(objects) }
}

const refs = (text: string, key: string) =>
  [...text.matchAll(new RegExp(`/${key} (\\d+) 0 R`, 'g'))].map(([, id]) => Number(id))

/** Follows each page to its content and its fonts, and reads glyphs back by the fonts' own ToUnicode (§9.10.3). */
function wordsIn(objects: Map<number, string>): string {
  const get = (id: number | undefined) => objects.get(id ?? -1) ?? ''
  const pages = [...objects.values()].filter((text) => /\/Type \/Page\b(?!s)/.test(text))
  return pages
    .map((page) => {
      const [resources] = refs(page, 'Resources')
      const fonts = new Map(
        [...get(resources).matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => [
          name,
          unicodeOf(get(refs(get(Number(id)), 'ToUnicode')[0])),
        ]),
      )
      let letters: ReadonlyMap<number, string> = new Map()
      let words = ''
      for (const [, font, shown] of get(refs(page, 'Contents')[0]).matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
        if (font !== undefined) letters = fonts.get(font) ?? new Map<number, string>()
        for (const [, glyphs = ''] of (shown ?? '').matchAll(/<([\da-f]+)>/gi))
          for (let at = 0; at < glyphs.length; at += 4)
            words += letters.get(Number.parseInt(glyphs.slice(at, at + 4), 16)) ?? '�'
        if (shown !== undefined) words += ' '
      }
      return words
    })
    .join('\n')
}

/** Glyphs to text, from ranges of arrays as pdfkit writes them. */
function unicodeOf(map: string): Map<number, string> {
  const texts = new Map<number, string>()
  for (const [, first = '0', list = ''] of map.matchAll(/<([\da-f]+)> <[\da-f]+> \[([^\]]*)\]/gi)) {
    let glyph = Number.parseInt(first, 16)
    for (const [, code = ''] of list.matchAll(/<([\da-f ]+)>/gi)) {
      const units = code.split(' ').map((unit) => Number.parseInt(unit, 16))
      texts.set(glyph++, String.fromCharCode(...units))
    }
  }
  return texts
}

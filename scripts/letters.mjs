// The letters of the site as files a PDF can hold: the packages of the interface bring each family as two compressed
// variable fonts, one for Latin and one for its extensions; a PDF wants one plain TrueType font.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './dependencies.mjs'
import { main } from './steps.mjs'

const require = createRequire(import.meta.url)
// What pdfkit itself reads fonts with.
const fontkit = createRequire(require.resolve('pdfkit'))('fontkit')

const lettersFolder = 'src/generated/letters'

const faces = [
  { name: 'text', family: 'instrument-sans', label: 'AtlasText-Regular' },
  { name: 'title', family: 'newsreader', label: 'AtlasTitle-Regular' },
]

/** One subset of a family, at its default weight. */
const subsetOf = (family, subset) =>
  fontkit.create(
    readFileSync(join(root, `node_modules/@fontsource-variable/${family}/files/${family}-${subset}-wght-normal.woff2`)),
  )

/** Contours of a glyph in whole units: points `[x, y, isOnCurve]`. */
function contoursOf(glyph) {
  const contours = []
  let points = []
  const close = () => {
    const [first, last] = [points[0], points.at(-1)]
    if (points.length > 1 && first[0] === last[0] && first[1] === last[1] && last[2]) points.pop()
    if (points.length > 1) contours.push(points)
    points = []
  }
  const at = (x, y, isOn) => points.push([Math.round(x), Math.round(y), isOn])
  for (const { command, args } of glyph.path.commands) {
    if (command === 'moveTo') {
      close()
      at(args[0], args[1], true)
    } else if (command === 'lineTo') at(args[0], args[1], true)
    else if (command === 'quadraticCurveTo') {
      at(args[0], args[1], false)
      at(args[2], args[3], true)
    } else if (command !== 'closePath') throw new Error(`a glyph is drawn with ${command}`)
  }
  close()
  return contours
}

/** Bytes in the order of the file (OpenType, big-endian). */
function writer() {
  const bytes = []
  const put = (size) => (value) => {
    for (let shift = size - 1; shift >= 0; shift--) bytes.push(Math.floor(value / 2 ** (8 * shift)) & 255)
  }
  const u8 = put(1)
  const u16 = put(2)
  const u32 = put(4)
  return {
    ...{ bytes, u8, u16, u32 },
    text: (text) => [...text].forEach((letter) => u8(letter.charCodeAt(0))),
    all: (write, ...values) => values.forEach(write),
  }
}

const boxOf = (points) =>
  [0, 1].flatMap((axis) => [Math.min, Math.max].map((pick) => pick(...points.map((p) => p[axis]))))

/** A simple glyph (OpenType, glyf): every coordinate as two bytes. */
function glyphBytes(contours) {
  const { bytes, u8, u16 } = writer()
  if (contours.length === 0) return bytes
  const points = contours.flat()
  const [left, right, bottom, top] = boxOf(points)
  ;[contours.length, left, bottom, right, top].forEach(u16)
  let end = -1
  for (const contour of contours) u16((end += contour.length))
  u16(0)
  for (const [, , isOn] of points) u8(isOn ? 1 : 0)
  for (const axis of [0, 1]) {
    let before = 0
    for (const point of points) {
      u16(point[axis] - before)
      before = point[axis]
    }
  }
  while (bytes.length % 4 !== 0) u8(0)
  return bytes
}

/** Format 4 of cmap: one segment for each run of code points whose glyphs follow each other. */
function cmapBytes(codes) {
  const runs = []
  codes.forEach((code, index) => {
    const run = runs.at(-1)
    if (run !== undefined && run.end + 1 === code) run.end = code
    else runs.push({ start: code, end: code, delta: index + 1 - code })
  })
  runs.push({ start: 0xffff, end: 0xffff, delta: 1 })
  const { bytes, u16, u32, all } = writer()
  const range = 2 ** Math.floor(Math.log2(runs.length)) * 2
  all(u16, 0, 1, 3, 1)
  u32(12)
  all(u16, 4, 16 + runs.length * 8, 0, runs.length * 2, range, Math.log2(range / 2), runs.length * 2 - range)
  all(u16, ...runs.map(({ end }) => end), 0, ...runs.map(({ start }) => start), ...runs.map(({ delta }) => delta))
  all(u16, ...runs.map(() => 0))
  return bytes
}

function nameBytes(label) {
  const { bytes, u16, text, all } = writer()
  const wide = [...label].flatMap((letter) => ['\0', letter]).join('')
  const ids = [1, 4, 6]
  all(u16, 0, ids.length, 6 + ids.length * 12)
  for (const id of ids) all(u16, 3, 1, 0x409, id, wide.length, 0)
  text(wide)
  return bytes
}

/** One TrueType font of the glyphs of several fonts; the first one's metrics are those of all. */
function trueType(fonts, label) {
  const glyphs = new Map()
  for (const font of fonts)
    for (const code of font.characterSet)
      if (code >= 32 && code < 0xffff && !glyphs.has(code)) glyphs.set(code, font.glyphForCodePoint(code))
  const codes = [...glyphs.keys()].sort((a, b) => a - b)
  const [font] = fonts
  const drawn = [font.getGlyph(0), ...codes.map((code) => glyphs.get(code))].map((glyph) => {
    const contours = contoursOf(glyph)
    return { contours, advance: Math.round(glyph.advanceWidth), bytes: glyphBytes(contours) }
  })
  const box = boxOf(drawn.flatMap(({ contours }) => contours.flat()))
  const { unitsPerEm, ascent, descent, lineGap, capHeight, xHeight } = font
  const most = (count) => Math.max(...drawn.map(count))
  const made = (write) => {
    const table = writer()
    write(table)
    return table.bytes
  }
  let offset = 0
  const tables = {
    'OS/2': made(({ all, u8, u16, u32, text }) => {
      all(u16, 4, Math.round(unitsPerEm / 2), 400, 5, 0, ...Array(10).fill(Math.round(unitsPerEm / 5)), 0)
      all(u8, ...Array(10).fill(0))
      all(u32, 0x87, 0, 0, 0)
      text('ATLS')
      all(u16, 0x40, codes[0], codes.at(-1), ascent, descent, lineGap, ascent, -descent)
      all(u32, 1, 0)
      all(u16, xHeight, capHeight, 0, 32, 1)
    }),
    cmap: cmapBytes(codes),
    glyf: drawn.flatMap(({ bytes }) => bytes),
    head: made(({ all, u16, u32 }) => {
      all(u32, 0x00010000, 0x00010000, 0, 0x5f0f3cf5)
      all(u16, 3, unitsPerEm)
      all(u32, 0, 0, 0, 0)
      all(u16, box[0], box[2], box[1], box[3], 0, 8, 2, 1, 0)
    }),
    hhea: made(({ all, u16, u32 }) => {
      u32(0x00010000)
      all(
        u16,
        ascent,
        descent,
        lineGap,
        most(({ advance }) => advance),
        box[0],
        0,
        box[1],
        1,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
      )
      u16(drawn.length)
    }),
    hmtx: made(({ all, u16 }) => {
      for (const { advance, contours } of drawn)
        all(u16, advance, contours.length === 0 ? 0 : boxOf(contours.flat())[0])
    }),
    loca: made(({ u32 }) => {
      u32(0)
      for (const { bytes } of drawn) u32((offset += bytes.length))
    }),
    maxp: made(({ all, u16, u32 }) => {
      u32(0x00010000)
      u16(drawn.length)
      all(
        u16,
        most(({ contours }) => contours.flat().length),
        most(({ contours }) => contours.length),
      )
      all(u16, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)
    }),
    name: nameBytes(label),
    post: made(({ all, u16, u32 }) => {
      all(u32, 0x00030000, 0)
      all(u16, -unitsPerEm / 10, unitsPerEm / 20)
      all(u32, 0, 0, 0, 0, 0)
    }),
  }
  return { codes, bytes: sfnt(tables) }
}

/** Tables as a file (OpenType, table directory), each with its sum. */
function sfnt(tables) {
  const names = Object.keys(tables).sort()
  const { bytes, u8, u16, u32, text, all } = writer()
  const range = 2 ** Math.floor(Math.log2(names.length)) * 16
  u32(0x00010000)
  all(u16, names.length, range, Math.log2(range / 16), names.length * 16 - range)
  let at = 12 + names.length * 16
  for (const name of names) {
    const table = tables[name]
    let sum = 0
    for (let index = 0; index < table.length; index += 4)
      for (let byte = 0; byte < 4; byte++) sum = (sum + (table[index + byte] ?? 0) * 2 ** (8 * (3 - byte))) % 2 ** 32
    text(name)
    all(u32, sum, at, table.length)
    at += Math.ceil(table.length / 4) * 4
  }
  for (const name of names) {
    for (const byte of tables[name]) u8(byte)
    while (bytes.length % 4 !== 0) u8(0)
  }
  return Uint8Array.from(bytes)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await main(async () => {
    const folder = join(root, lettersFolder)
    mkdirSync(folder, { recursive: true })
    const known = faces.map(({ name, family, label }) => {
      const fonts = ['latin', 'latin-ext'].map((subset) => subsetOf(family, subset))
      const { codes, bytes } = trueType(fonts, label)
      writeFileSync(join(folder, `${name}.ttf`), bytes)
      return new Set(codes)
    })
    // What every face can draw.
    const codes = [...known[0]].filter((code) => known.every((face) => face.has(code)))
    writeFileSync(join(folder, 'codes.json'), JSON.stringify(codes))
  })

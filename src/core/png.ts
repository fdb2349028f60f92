/** The table of CRC-32 (PNG specification, annex D). */
const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

/** CRC-32 of bytes as PNG uses it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const inch = 0.0254 // metres
const afterHeader = 33 // signature 8, IHDR 4 + 4 + 13 + 4

/**
 * A PNG that says how many dots an inch of it has: the chunk pHYs (PNG specification §11.3.4.3) behind its header, any
 * other one taken away. Throws on what is no PNG.
 */
export function withDensity(png: Uint8Array, dotsPerInch: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const isPng = png.length > afterHeader && view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a
  if (!isPng) throw new Error(`no PNG: ${png.length} bytes`)
  const chunk = new Uint8Array(21)
  const said = new DataView(chunk.buffer)
  said.setUint32(0, 9)
  chunk.set(
    [...'pHYs'].map((letter) => letter.charCodeAt(0)),
    4,
  )
  const perMetre = Math.round(dotsPerInch / inch)
  said.setUint32(8, perMetre)
  said.setUint32(12, perMetre)
  chunk[16] = 1 // the unit is the metre
  said.setUint32(17, crc32(chunk.subarray(4, 17)))
  const rest = withoutDensity(png.subarray(afterHeader))
  const marked = new Uint8Array(afterHeader + chunk.length + rest.length)
  marked.set(png.subarray(0, afterHeader))
  marked.set(chunk, afterHeader)
  marked.set(rest, afterHeader + chunk.length)
  return marked
}

function withoutDensity(chunks: Uint8Array): Uint8Array {
  const view = new DataView(chunks.buffer, chunks.byteOffset, chunks.byteLength)
  let at = 0
  while (at + 12 <= chunks.length) {
    const end = at + 12 + view.getUint32(at)
    if (String.fromCharCode(...chunks.subarray(at + 4, at + 8)) === 'pHYs') {
      const rest = new Uint8Array(chunks.length - (end - at))
      rest.set(chunks.subarray(0, at))
      rest.set(chunks.subarray(end), at)
      return rest
    }
    at = end
  }
  return chunks
}

/** Dots per inch of a PNG as its pHYs says, rounded; null when it says nothing. */
export function densityOf(png: Uint8Array): number | null {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  for (let at = 8; at + 12 <= png.length; at += 12 + view.getUint32(at)) {
    if (String.fromCharCode(...png.subarray(at + 4, at + 8)) !== 'pHYs') continue
    if (view.getUint32(at + 17) !== crc32(png.subarray(at + 4, at + 17)) || png[at + 16] !== 1) return null
    return Math.round(view.getUint32(at + 8) * inch)
  }
  return null
}

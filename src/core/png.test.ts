import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { crc32, densityOf, withDensity } from './png'

const letters = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(letters(type), 4)
  bytes.set(data, 8)
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)))
  return bytes
}

/** One black dot. */
function aPng(...more: Uint8Array[]): Uint8Array {
  const header = Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0)
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  const parts = [
    signature,
    chunk('IHDR', header),
    ...more,
    chunk('IDAT', deflateSync(Uint8Array.of(0, 0))),
    chunk('IEND', new Uint8Array()),
  ]
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

test('the sum of the specification: IEND is AE 42 60 82', () => {
  expect(crc32(letters('IEND')).toString(16)).toBe('ae426082')
})

test('300 dots an inch are written and read back, and the picture is as it was', () => {
  const plain = aPng()
  const marked = withDensity(plain, 300)
  expect(densityOf(plain)).toBeNull()
  expect(densityOf(marked)).toBe(300)
  expect(marked.length).toBe(plain.length + 21)
  expect(marked.subarray(54)).toEqual(plain.subarray(33))
})

test('what another density said is gone', () => {
  const marked = withDensity(withDensity(aPng(chunk('tEXt', letters('a\0b'))), 72), 300)
  expect(densityOf(marked)).toBe(300)
  expect(marked.length).toBe(aPng(chunk('tEXt', letters('a\0b'))).length + 21)
})

test('a density whose sum is wrong says nothing', () => {
  const marked = withDensity(aPng(), 300)
  marked[41] = 9
  expect(densityOf(marked)).toBeNull()
})

test('what is no PNG is refused', () => {
  expect(() => withDensity(letters('<svg xmlns="http://www.w3.org/2000/svg"/>'), 300)).toThrow('no PNG: 41 bytes')
})

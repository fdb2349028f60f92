import anyAscii from 'any-ascii'
import { z } from 'zod'

/** UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then random bits, so that ids sort by birth. */
export function newId(now = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  new DataView(bytes.buffer).setUint16(0, Math.floor(now / 2 ** 32))
  new DataView(bytes.buffer).setUint32(2, now % 2 ** 32)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export const idSchema = z.uuid({ error: 'unknown' })
export const isId = (text: string): boolean => idSchema.safeParse(text).success

/** Lower-case ASCII words joined by hyphens, at most 60 characters: `'Università di Modena'` → `'universita-di-modena'`. */
export function slugWords(label: string): string {
  const words = anyAscii(label.normalize('NFC'))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return words.length <= 60 ? words : words.slice(0, 61).replace(/-[^-]*$/, '')
}

// Crockford's base32 without letters that read like digits.
const base32 = '0123456789abcdefghjkmnpqrstvwxyz'

/** Characters that nobody can guess, five bits each. */
export const randomBase32 = (length: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => base32.charAt(byte & 31)).join('')

/** Slug of a record: words of its original label and five random base32 characters (9-decisions, Ids and slugs). */
export function newSlug(label: string): string {
  const random = randomBase32(5)
  const words = slugWords(label)
  return words === '' ? random : `${words}-${random}`
}

import anyAscii from 'any-ascii'
import { randomBase32 } from './random-text'

/** Lower-case ASCII words joined by hyphens, at most 60 characters: `'Università di Modena'` → `'universita-di-modena'`. */
export function slugWords(label: string): string {
  const words = anyAscii(label.normalize('NFC'))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return words.length <= 60 ? words : words.slice(0, 61).replace(/-[^-]*$/, '')
}

/** Slug of a record: words of its original label and five random base32 characters (9-decisions, Ids and slugs). */
export function newSlug(label: string): string {
  const random = randomBase32(5)
  const words = slugWords(label)
  return words === '' ? random : `${words}-${random}`
}

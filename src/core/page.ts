import { z } from 'zod'

/** Key-set page of a list: rows, the key of the next page (null at the end), and the exact number of rows. */
export type Page<Row> = { rows: Row[]; next: string | null; total: number }

/** Position after a row: the values it is sorted by, its id last. */
export type PageKey = readonly (string | number | null)[]

const keySchema = z
  .array(z.union([z.string().max(400), z.number(), z.null()]))
  .min(2)
  .max(4)

/** An opaque text for the URL. */
export const encodeKey = (key: PageKey): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(key))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** Reads what `encodeKey` wrote; null when it is not one of ours. */
export function decodeKey(text: string): PageKey | null {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
    return keySchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return null
  }
}

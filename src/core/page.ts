import { z } from 'zod'
import { edtfRange } from './edtf-date'
import { isId } from './id'

/** Key-set page of a list: rows, the key of the next page (null at the end), and the exact number of rows. */
export type Page<Row> = { rows: Row[]; next: string | null; total: number }

/** Position after a row: the values it is sorted by, its id last. */
export type PageKey = readonly (string | number | null)[]

const keySchema = z
  .array(
    z.union([
      z
        .string()
        .max(400)
        .refine((text) => !text.includes('\0')),
      z.number(),
      z.null(),
    ]),
  )
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

/** What stands at one place of a position. */
export type KeyPart = 'text' | 'count' | 'time' | 'id'

// As PostgreSQL writes days and instants; the infinities stand for "not known".
const time = /^((?!0000)\d{4}-\d\d-\d\d)( ([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?)?$/

/** An instant as a part of a position. */
export const timePart = (at: Date): string => at.toISOString().replace('T', ' ').replace('Z', '+00')

const isPart: Record<KeyPart, (value: PageKey[number]) => boolean> = {
  text: (value) => typeof value === 'string',
  count: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31,
  time: (value) =>
    typeof value === 'string' && (/^-?infinity$/.test(value) || edtfRange(time.exec(value)?.[1] ?? '') !== null),
  id: (value) => typeof value === 'string' && isId(value),
}

/**
 * Order and position of a list: as asked where they mean something in it, else its first order and its beginning.
 * `orders` says what a position is made of in each order. `ignored` names what means nothing here.
 */
export function placeIn<Sort extends string>(
  asked: { sort?: string | undefined; after?: PageKey | undefined },
  orders: Record<Sort, readonly KeyPart[]>,
  usual: NoInfer<Sort>,
): { sort: Sort; after: PageKey | null; ignored: ('sort' | 'after')[] } {
  const isSort = (text: string): text is Sort => Object.hasOwn(orders, text)
  const isStrange = asked.sort !== undefined && !isSort(asked.sort)
  const sort = asked.sort !== undefined && isSort(asked.sort) ? asked.sort : usual
  const { after } = asked
  const parts = orders[sort]
  const fits = after?.length === parts.length && parts.every((part, index) => isPart[part](after[index] ?? null))
  return {
    sort,
    after: after !== undefined && fits ? after : null,
    ignored: [...(isStrange ? (['sort'] as const) : []), ...(after === undefined || fits ? [] : (['after'] as const))],
  }
}

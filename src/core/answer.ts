// What a browser reads of an answer of our own doors, where zod would weigh more than what it reads: each returns the value
// as what it is, or throws.

const strange = (): never => {
  throw new Error('an answer in a shape that is not known here')
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

export const objectOf = (value: unknown): Record<string, unknown> => (isObject(value) ? value : strange())
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : strange())
export const numberOf = (value: unknown): number => (typeof value === 'number' ? value : strange())
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : strange())
export const orNull = <Read>(value: unknown, read: (value: unknown) => Read): Read | null =>
  value === null ? null : read(value)
/** One of a closed list. */
export const oneOf = <Word extends string>(words: readonly Word[], value: unknown): Word =>
  words.find((word) => word === value) ?? strange()

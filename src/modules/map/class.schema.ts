import { ckmeans } from 'simple-statistics'

/** A class of values: the least and the greatest in it, and how many values it holds. */
export type ValueClass = { from: number; to: number; count: number }

/**
 * Natural breaks: at most `most` classes with the least spread inside each (Ckmeans, Wang & Song 2011), from the lowest.
 * Equal values are in one class.
 */
export function classesOf(values: readonly number[], most: number): ValueClass[] {
  const kinds = new Set(values).size
  if (kinds === 0) return []
  return ckmeans(values, Math.min(most, kinds)).map((group) => ({
    from: group[0] ?? 0,
    to: group.at(-1) ?? 0,
    count: group.length,
  }))
}

/** Which class a value is in, from 0. */
export const classAt = (classes: readonly ValueClass[], value: number): number =>
  Math.max(
    0,
    classes.findIndex(({ to }) => value <= to),
  )

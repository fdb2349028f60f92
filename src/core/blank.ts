/** The object without its null and undefined entries: a column that is NULL is a field that is absent. */
export const withoutBlanks = (object: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== undefined))

/** An ISO day of a date column, `'2024-03-20'`. */
export const isoDay = (date: Date): string => date.toISOString().slice(0, 10)

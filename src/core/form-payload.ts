import type { FormFields, FormValue } from './form-fields'

/** Reads back form values that were stored as JSON; whatever is no form value is left out. */
function valueOf(stored: unknown): FormValue | undefined {
  if (typeof stored === 'string') return stored
  if (Array.isArray(stored)) return stored.map(valueOf).filter((value) => value !== undefined)
  return typeof stored === 'object' && stored !== null ? fieldsOfPayload(stored) : undefined
}

export const fieldsOfPayload = (stored: unknown): FormFields =>
  typeof stored !== 'object' || stored === null || Array.isArray(stored)
    ? {}
    : Object.fromEntries(
        Object.entries(stored).flatMap(([name, part]) => {
          const value = valueOf(part)
          return value === undefined ? [] : [[name, value]]
        }),
      )

import { z } from 'zod'
import type { FormFields, FormValue } from './form-fields'
import { groupAt, textAt } from './form-values'

/**
 * A text in several languages as a form sends it (`description.original`, `description.texts.it.value`,
 * `description.texts.it.machine`) → the shape of `localized`, or undefined when nothing was written. A language that was
 * left blank is no text; the original falls back to `language`, the one the record is written in.
 */
export function localizedOfForm(value: FormValue | undefined, language: string): unknown {
  if (value === undefined) return undefined
  if (typeof value === 'string' || Array.isArray(value)) return value
  const { original, texts, ...strange } = value
  const written = Object.entries(groupAt({ texts: texts ?? {} }, 'texts')).flatMap(
    ([code, text]): [string, object][] => {
      if (typeof text !== 'object' || Array.isArray(text) || text.value === undefined) return []
      const { machine, ...rest } = text
      return [[code, { ...rest, machine: machine === '1' }]]
    },
  )
  if (written.length === 0 && Object.keys(strange).length === 0) return undefined
  const said = typeof original === 'string' ? original : language
  // Written in one language only: that one is the original, whatever the list above it says.
  const only = written.length === 1 ? written[0]?.[0] : undefined
  return { ...strange, original: only ?? said, texts: Object.fromEntries(written) }
}

/** The control a problem of a `localized` belongs to: `['texts']` is the missing original. */
export function localizedField(name: string, rest: readonly string[], values: FormFields, language: string): string {
  if (rest[0] !== 'texts' || rest.length < 2)
    return `${name}.texts.${textAt(values, `${name}.original`) || language}.value`
  return `${name}.texts.${rest[1]}.value`
}

/** A problem found by zod, told at the control that holds the value. */
export const problemAt = (issue: z.core.$ZodIssue, field: string): z.core.$ZodRawIssue => ({
  ...issue,
  path: field.split('.'),
  input: undefined,
})

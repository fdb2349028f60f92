import type { FormFields } from '@/core/form-fields'
import { textAt } from '@/core/form-values'

/** Texts of several languages as one: the language's code before each when there is more than one. */
export function shownText(texts: FormFields): string {
  const written = Object.keys(texts).map((code) => ({ code, value: textAt(texts, `${code}.value`) }))
  const [only] = written
  return written.length === 1 ? (only?.value ?? '') : written.map(({ code, value }) => `${code}: ${value}`).join('\n')
}

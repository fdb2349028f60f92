import type { FormFields } from '@/core/form-fields'
import { textAt } from '@/core/form-values'

/** Texts of several languages as one: the language, by its name, before each when there is more than one. */
export function shownText(texts: FormFields, languageOf: (code: string) => string): string {
  const written = Object.keys(texts).map((code) => ({ code, value: textAt(texts, `${code}.value`) }))
  const [only] = written
  return written.length === 1
    ? (only?.value ?? '')
    : written.map(({ code, value }) => `${languageOf(code)}: ${value}`).join('\n')
}

import type { FormValue } from '@/core/form-fields'

/** All texts of a form value in order, codes replaced by their words where there are any. */
export function shownValue(value: FormValue | undefined, wordOf: (code: string) => string = (code) => code): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return wordOf(value)
  const parts = Array.isArray(value) ? value : Object.values(value)
  const texts = parts.map((part) => shownValue(part, wordOf)).filter((text) => text !== '')
  return texts.join(Array.isArray(value) ? '\n' : ', ')
}

import { type Locale, locales } from '@/core/localized'

export const langParams: ReadonlySet<string> = new Set(['lang'])

/** The language asked for, English unless told; null = none of ours, or asked twice. */
export function langIn(params: URLSearchParams): Locale | null {
  const [asked = 'en', ...more] = params.getAll('lang')
  return more.length > 0 ? null : (locales.find((one) => one === asked) ?? null)
}

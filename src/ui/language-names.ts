import type { Locale } from '@/core/localized'

/** The languages of the interface, each in its own words. */
export const languageNames: Record<Locale, string> = {
  en: 'English',
  it: 'Italiano',
  es: 'Español',
  sv: 'Svenska',
  pl: 'Polski',
}

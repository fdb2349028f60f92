import { defineRouting } from 'next-intl/routing'

/** The five languages; every address of a page begins with one. */
export const routing = defineRouting({
  locales: ['en', 'it', 'es', 'sv', 'pl'],
  defaultLocale: 'en',
  localePrefix: 'always',
  localeCookie: { name: 'NEXT_LOCALE', maxAge: 365 * 24 * 3600, sameSite: 'lax' },
})

export type Locale = (typeof routing.locales)[number]

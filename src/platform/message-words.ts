import { z } from 'zod'
import { type Locale, locales } from '@/core/localized'
import { loadMessages } from '@/i18n/messages'

const texts = z.record(z.string(), z.unknown())

/**
 * Words of one list of the messages, for what is written outside of a page: `('taxonomy', 'group', 'it')` tells the word
 * of a code, or the code when it has none. Plain words only, nothing to fill in.
 */
export async function messageWords(
  namespace: 'taxonomy',
  list: string,
  locale: 'en' | 'it' | 'es' | 'sv' | 'pl',
): Promise<(code: string) => string> {
  const words = texts.safeParse(texts.parse((await loadMessages(locale))[namespace])[list]).data ?? {}
  return (code) => (typeof words[code] === 'string' ? words[code] : code)
}

export type Label = { code: string; locale: Locale; label: string }

/** Labels of one closed list of taxonomy (`kind`, `type`, `theme`) in all five languages. */
export async function labelsOf(list: string): Promise<Label[]> {
  const found = await Promise.all(
    locales.map(async (locale) => {
      const words = texts.safeParse(texts.parse((await loadMessages(locale)).taxonomy)[list]).data ?? {}
      return Object.entries(words).flatMap(([code, label]) =>
        typeof label === 'string' ? [{ code, locale, label }] : [],
      )
    }),
  )
  return found.flat()
}

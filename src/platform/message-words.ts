import { z } from 'zod'
import { type Locale, locales } from '@/core/localized'
import { filled } from '@/i18n/filled'
import { loadMessages } from '@/i18n/messages'

const texts = z.record(z.string(), z.unknown())

/**
 * Words of one list of the taxonomy, for what is written outside of a page: `('group', 'it')` tells the word of a code, or
 * the code when it has none.
 */
export async function codeWords(list: string, locale: Locale): Promise<(code: string) => string> {
  const words = texts.safeParse(texts.parse((await loadMessages(locale)).taxonomy)[list]).data ?? {}
  return (code) => (typeof words[code] === 'string' ? words[code] : code)
}

type Label = { code: string; locale: Locale; label: string }

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

/** Texts of a namespace, filled in and without their tags, for what is written outside of a page. */
export async function plainWords(
  namespace: 'adoption' | 'filters' | 'groups' | 'map' | 'practices' | 'rounds' | 'ui',
  locale: Locale,
): Promise<(key: string, values?: Readonly<Record<string, string | number>>) => string> {
  const messages = texts.parse((await loadMessages(locale))[namespace])
  return (key, values = {}) => {
    const found = key.split('.').reduce<unknown>((part, name) => texts.safeParse(part).data?.[name], messages)
    if (typeof found !== 'string') return key
    return filled(locale, found.replace(/<\/?\w+>/g, ''), values)
  }
}

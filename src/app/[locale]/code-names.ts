import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import type { Locale } from '@/core/localized'
import { findCodeEntries } from '@/modules/taxonomy/code-entry.queries'
import { themes } from '@/modules/taxonomy/taxonomy.schema'

/** Once a request, however many parts of a page name codes of it. */
const entriesOf = cache(findCodeEntries)

type CodeName = { value: string; label: string; isRetired: boolean; isBuiltIn: boolean }

/** The themes of the product and those that administrators added, in the reader's language, by label. */
export async function themeNames(locale: Locale): Promise<CodeName[]> {
  const [t, entries] = await Promise.all([getTranslations('taxonomy'), entriesOf('theme')])
  const isRetired = (code: string) => entries.some((entry) => entry.code === code && entry.retiredAt !== null)
  const builtIn: readonly string[] = themes
  const added = entries.filter(({ code }) => !builtIn.includes(code))
  return [
    ...themes.map((value) => ({ value, label: t(`theme.${value}`), isRetired: isRetired(value), isBuiltIn: true })),
    ...added.map(({ code, label }) => ({
      value: code,
      label: label[locale] ?? code,
      isRetired: isRetired(code),
      isBuiltIn: false,
    })),
  ].sort((a, b) => a.label.localeCompare(b.label, locale))
}

/** Themes of a record in the reader's language. */
export async function themeWords(codes: readonly string[], locale: Locale): Promise<string[]> {
  if (codes.length === 0) return []
  const names = await themeNames(locale)
  return codes.map((code) => names.find(({ value }) => value === code)?.label ?? code)
}

/** The tags that forms propose. Any other word may be a tag, too. */
export async function tagNames(locale: Locale): Promise<CodeName[]> {
  return (await entriesOf('tag')).map(({ code, label, retiredAt }) => ({
    value: code,
    label: label[locale] ?? code,
    isRetired: retiredAt !== null,
    isBuiltIn: false,
  }))
}

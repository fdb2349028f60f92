import { locales } from './locales'

/**
 * Languages a text may be written in, as forms offer them: the interface's five first, then those of Europe, its
 * minorities and its partners. Schemas accept any ISO 639-1 code.
 */
export const contentLanguages: readonly string[] = [
  ...locales,
  ...(
    'af ar bg bs ca cs cy da de el et eu fa fi fr ga gd gl he hi hr hu hy id is ja ka ko lb lt lv mk mt nb nl nn pt ro ' +
    'ru se sk sl sq sr sw tr uk ur vi zh zu'
  )
    .split(' ')
    .sort(),
]

/** The name of a language in the reader's language: `('sv', 'it')` → `Svedese`. On the server only: browsers differ. */
export function languageName(code: string, locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

/**
 * The languages a text may be written in as a list of choices: those in `first`, which are the interface's unless told,
 * then the others in the order of the reader's alphabet.
 */
export function languageChoices(locale: string, first: readonly string[] = locales) {
  const named = (value: string) => ({ value, label: languageName(value, locale) })
  const others = contentLanguages.filter((code) => !first.includes(code)).map(named)
  return [...first.map(named), ...others.sort((a, b) => a.label.localeCompare(b.label, locale))]
}

/** A name of `languageName` inside a sentence, where only English keeps its capital: "Opis, język: polski". */
export function languageInSentence(name: string, locale: string): string {
  return locale === 'en' ? name : name.charAt(0).toLocaleLowerCase(locale) + name.slice(1)
}

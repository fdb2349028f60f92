import countries from 'i18n-iso-countries'
import { usualNames } from './country-name'
import { fold } from './fold'

const byName = new Map<string, string>()
for (const locale of ['en', 'it', 'es', 'sv', 'pl'])
  for (const [code, names] of Object.entries(countries.getNames(locale, { select: 'all' })))
    for (const name of names) byName.set(fold(name), code)
for (const names of Object.values(usualNames))
  for (const [code, name] of Object.entries(names)) byName.set(fold(name), code)

/** The code of a country named in one of the five languages, or null. */
export const countryByName = (name: string): string | null => byName.get(fold(name)) ?? null

/** Codes of the countries with this folded word (three letters or more) in a name, in any of the five languages. */
export const countriesNamed = (word: string): string[] =>
  word.length < 3 ? [] : [...new Set([...byName].flatMap(([name, code]) => (name.includes(word) ? [code] : [])))]

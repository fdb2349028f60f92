import countries from 'i18n-iso-countries'
import en from 'i18n-iso-countries/langs/en.json'
import es from 'i18n-iso-countries/langs/es.json'
import it from 'i18n-iso-countries/langs/it.json'
import pl from 'i18n-iso-countries/langs/pl.json'
import sv from 'i18n-iso-countries/langs/sv.json'
import { z } from 'zod'
import { fold } from './fold'

for (const language of [en, it, es, sv, pl]) countries.registerLocale(language)

/** ISO 3166-1 alpha-2. Kosovo (XK) is the library's user-assigned code. Message key: unknownCountry. */
export const countryCode = z
  .string()
  .refine((code) => countries.isValid(code) && code.length === 2, { error: 'unknownCountry' })

/** All country codes, sorted. */
export const countryCodes: readonly string[] = Object.keys(countries.getAlpha2Codes()).sort()

/** NUTS writes EL and UK where ISO 3166-1 writes GR and GB. */
const ofNuts: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' }

/** The ISO code of the country a NUTS code begins with. */
export const countryOfNuts = (code: string): string => ofNuts[code.slice(0, 2)] ?? code.slice(0, 2)

/** Two letters that a NUTS code may begin with. */
export const isNutsCountry = (letters: string): boolean =>
  countryCode.safeParse(countryOfNuts(letters)).success && !Object.values(ofNuts).includes(letters)

// Where the library's first name is the formal one or inverted, the short name people use.
const usual: Record<string, Record<string, string>> = {
  en: {
    CZ: 'Czechia',
    MD: 'Moldova',
    MK: 'North Macedonia',
    PS: 'Palestine',
    US: 'United States',
    KR: 'South Korea',
    RU: 'Russia',
    IR: 'Iran',
    SY: 'Syria',
    TZ: 'Tanzania',
    VN: 'Vietnam',
    CN: 'China',
    GM: 'Gambia',
  },
  it: { PS: 'Palestina', US: 'Stati Uniti' },
  sv: { PS: 'Palestina' },
}

/** The country's usual name in the reader's language. */
export const countryName = (code: string, locale: string): string =>
  usual[locale]?.[code] ??
  countries.getName(code, locale, { select: 'official' }) ??
  countries.getName(code, 'en') ??
  code

const byName = new Map<string, string>()
for (const locale of ['en', 'it', 'es', 'sv', 'pl'])
  for (const [code, names] of Object.entries(countries.getNames(locale, { select: 'all' })))
    for (const name of names) byName.set(fold(name), code)
for (const names of Object.values(usual)) for (const [code, name] of Object.entries(names)) byName.set(fold(name), code)

/** The code of a country named in one of the five languages, or null. */
export const countryByName = (name: string): string | null => byName.get(fold(name)) ?? null

/** Codes of the countries with this folded word (three letters or more) in a name, in any of the five languages. */
export const countriesNamed = (word: string): string[] =>
  word.length < 3 ? [] : [...new Set([...byName].flatMap(([name, code]) => (name.includes(word) ? [code] : [])))]

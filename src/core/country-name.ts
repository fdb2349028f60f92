import countries from 'i18n-iso-countries'
import en from 'i18n-iso-countries/langs/en.json'
import es from 'i18n-iso-countries/langs/es.json'
import it from 'i18n-iso-countries/langs/it.json'
import pl from 'i18n-iso-countries/langs/pl.json'
import sv from 'i18n-iso-countries/langs/sv.json'

for (const language of [en, it, es, sv, pl]) countries.registerLocale(language)

// Where the library's first name is the formal one or inverted, the short name people use.
export const usualNames: Record<string, Record<string, string>> = {
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
  usualNames[locale]?.[code] ??
  countries.getName(code, locale, { select: 'official' }) ??
  countries.getName(code, 'en') ??
  code

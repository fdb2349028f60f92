import countries from 'i18n-iso-countries'
import { z } from 'zod'

export { countryName } from './country-name'

/** ISO 3166-1 alpha-2. Kosovo (XK) is the library's user-assigned code. Message key: unknownCountry. */
export const countryCode = z
  .string()
  .refine((code) => countries.isValid(code) && code.length === 2, { error: 'unknownCountry' })

/** All country codes, sorted. */
export const countryCodes: readonly string[] = Object.keys(countries.getAlpha2Codes()).sort()

/** NUTS writes EL and UK where ISO 3166-1 writes GR and GB. */
const ofNuts: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' }

/** The ISO code of the country a NUTS code begins with. */
const countryOfNuts = (code: string): string => ofNuts[code.slice(0, 2)] ?? code.slice(0, 2)

/** Two letters that a NUTS code may begin with. */
export const isNutsCountry = (letters: string): boolean =>
  countryCode.safeParse(countryOfNuts(letters)).success && !Object.values(ofNuts).includes(letters)

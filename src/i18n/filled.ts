import compile from 'icu-minify/compile'
import format, { type CompiledMessage } from 'icu-minify/format'
import type { Locale } from './routing'

// One zone for everybody: mails and files are read elsewhere than where they are written.
const timeZone = 'Europe/Brussels'

const known = new Map<string, CompiledMessage>()
const formatters = {
  getDateTimeFormat: (locale: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
  getNumberFormat: (locale: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
  getPluralRules: (locale: string, options: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options),
}

/** A text of messages/ with its values, for what is written outside of a page. Throws when it asks for one that is not there. */
export function filled(locale: Locale, text: string, values: Readonly<Record<string, string | number>>): string {
  const message = known.get(text) ?? compile(text)
  known.set(text, message)
  const said = format<string>(message, locale, demanding(values), { formatters, timeZone })
  return Array.isArray(said) ? said.join('') : said
}

// What is built for production writes "undefined" for a value that is missing.
const demanding = (values: Readonly<Record<string, string | number>>): Record<string, string | number> =>
  new Proxy(values, {
    get: (all, name: string) => {
      const value = all[name]
      if (value === undefined) throw new Error(`no value for ${name}`)
      return value
    },
  })

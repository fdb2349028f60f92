type Exactness = 'year' | 'month' | 'day'

const options: Record<Exactness, Intl.DateTimeFormatOptions> = {
  year: { year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
}

/**
 * A date as exact as asked: 2026 · Oct 2026 · 14 October 2026, in the reader's language. `timeZone` is that of the
 * territory where a day ends there.
 */
export function dateText(locale: string, at: Date, exactness: Exactness, timeZone = 'UTC'): string {
  // Plain `en` is American: it would write October 14, 2026. Its short months are the ones we want, though.
  const tag = locale === 'en' && exactness === 'day' ? 'en-GB' : locale
  return new Intl.DateTimeFormat(tag, { ...options[exactness], timeZone }).format(at)
}

/** A date of a record (EDTF level 0): `1963` → 1963 · `1963-05` → May 1963 · `1963-05-21` → 21 May 1963. */
export function edtfText(locale: string, date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  if (year === undefined || month === undefined) return date
  return dateText(locale, new Date(Date.UTC(year, month - 1, day ?? 1)), day === undefined ? 'month' : 'day')
}

/** A moment with the zone it is told in: 24 Nov 2026, 11:23 CET. */
export const momentText = (locale: string, at: Date, timeZone = 'Europe/Brussels'): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
    ...{ timeZone, timeZoneName: 'short' },
  }).format(at)

/**
 * A time zone as people know it, never by its code: `short` at a moment (CET, GMT+3), `longGeneric` the whole year
 * round, as it stands inside a sentence (Central European Time, centraleuropeisk tid).
 */
export function zoneText(locale: string, at: Date, timeZone: string, style: 'short' | 'longGeneric'): string {
  const parts = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone, timeZoneName: style })
  const name = parts.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  const isSentence = style === 'longGeneric' && locale !== 'en'
  return isSentence ? name.charAt(0).toLocaleLowerCase(locale) + name.slice(1) : name
}

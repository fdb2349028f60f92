import type { Locale } from '@/core/localized'
import type { ResultWords } from '@/modules/rounds/result-words.schema'
import { plainWords } from '@/platform/message-words'

/** The words of files of results, in a language; days are those of a time zone. */
export async function resultWords(locale: Locale, timeZone: string): Promise<ResultWords> {
  const { format } = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  return { locale, timeZone, number: format, t: await plainWords('rounds', locale), now: new Date() }
}

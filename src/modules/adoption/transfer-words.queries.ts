import type { Locale } from '@/core/localized'
import type { TransferWords } from '@/modules/adoption/transfer-paper.schema'
import { plainWords } from '@/platform/message-words'

/** The words of papers about transfers, in a language; `url` is the address of the site. */
export const transferWords = async (locale: Locale, url: string): Promise<TransferWords> => ({
  ...{ locale, t: await plainWords('adoption', locale) },
  addressOf: (path) => `${url}/${locale}${path}`,
})

import { z } from 'zod'
import { type Locale, locales } from '@/core/localized'
import { loadMessages } from '@/i18n/messages'

export type Label = { code: string; locale: Locale; label: string }

const lists = z.record(z.string(), z.unknown())
const labels = z.record(z.string(), z.string())

/** Labels of one closed list (`kind`, `type`, `theme` of messages `taxonomy`) in all five languages. */
export async function labelsOf(list: string): Promise<Label[]> {
  const found = await Promise.all(
    locales.map(async (locale) => {
      const words = labels.parse(lists.parse((await loadMessages(locale)).taxonomy)[list])
      return Object.entries(words).map(([code, label]) => ({ code, locale, label }))
    }),
  )
  return found.flat()
}

import { useLocale, useTranslations } from 'next-intl'
import { edtfText } from '@/core/date-text'

/** The day or days of a workshop in words, which a title and a place may stand beside. */
export function useDays(): (workshop: { on: string; until: string | null }) => string {
  const t = useTranslations('adoption.entry')
  const locale = useLocale()
  return ({ on, until }) =>
    until === null ? edtfText(locale, on) : t('days', { from: edtfText(locale, on), until: edtfText(locale, until) })
}

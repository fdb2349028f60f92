import { useLocale, useTranslations } from 'next-intl'
import { edtfText } from '@/core/date-text'

/** When a practice began and ended, or that it goes on, in words; `''` when nothing is known. */
export function usePeriod() {
  const t = useTranslations('practices.period')
  const locale = useLocale()
  return ({ started, ended, ongoing }: { started: string | null; ended: string | null; ongoing: boolean }): string => {
    const [from, to] = [started && edtfText(locale, started), ended && edtfText(locale, ended)]
    if (from !== null && to !== null) return t('fromTo', { from, to })
    if (from !== null) return t(ongoing ? 'fromOngoing' : 'from', { from })
    if (to !== null) return t('to', { to })
    return ongoing ? t('ongoing') : ''
  }
}

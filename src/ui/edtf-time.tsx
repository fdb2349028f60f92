import { useLocale } from 'next-intl'
import { edtfText } from '@/core/date-text'

/** A date of a record, as exact as it is known. */
export function EdtfTime({ date }: { date: string }) {
  return <time dateTime={date}>{edtfText(useLocale(), date)}</time>
}

import { useFormatter } from 'next-intl'
import { edtfText } from './edtf-text'

/** A date of a record, as exact as it is known. */
export function EdtfTime({ date }: { date: string }) {
  const format = useFormatter()
  return <time dateTime={date}>{edtfText(format, date)}</time>
}

import { useLocale } from 'next-intl'
import { dateText } from '@/core/date-text'

/** A day: 14 October 2026. `timeZone` is that of the territory when the day ends there. */
export function DayTime({ at, timeZone = 'UTC' }: { at: Date; timeZone?: string }) {
  return <time dateTime={at.toISOString()}>{dateText(useLocale(), at, 'day', timeZone)}</time>
}

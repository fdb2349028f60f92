import { AppError } from '@/core/app-error'
import { dateText, zoneText } from '@/core/date-text'
import { endOfDay } from '@/core/zoned-time'

const longest = 366 * 86_400_000

/** 24:00 of the day a round closes. Throws `invalid` for a day that is over there, or more than a year away. */
export function closingOf(closesOn: string, timeZone: string): Date {
  const now = new Date()
  const refuse = (message: string) => new AppError('invalid', 'invalid', {}, [{ field: 'closesOn', message }])
  const closesAt = endOfDay(closesOn, timeZone)
  if (closesAt <= now) throw refuse('closesInPast')
  if (closesAt.getTime() > now.getTime() + longest) throw refuse('closesTooLate')
  return closesAt
}

/** When a round closes, as people say it: `10 December 2026, 24:00 CET`. */
export function closingText(locale: string, closesAt: Date, timeZone: string): string {
  const last = new Date(closesAt.getTime() - 1)
  return `${dateText(locale, last, 'day', timeZone)}, 24:00 ${zoneText(locale, last, timeZone, 'short')}`
}

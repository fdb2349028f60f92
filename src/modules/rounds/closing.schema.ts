import { AppError } from '@/core/app-error'
import { dateText } from '@/core/date-text'
import { endOfDay } from '@/core/zoned-time'

const longest = 366 * 86_400_000

/** 24:00 of the day a round closes. Throws `invalid` for a day that is over there, or more than a year away. */
export function closingOf(closesOn: string, timeZone: string, now = new Date()): Date {
  const refuse = (message: string) => new AppError('invalid', 'invalid', {}, [{ field: 'closesOn', message }])
  const closesAt = endOfDay(closesOn, timeZone)
  if (closesAt <= now) throw refuse('closesInPast')
  if (closesAt.getTime() > now.getTime() + longest) throw refuse('closesTooLate')
  return closesAt
}

/** When a round closes, as people say it: `10 December 2026, 24:00 (Europe/Rome)`. */
export function closingText(locale: string, closesAt: Date, timeZone: string): string {
  const day = dateText(locale, new Date(closesAt.getTime() - 1), 'day', timeZone)
  return `${day}, 24:00 (${timeZone.replaceAll('_', ' ')})`
}

// A day and an hour somewhere, and the moment they mean. Intl knows the rules of the zones.

type Wall = { day: string; time: string }

/** What calendar and clock show in a time zone: `{ day: '2026-11-26', time: '18:30' }`. */
export function wallOf(at: Date, timeZone: string): Wall {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  return {
    day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}

/** The day it is somewhere at a moment, `'2026-11-26'`. */
export const dayIn = (timeZone: string, at: Date): string => wallOf(at, timeZone).day

/**
 * The moment at which a calendar and a clock in this zone show these; null for an hour that the clock leaps over. Of an
 * hour that comes twice, the first.
 */
export function momentOf({ day, time }: Wall, timeZone: string): Date | null {
  const asUtc = (wall: Wall) => Date.parse(`${wall.day}T${wall.time}:00Z`)
  const wanted = asUtc({ day, time })
  const offsets = [-1, 1].map((days) => {
    const near = wanted + days * 86_400_000
    return asUtc(wallOf(new Date(near), timeZone)) - near
  })
  const found = offsets
    .map((offset) => wanted - offset)
    .filter((at) => asUtc(wallOf(new Date(at), timeZone)) === wanted)
  return found.length === 0 ? null : new Date(Math.min(...found))
}

/** The day after, `'2026-11-27'`. */
const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** 24:00 of a day in a zone (9-decisions, Time). Where the clock leaps over midnight, the first hour after it. */
export function endOfDay(day: string, timeZone: string): Date {
  const first = ['00:00', '00:30', '01:00'].map((time) => momentOf({ day: nextDay(day), time }, timeZone))
  return first.find((at) => at !== null) ?? new Date(Date.parse(`${nextDay(day)}T00:00:00Z`))
}

/** The day that ends at a moment: of 24:00 the day before. */
export const dayEndingAt = (timeZone: string, end: Date): string => dayIn(timeZone, new Date(end.getTime() - 1))

import { useFormatter } from 'next-intl'

/** A day: 14 October 2026. `timeZone` is that of the territory when the day ends there. */
export function DayTime({ at, timeZone = 'UTC' }: { at: Date; timeZone?: string }) {
  const format = useFormatter()
  return (
    <time dateTime={at.toISOString()}>
      {format.dateTime(at, { day: 'numeric', month: 'long', year: 'numeric', timeZone })}
    </time>
  )
}

import type { useFormatter } from 'next-intl'

type Format = ReturnType<typeof useFormatter>

/** `1963` → 1963 · `1963-05` → May 1963 · `1963-05-21` → 21 May 1963, in the reader's language. */
export function edtfText(format: Format, date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  if (year === undefined || month === undefined) return date
  const at = new Date(Date.UTC(year, month - 1, day ?? 1))
  return format.dateTime(at, {
    ...(day !== undefined && { day: 'numeric' }),
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
}

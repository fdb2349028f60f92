import { z } from 'zod'

const levelZero = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
/** 9-decisions, Time: dates run from the year 1000 to twenty years from now. */
const earliestYear = 1000
const latestYear = (): number => new Date().getUTCFullYear() + 20

const pad = (number: number, width = 2) => String(number).padStart(width, '0')
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/**
 * Reads an EDTF level 0 date (ISO 8601-2:2019 §4; the forms `1963`, `1963-05`, `1963-05-21`).
 * Returns its earliest and latest day as ISO dates, or null when it is no such date.
 */
export function edtfRange(text: string): { earliest: string; latest: string } | null {
  const [, y, m, d] = levelZero.exec(text) ?? []
  if (y === undefined) return null
  const year = Number(y)
  const month = m === undefined ? null : Number(m)
  const day = d === undefined ? null : Number(d)
  if (month !== null && (month < 1 || month > 12)) return null
  if (month !== null && day !== null && (day < 1 || day > daysIn(year, month))) return null
  const last = month ?? 12
  return {
    earliest: `${pad(year, 4)}-${pad(month ?? 1)}-${pad(day ?? 1)}`,
    latest: `${pad(year, 4)}-${pad(last)}-${pad(day ?? daysIn(year, last))}`,
  }
}

const asTables = [
  { form: /^(?<d>\d{1,2})\D(?<m>\d{1,2})\D(?<y>\d{4})$/ },
  { form: /^(?<m>\d{1,2})\D(?<y>\d{4})$/ },
  { form: /^(?<y>\d{4})\D(?<m>\d{1,2})(?:\D(?<d>\d{1,2}))?$/ },
]

/**
 * The date that was perhaps meant by one written as in tables and letters: `21.5.1982`, `05/1982`, `1982/5`. The day
 * comes first, as in Europe, unless only the other order gives a date. Null when nothing is near.
 */
export function likelyDate(text: string): string | null {
  const found = asTables.map(({ form }) => form.exec(text.trim())?.groups).find((groups) => groups !== undefined)
  if (found === undefined) return null
  const { y = '', m = '', d } = found
  const orders =
    d === undefined
      ? [[m]]
      : [
          [m, d],
          [d, m],
        ]
  const guesses = orders.map((rest) => [y, ...rest.map((part) => part.padStart(2, '0'))].join('-'))
  return guesses.find((guess) => edtfRange(guess) !== null) ?? null
}

/**
 * A date of a record: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Message keys: badDate, badDateGuess { guess },
 * yearRange { min, max }.
 */
export const edtfDate = z
  .string()
  .trim()
  .superRefine((text, context) => {
    if (edtfRange(text) !== null) return
    const guess = likelyDate(text)
    const problem = guess === null ? { message: 'badDate' } : { message: 'badDateGuess', params: { guess } }
    context.addIssue({ code: 'custom', continue: false, ...problem })
  })
  .refine((text) => Number(text.slice(0, 4)) >= earliestYear && Number(text.slice(0, 4)) <= latestYear(), {
    error: 'yearRange',
    params: { min: earliestYear, max: latestYear() },
  })

/** Is `end` certainly before `start`? Compared earliest to latest, so that 1982-05 … 1982 is no fault. */
export function endsBefore(start: string, end: string): boolean {
  const from = edtfRange(start)
  const to = edtfRange(end)
  return from !== null && to !== null && to.latest < from.earliest
}

/** Why an end cannot stand before the start; with the year that was perhaps meant, a century later (1922 → 2022). */
export function beforeStart(start: string, end: string): [message: string, values: Record<string, string>] {
  const guess = String(Number(end.slice(0, 4)) + 100) + end.slice(4)
  const isLikely = !endsBefore(start, guess) && Number(guess.slice(0, 4)) <= latestYear()
  return isLikely ? ['endBeforeStartGuess', { start, guess }] : ['endBeforeStart', { start }]
}

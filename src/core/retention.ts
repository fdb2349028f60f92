import { z } from 'zod'

const period = (usual: number, min: number, max: number) =>
  z
    .number()
    .int()
    .refine((value) => value >= min && value <= max, { error: 'numberRange', params: { min, max } })
    .default(usual)

/**
 * How long what is about people is kept; the setting `retention`. Each value is counted from the end of its use, and the
 * page about privacy says them as they stand.
 */
export const retentionSchema = z.strictObject({
  /** What the form of a contact person proposes, and the longest it may say. */
  personMonths: period(24, 1, 60),
  personMaxMonths: period(36, 1, 60),
  /** The sender's address of a suggestion, after the decision; a confirmation that never came counts as one. */
  suggestionMonths: period(12, 1, 36),
  /** A data-subject request after its answer: long enough to prove that it was answered. */
  requestMonths: period(36, 6, 60),
  /** Mails after they were sent. */
  mailDays: period(30, 1, 365),
  /** Links of mails after they ended. */
  tokenDays: period(30, 1, 90),
  /** Sessions after they ended. */
  sessionDays: period(30, 1, 90),
})
export type Retention = z.output<typeof retentionSchema>

/** The last day a contact person entered today may be kept, as the number of months says. */
export function dayAfterMonths(from: Date, months: number): string {
  const day = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1))
  const lastOfMonth = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()
  day.setUTCDate(Math.min(from.getUTCDate(), lastOfMonth))
  return day.toISOString().slice(0, 10)
}

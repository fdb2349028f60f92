import { z } from 'zod'
import { limitsSchema } from '@/core/limit-settings'
import { numeric, whole } from '@/core/number'
import { retentionSchema } from '@/core/retention'
import { emailAddress, line, paragraphs, webAddress } from '@/core/text'

/** Rounds of questions to holders; the names are those of `careSettings` (curation). */
const careFormSchema = z.strictObject({
  months: whole(1, 60).default(12),
  batch: whole(1, 500).default(50),
  automatic: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
  remindDays: whole(1, 90).default(14),
  silentDays: whole(1, 180).default(30),
})

const numbers = z.record(z.string(), z.union([numeric, z.undefined()], { error: 'badNumber' })).default({})

/** The form of the settings. A blank number is the usual one. */
export const settingsSchema = z.strictObject({
  legalNotice: paragraphs(2000).optional(),
  contact: line(200)
    .pipe(z.union([emailAddress, webAddress], { error: 'badContact' }))
    .optional(),
  care: careFormSchema.prefault({}),
  retention: numbers.pipe(
    retentionSchema.refine(({ personMonths, personMaxMonths }) => personMonths <= personMaxMonths, {
      error: 'usualAboveMost',
      path: ['personMonths'],
    }),
  ),
  limits: numbers.pipe(limitsSchema),
})
export type SettingsInput = z.output<typeof settingsSchema>

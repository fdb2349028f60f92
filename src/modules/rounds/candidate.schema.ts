import { z } from 'zod'
import { idSchema } from '@/core/id'
import { locales } from '@/core/localized'
import type { Locale } from '@/core/localized'
import type { PracticeChoice } from '@/modules/rounds/choices.schema'
import { most } from '@/modules/rounds/round.schema'

/** Practices of one answer: what a screen holds. What is not among them is found by words. */
export const mostCandidates = 40

/** What the form of a round asks for: words that practices carry, or those that were chosen before. */
export const candidatesAskedSchema = z.strictObject({
  q: z.string().max(200).default(''),
  id: z
    .array(idSchema)
    .max(most.practices)
    .nullish()
    .transform((ids) => ids ?? null),
  lang: z.enum(locales),
})

export type CandidatesAsked = { q?: string; ids?: readonly string[] | null; locale: Locale }
export type Candidates = { rows: PracticeChoice[]; left: number }

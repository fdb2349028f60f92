import { z } from 'zod'
import type { PracticeSummary } from '@/modules/practices/practice.schema'
import { actorKind } from '@/modules/taxonomy/taxonomy.schema'

/** What two practices share: codes of themes and sectors, a kind of actor in charge, words. */
export const sharedSchema = z.object({
  themes: z.array(z.string()),
  sectors: z.array(z.string()),
  kind: actorKind.nullable(),
  words: z.array(z.string()),
})
/** A practice like another, and what the two share. */
export type SimilarPractice = { practice: PracticeSummary; shared: z.output<typeof sharedSchema> }

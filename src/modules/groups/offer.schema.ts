import { z } from 'zod'
import { idSchema } from '@/core/id'

export const offerSchema = z.strictObject({
  practiceId: idSchema,
  groupId: z.uuid({ error: 'choose' }),
})
export type OfferAt = z.output<typeof offerSchema>

/** A group of another territory as a coordinator elsewhere may know it: by name only where its own chose to show it. */
export type OtherGroup = { groupId: string; territory: string; name: string | null }

/** What a practice was offered to, first offered first, and what it may still be offered to. */
export type Offers = { made: readonly (OtherGroup & { offeredAt: Date })[]; choices: readonly OtherGroup[] }

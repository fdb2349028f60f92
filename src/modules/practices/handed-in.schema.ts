import { z } from 'zod'
import { idSchema } from '@/core/id'
import { shownText } from '@/modules/practices/practice.schema'

/** A practice that waits for the judgement of a group, or that its members alone read beside those who keep it. */
export const handedInSchema = z.object({
  id: idSchema,
  slug: z.string(),
  title: shownText,
  summary: shownText.nullable(),
  /** Who curates it, in the reader's language; null = the commons. */
  territory: z.string().nullable(),
  /** When it was offered to the group; null = it is of the group's own territory. */
  offeredAt: z.date().nullable(),
})
export type HandedIn = z.output<typeof handedInSchema>

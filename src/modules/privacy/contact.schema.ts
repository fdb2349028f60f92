import { z } from 'zod'
import { personEntrySchema } from '@/modules/persons/person.schema'

/** A contact person with the actor it stands with; territories by their slug. */
export const contactSchema = personEntrySchema.extend({
  actor: z.object({ name: z.string(), slug: z.string(), territory: z.string().nullable() }),
})
export type Contact = z.output<typeof contactSchema>

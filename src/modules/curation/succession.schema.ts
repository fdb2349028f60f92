import { z } from 'zod'
import { idSchema } from '@/core/id'

/** Relations of a body that its successor carries on. */
export const takeOverSchema = z.strictObject({
  actorId: idSchema,
  relations: z.array(idSchema, { error: 'choose' }).min(1, { error: 'choose' }).max(500),
})
export type TakeOver = z.output<typeof takeOverSchema>

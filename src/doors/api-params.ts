import { z } from 'zod'
import { locales } from '@/core/localized'
import { whole } from '@/core/number'

/** What a list takes beside the filters. */
export const listParams = z.object({
  limit: whole(1, 1000).default(50),
  lang: z.enum(locales).default('en'),
  fields: z
    .string()
    .regex(/^[A-Za-z]+(,[A-Za-z]+)*$/)
    .transform((names) => new Set(names.split(',')))
    .optional(),
})

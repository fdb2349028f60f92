import { z } from 'zod'
import { idSchema } from '@/core/id'
import { line } from '@/core/text'
import { apiScopes, apiKeyDays } from '@/modules/accounts/choices.schema'

export { apiScopes, apiKeyDays } from '@/modules/accounts/choices.schema'

/** What makes a key: for which territory, what for, for how long. */
export const newApiKeySchema = z.strictObject({
  territoryId: idSchema,
  name: line(80),
  scope: z.enum(apiScopes, { error: 'choose' }),
  days: z.enum(apiKeyDays, { error: 'choose' }).transform(Number),
})
export type NewApiKey = z.output<typeof newApiKeySchema>

export const apiKeyIdSchema = z.strictObject({ id: idSchema })

/** `orphaned`: whoever made it may make it no longer, so it opens nothing. */
const apiKeyStates = ['live', 'expired', 'revoked', 'orphaned'] as const

/** A row of the list; the key itself can be read only once. */
export const apiKeyRowSchema = z.object({
  id: idSchema,
  name: z.string(),
  prefix: z.string(),
  scope: z.enum(apiScopes),
  state: z.enum(apiKeyStates),
  territory: z.string(),
  maker: z.string().nullable(),
  createdAt: z.date(),
  lastUsedAt: z.date().nullable(),
  expiresAt: z.date().nullable(),
})
export type ApiKeyRow = z.output<typeof apiKeyRowSchema>

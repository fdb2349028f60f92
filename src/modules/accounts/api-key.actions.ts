'use server'

import { redirect } from 'next/navigation'
import { createApiKey, revokeApiKey } from '@/modules/accounts/api-key.commands'
import { apiKeyIdSchema, newApiKeySchema } from '@/modules/accounts/api-key.schema'
import { formAction } from '@/platform/form-action'

/** The answer holds the key: the only time that it can be read. */
export const createApiKeyHere = formAction(newApiKeySchema, async (key, { viewer }) => ({
  token: await createApiKey(viewer, key),
  name: key.name,
}))

export const revokeApiKeyHere = formAction(apiKeyIdSchema, async ({ id }, { viewer, locale }) => {
  await revokeApiKey(viewer, id)
  redirect(`/${locale}/desk/api-keys?done=revoked`)
})

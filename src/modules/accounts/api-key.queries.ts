import { createHash } from 'node:crypto'
import { z } from 'zod'
import { requireThat } from '@/core/app-error'
import { inLanguage, localized } from '@/core/localized'
import { type Viewer, viewerOf } from '@/core/viewer'
import { canKeepApiKeys, canKeepSomeApiKeys } from '@/modules/accounts/api-key.policy'
import { type ApiKeyRow, apiKeyRowSchema, apiScopes } from '@/modules/accounts/api-key.schema'
import * as sql from '@/modules/accounts/api-key.sql'
import { db } from '@/platform/db'

const territoryName = localized(200)
const listed = z.object({ ...apiKeyRowSchema.shape, territory: territoryName })

/** Keys of the territories whose coordinator the viewer is, all of them for an administrator. */
export async function findApiKeys(viewer: Viewer | null, locale: string): Promise<ApiKeyRow[]> {
  requireThat(canKeepSomeApiKeys(viewer) && viewer !== null, viewer)
  const territoryIds = viewer.isAdmin ? null : viewer.territoryIds.filter((id) => canKeepApiKeys(viewer, id))
  const rows = await db.$queryRaw<unknown[]>(sql.listKeys(territoryIds))
  return rows.map((row) => {
    const { territory, ...key } = listed.parse(row)
    return { ...key, territory: inLanguage(territory, locale).value }
  })
}

/** Only this is stored of a key: 192 random bits need no slow hash. */
export const hashOfKey = (token: string): string => createHash('sha256').update(token).digest('base64url')

const live = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.enum(apiScopes),
  territoryId: z.string(),
  userId: z.string(),
  isUnseen: z.boolean(),
})

type KeyBearer = { viewer: Viewer; isUnseen: boolean }

/**
 * Who writes with this key: an editor of its territory in the name of its maker, or with a read key nobody who may do
 * anything. Null for a key that is unknown, revoked, expired, or whose maker may make it no longer.
 */
export async function findKeyBearer(token: string, isEmbedded: boolean): Promise<KeyBearer | null> {
  const [found] = z.array(live).parse(await db.$queryRaw<unknown[]>(sql.liveKey(hashOfKey(token), isEmbedded)))
  if (found === undefined) return null
  const editor = { role: 'editor', territoryId: found.territoryId, groupId: null } as const
  const memberships = found.scope === 'write' ? [editor] : []
  return {
    viewer: viewerOf({ userId: found.userId, name: found.name, apiKeyId: found.id, memberships }),
    isUnseen: found.isUnseen,
  }
}

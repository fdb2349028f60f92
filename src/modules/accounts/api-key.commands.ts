import { randomBytes } from 'node:crypto'
import { AppError, requireThat } from '@/core/app-error'
import { newId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { canKeepApiKeys } from '@/modules/accounts/api-key.policy'
import { findKeyBearer, hashOfKey } from '@/modules/accounts/api-key.queries'
import type { NewApiKey } from '@/modules/accounts/api-key.schema'
import { db } from '@/platform/db'
import { environment } from '@/platform/env'

/** The beginning says what it is wherever it is found, to people and to scanners for lost secrets. */
const shape = /^atlas_[\w-]{32}$/
const shown = 'atlas_'.length + 6

/** Makes a key and returns it: the only time that it can be read. Throws `forbidden`, `not-found`. */
export async function createApiKey(viewer: Viewer | null, { days, ...key }: NewApiKey): Promise<string> {
  requireThat(canKeepApiKeys(viewer, key.territoryId) && viewer !== null, viewer)
  const token = `atlas_${randomBytes(24).toString('base64url')}`
  const id = newId()
  await db.$transaction(async (tx) => {
    const territory = await tx.territory.findUnique({ where: { id: key.territoryId }, select: { id: true } })
    if (territory === null) throw new AppError('not-found', 'notFound')
    await tx.apiKey.create({
      data: {
        ...{ ...key, id, hash: hashOfKey(token), prefix: token.slice(0, shown) },
        createdById: viewer.userId,
        expiresAt: new Date(Date.now() + days * 86_400_000),
      },
    })
    await tx.auditEntry.create({ data: auditOf('create-api-key', viewer, id, key.territoryId) })
  })
  return token
}

/** Makes a key worthless from the next request on; once is enough. Throws `not-found` for what the viewer may not see. */
export async function revokeApiKey(viewer: Viewer | null, id: string): Promise<void> {
  requireThat(viewer !== null, viewer)
  const key = await db.apiKey.findUnique({ where: { id }, select: { territoryId: true } })
  if (key === null || !canKeepApiKeys(viewer, key.territoryId)) throw new AppError('not-found', 'notFound')
  await db.$transaction(async (tx) => {
    const { count } = await tx.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } })
    if (count > 0) await tx.auditEntry.create({ data: auditOf('revoke-api-key', viewer, id, key.territoryId) })
  })
}

const auditOf = (action: string, viewer: Viewer, recordId: string, territoryId: string) => ({
  ...{ action, recordId, territoryId },
  userId: viewer.userId,
  fields: [],
})

/** Who sends this key; notes its use, at most once a minute. Null for one that opens nothing. */
export async function admitApiKey(token: string): Promise<Viewer | null> {
  if (!shape.test(token)) return null
  const bearer = await findKeyBearer(token, environment().EMBEDDED_DATABASE)
  if (bearer === null) return null
  const { viewer, isUnseen } = bearer
  if (isUnseen) await db.$executeRaw`UPDATE api_key SET last_used_at = now() WHERE id = ${viewer.apiKeyId}::uuid`
  return viewer
}

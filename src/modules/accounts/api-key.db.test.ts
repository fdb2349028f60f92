import { beforeAll, expect, test } from 'vitest'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import type { Viewer } from '@/core/viewer'
import { admitApiKey, createApiKey, revokeApiKey } from '@/modules/accounts/api-key.commands'
import { findApiKeys } from '@/modules/accounts/api-key.queries'
import { newApiKeySchema } from '@/modules/accounts/api-key.schema'
import { db } from '@/platform/db'

let own: string
let other: string
let coordinator: Viewer

beforeAll(async () => {
  own = (await givenTerritory({ slug: 'keyland', name: 'Keyland' })).id
  other = (await givenTerritory({ slug: 'elsewhere', name: 'Elsewhere' })).id
  coordinator = await givenViewer('coordinator', { territoryId: own })
})

const aKey = (scope: 'read' | 'write' = 'write', territoryId = own) =>
  newApiKeySchema.parse({ territoryId, scope, name: 'Register of firms', days: '90' })

test('a write key is an editor of its territory and nothing else, a read key a visitor', async () => {
  const writer = await admitApiKey(await createApiKey(coordinator, aKey()))
  expect(writer?.can('editor', own)).toBe(true)
  expect(writer?.can('coordinator', own)).toBe(false)
  expect(writer?.can('editor', other)).toBe(false)
  expect(writer).toMatchObject({ isPartner: false, isAdmin: false, userId: coordinator.userId })
  const reader = await admitApiKey(await createApiKey(coordinator, aKey('read')))
  expect(reader?.can('editor', own)).toBe(false)
  expect(reader?.isPartner).toBe(false)
})

test('a key is stored as a hash and shown by its beginning', async () => {
  const token = await createApiKey(coordinator, aKey())
  expect(token).toMatch(/^atlas_[\w-]{32}$/)
  expect(await admitApiKey(token)).not.toBeNull()
  const stored = JSON.stringify(await db.apiKey.findMany())
  expect(stored).not.toContain(token)
  const [row] = await findApiKeys(coordinator, 'en')
  expect(row).toMatchObject({
    prefix: token.slice(0, 12),
    state: 'live',
    territory: 'Keyland',
    name: 'Register of firms',
  })
  expect(row?.lastUsedAt).toBeInstanceOf(Date)
})

test('what is made up, cut, revoked or expired opens nothing', async () => {
  const token = await createApiKey(coordinator, aKey())
  for (const wrong of ['', 'atlas_', token.slice(0, -1), `${token}x`, token.toUpperCase(), `atlas_${'A'.repeat(32)}`])
    expect(await admitApiKey(wrong), wrong).toBeNull()
  const expired = await createApiKey(coordinator, aKey())
  await db.apiKey.updateMany({ where: { prefix: expired.slice(0, 12) }, data: { expiresAt: new Date(0) } })
  expect(await admitApiKey(expired)).toBeNull()
  const [{ id } = { id: '' }] = await db.apiKey.findMany({ where: { prefix: token.slice(0, 12) } })
  await revokeApiKey(coordinator, id)
  await revokeApiKey(coordinator, id)
  expect(await admitApiKey(token)).toBeNull()
  expect(await db.auditEntry.count({ where: { recordId: id, action: 'revoke-api-key' } })).toBe(1)
})

test('a right taken from its maker is taken from the key at once', async () => {
  const maker = await givenViewer('coordinator', { territoryId: own })
  const token = await createApiKey(maker, aKey())
  await db.user.update({ where: { id: maker.userId }, data: { disabledAt: new Date() } })
  expect(await admitApiKey(token)).toBeNull()
  await db.user.update({ where: { id: maker.userId }, data: { disabledAt: null } })
  expect(await admitApiKey(token)).not.toBeNull()
  await db.membership.updateMany({ where: { userId: maker.userId }, data: { role: 'editor' } })
  expect(await admitApiKey(token)).toBeNull()
  expect((await findApiKeys(coordinator, 'en')).find(({ prefix }) => token.startsWith(prefix))?.state).toBe('orphaned')
})

test('keys are made, seen and revoked by the coordinator of their territory and by administrators', async () => {
  const editor = await givenViewer('editor', { territoryId: own })
  const stranger = await givenViewer('coordinator', { territoryId: other })
  const admin = await givenViewer('admin')
  for (const viewer of [editor, stranger])
    await expect(createApiKey(viewer, aKey())).rejects.toMatchObject({ code: 'forbidden' })
  await expect(createApiKey(null, aKey())).rejects.toMatchObject({ code: 'unauthenticated' })
  const token = await createApiKey(admin, aKey())
  const { id } = await db.apiKey.findFirstOrThrow({ where: { prefix: token.slice(0, 12) } })
  for (const viewer of [editor, stranger])
    await expect(revokeApiKey(viewer, id)).rejects.toMatchObject({ code: 'not-found' })
  await expect(revokeApiKey(null, id)).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(findApiKeys(editor, 'en')).rejects.toMatchObject({ code: 'forbidden' })
  expect((await findApiKeys(stranger, 'en')).some((key) => key.id === id)).toBe(false)
  const byKey = await admitApiKey(token)
  await expect(createApiKey(byKey, aKey())).rejects.toMatchObject({ code: 'forbidden' })
  await revokeApiKey(coordinator, id)
  expect(await admitApiKey(token)).toBeNull()
})

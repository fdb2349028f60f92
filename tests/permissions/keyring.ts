// How each knocker is recognised: a cookie of a session that really stands in the database.
import { newId } from '@/core/id'
import type { Membership } from '@/core/viewer'
import { createApiKey } from '@/modules/accounts/api-key.commands'
import { newApiKeySchema } from '@/modules/accounts/api-key.schema'
import { db } from '@/platform/db'
import { sealSession } from '@/platform/session-cookie'
import { givenViewer } from '@tests/builders/viewer'
import type { Knocker } from './door'
import type { World } from './world'

/** Four ways to be nobody any more, one after the other. */
const ends = ['signed out', 'disabled', 'all sessions ended', 'too old'] as const
type End = (typeof ends)[number]
let ended = 0
const nextEnd = () => ends[ended++ % ends.length]

async function sessionOf(membership: Membership, end?: End): Promise<Record<string, string>> {
  const userId = newId()
  const sessionId = newId()
  await db.user.create({
    data: {
      id: userId,
      email: `${userId}@example.eu`,
      name: `A ${membership.role}`,
      // Outside the demonstration nobody coordinates without a second factor.
      totpConfirmedAt: new Date(),
      totpSecret: 'never used',
      sessionVersion: end === 'all sessions ended' ? 2 : 1,
      disabledAt: end === 'disabled' ? new Date() : null,
      memberships: { create: { id: newId(), ...membership } },
    },
  })
  const expiresAt = new Date(Date.now() + (end === 'too old' ? -1 : 3_600_000))
  await db.session.create({
    data: { id: sessionId, userId, sessionVersion: 1, expiresAt, endedAt: end === 'signed out' ? new Date() : null },
  })
  return { cookie: `atlas.session=${await sealSession(sessionId)}` }
}

/** A key of the own territory, made by somebody who may. */
async function keyOf(scope: 'read' | 'write', territoryId: string): Promise<Record<string, string>> {
  const maker = await givenViewer('coordinator', { territoryId })
  const token = await createApiKey(maker, newApiKeySchema.parse({ territoryId, scope, name: 'A key', days: '30' }))
  return { authorization: `Bearer ${token}` }
}

/** What somebody of this letter shows at a door: each time somebody new, for some doors end sessions or accounts. */
export async function forgeKey(who: Knocker, { territoryOf, groupId }: World): Promise<Record<string, string>> {
  const inOwn = { territoryId: territoryOf.own?.id ?? null, groupId: null }
  switch (who) {
    case '0':
      return {}
    case 'X':
      return sessionOf({ role: 'coordinator', ...inOwn }, nextEnd())
    case 'R':
      return sessionOf({ role: 'reviewer', territoryId: null, groupId })
    case 'E':
      return sessionOf({ role: 'editor', ...inOwn })
    case 'C':
      return sessionOf({ role: 'coordinator', ...inOwn })
    case 'A':
      return sessionOf({ role: 'admin', territoryId: null, groupId: null })
    case 'K':
      return keyOf('read', inOwn.territoryId ?? '')
    case 'W':
      return keyOf('write', inOwn.territoryId ?? '')
  }
}

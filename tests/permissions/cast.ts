import { newId } from '@/core/id'
import { inOriginal } from '@/core/localized'
import { systemViewer, type Membership, type Viewer } from '@/core/viewer'
import { createUser } from '@/modules/accounts/account.commands'
import { newUserSchema } from '@/modules/accounts/account.schema'
import { endSession } from '@/modules/accounts/session.commands'
import { db } from '@/platform/db'
import { findLiveSession } from '@/platform/session-life'
import { givenSession } from '@tests/builders/session'
import type { Place, Role } from './matrix'

export type Stage = { viewers: Record<Role, Viewer | null>; territoryOf: Record<Place, string | null> }

const password = 'a password of the permission tests'

async function newTerritory(name: string): Promise<string> {
  const id = newId()
  const words = { name: inOriginal('it', name), foldedName: name.toLowerCase(), timeZone: 'Europe/Rome' }
  await db.territory.create({
    data: { id, slug: name.toLowerCase(), level: 'province', country: 'IT', languages: ['it'], ...words },
  })
  return id
}

/** Signs in for real: whoever acts in the matrix is what the database says of a session. */
async function actAs(memberships: readonly Membership[]): Promise<{ viewer: Viewer; sessionId: string }> {
  const email = `${newId()}@example.eu`
  await createUser(systemViewer, newUserSchema.parse({ email, name: 'Somebody', password, memberships }))
  const sessionId = await givenSession({ email, password })
  // Roles that need two-factor count once it is set up (tests of its own room go through that).
  await db.user.update({ where: { email }, data: { totpConfirmedAt: new Date() } })
  const session = await findLiveSession(sessionId)
  if (session === null) throw new Error('the session that was just opened is not alive')
  return { viewer: session.viewer, sessionId }
}

/** Two territories and one person per role of the first. */
export async function setStage(): Promise<Stage> {
  const own = await newTerritory('Ownland')
  const other = await newTerritory('Otherland')
  const groupId = newId()
  await db.group.create({ data: { id: groupId, slug: 'gruppo', territoryId: own, name: inOriginal('it', 'Gruppo') } })
  const ofTerritory = (role: 'editor' | 'coordinator') => [{ role, territoryId: own, groupId: null }] as const
  const ended = await actAs(ofTerritory('coordinator'))
  await endSession(ended.viewer, ended.sessionId)
  return {
    viewers: {
      visitor: null,
      ended: (await findLiveSession(ended.sessionId))?.viewer ?? null,
      reviewer: (await actAs([{ role: 'reviewer', territoryId: null, groupId }])).viewer,
      editor: (await actAs(ofTerritory('editor'))).viewer,
      coordinator: (await actAs(ofTerritory('coordinator'))).viewer,
      admin: (await actAs([{ role: 'admin', territoryId: null, groupId: null }])).viewer,
    },
    territoryOf: { own, other, commons: null },
  }
}

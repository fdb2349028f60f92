import { newId } from '@/core/id'
import { type Membership, type Viewer, viewerOf } from '@/core/viewer'
import { db } from '@/platform/db'

/** Stores a user with one role and returns it as a viewer. */
export async function givenViewer(
  role: Membership['role'],
  scope: { territoryId?: string; groupId?: string } = {},
): Promise<Viewer> {
  const userId = newId()
  const membership = { role, territoryId: scope.territoryId ?? null, groupId: scope.groupId ?? null }
  await db.user.create({
    data: {
      id: userId,
      email: `${userId}@example.org`,
      name: `A ${role}`,
      memberships: { create: { id: newId(), ...membership } },
    },
  })
  return viewerOf({ userId, name: `A ${role}`, memberships: [membership] })
}

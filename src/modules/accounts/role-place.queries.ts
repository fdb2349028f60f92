import { inLanguage, localized } from '@/core/localized'
import type { Membership, Viewer } from '@/core/viewer'
import { canInvite } from '@/modules/accounts/account.policy'
import { choiceOfRole } from '@/modules/accounts/invitation.schema'
import { db } from '@/platform/db'

const name = localized(200)
const nameIn = (value: unknown, locale: string) => inLanguage(name.parse(value), locale).value

export const placeSelect = {
  territory: { select: { id: true, name: true } },
  group: { select: { id: true, name: true, territoryId: true } },
} as const

/** The name of the territory or group a role is for; null for administrators. */
export const placeName = (
  scope: { territory: { name: unknown } | null; group: { name: unknown } | null },
  locale: string,
): string | null => {
  const named = scope.territory ?? scope.group
  return named === null ? null : nameIn(named.name, locale)
}

/** A role that may be given: its value in a form, the role, and the place it is for. */
type GrantableRole = { value: string; role: Membership['role']; place: string | null; territory: string | null }

const choice = (membership: Membership, place: string | null, territory: string | null): GrantableRole => ({
  value: choiceOfRole(membership),
  role: membership.role,
  place,
  territory,
})

/** Every role the viewer may give, territory by territory in the order of their names, administration first. */
export async function findGrantableRoles(viewer: Viewer, locale: string): Promise<GrantableRole[]> {
  const territories = await db.territory.findMany({
    where: viewer.isAdmin ? {} : { id: { in: [...viewer.territoryIds] } },
    select: {
      id: true,
      name: true,
      groups: { where: { archivedAt: null }, select: { id: true, name: true }, orderBy: { slug: 'asc' } },
    },
    orderBy: [{ foldedName: 'asc' }, { id: 'asc' }],
  })
  const inTerritories = territories.flatMap(({ id: territoryId, name: words, groups }) => {
    const territory = nameIn(words, locale)
    const mayGive = (role: Membership['role']) => canInvite(viewer, { role, territoryId })
    return [
      ...(['editor', 'coordinator'] as const)
        .filter(mayGive)
        .map((role) => choice({ role, territoryId, groupId: null }, territory, territory)),
      ...(mayGive('reviewer') ? groups : []).map((group) =>
        choice({ role: 'reviewer', territoryId: null, groupId: group.id }, nameIn(group.name, locale), territory),
      ),
    ]
  })
  const admin = choice({ role: 'admin', territoryId: null, groupId: null }, null, null)
  return [...(canInvite(viewer, { role: 'admin', territoryId: null }) ? [admin] : []), ...inTerritories]
}

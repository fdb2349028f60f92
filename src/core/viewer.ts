/** A role somebody holds: reviewer of a group, editor or coordinator of a territory, admin of everything. */
export type Membership = {
  role: 'reviewer' | 'editor' | 'coordinator' | 'admin'
  territoryId: string | null
  groupId: string | null
}

/** Whoever is using the site. `null` stands for a visitor everywhere. */
export type Viewer = {
  userId: string
  name: string
  organisationId: string | null
  isAdmin: boolean
  /** The key a program writes with, in the name of whoever made it; null for people. */
  apiKeyId: string | null
  /** May the viewer read what is shown to partners only? Whoever holds a role; a program reads as a visitor. */
  isPartner: boolean
  memberships: readonly Membership[]
  /** Territories where the viewer is editor or coordinator. Admins are not listed: ask `can`. */
  territoryIds: readonly string[]
  /** May the viewer act as editor or coordinator of this territory? null = the commons, curated by admins only. */
  can: (role: 'editor' | 'coordinator', territoryId: string | null) => boolean
}

/** Builds the viewer from what the database says of the user right now. */
export function viewerOf(user: {
  userId: string
  name: string
  organisationId?: string | null
  apiKeyId?: string
  memberships: readonly Membership[]
}): Viewer {
  const isAdmin = user.memberships.some((membership) => membership.role === 'admin')
  const rolesFor = (role: 'editor' | 'coordinator') => (role === 'editor' ? ['editor', 'coordinator'] : ['coordinator'])
  return {
    userId: user.userId,
    name: user.name,
    organisationId: user.organisationId ?? null,
    isAdmin,
    apiKeyId: user.apiKeyId ?? null,
    isPartner: user.memberships.length > 0 && user.apiKeyId === undefined,
    memberships: user.memberships,
    territoryIds: [
      ...new Set(
        user.memberships.flatMap((membership) =>
          rolesFor('editor').includes(membership.role) && membership.territoryId !== null
            ? [membership.territoryId]
            : [],
        ),
      ),
    ],
    can: (role, territoryId) =>
      isAdmin ||
      (territoryId !== null &&
        user.memberships.some(
          (membership) => membership.territoryId === territoryId && rolesFor(role).includes(membership.role),
        )),
  }
}

/** In whose name a terminal acts (imports, demonstration data); its row is made by the first migration. */
export const systemUserId = '00000000-0000-7000-8000-000000000001'
export const systemViewer: Viewer = viewerOf({
  userId: systemUserId,
  name: 'System',
  memberships: [{ role: 'admin', territoryId: null, groupId: null }],
})

import type { Membership, Viewer } from '@/core/viewer'

type Account = { userId: string; memberships: readonly Membership[] }

/** 5-permissions, users: a coordinator answers for editors of the own territory, an administrator for everybody. */
const answersFor = (viewer: Viewer, memberships: readonly Membership[]): boolean =>
  viewer.isAdmin ||
  (memberships.length > 0 &&
    memberships.every(({ role, territoryId }) => role === 'editor' && viewer.can('coordinator', territoryId)))

/** Make or invite somebody with these roles. */
export const canCreateUser = (viewer: Viewer | null, user: Pick<Account, 'memberships'>): boolean =>
  viewer !== null && answersFor(viewer, user.memberships)

export const canEndSession = (viewer: Viewer | null, session: { userId: string }): boolean =>
  viewer !== null && viewer.userId === session.userId

/** End every session of an account: one's own, or that of somebody one answers for. */
export const canEndAllSessions = (viewer: Viewer | null, account: Account): boolean =>
  viewer !== null && (viewer.userId === account.userId || answersFor(viewer, account.memberships))

/** Make somebody an administrator: administrators only, and the terminal of the server. */
export const canGrantAdministration = (viewer: Viewer | null): boolean => viewer !== null && viewer.isAdmin

import type { Membership, Viewer } from '@/core/viewer'

/** A role and the territory it is held in: a reviewer's is that of the group; null for administrators. */
export type Held = { role: Membership['role']; territoryId: string | null }
/** What a policy asks of an account. */
export type Account = { userId: string; memberships: readonly Held[] }

/** 5-permissions, users: a coordinator answers for editors and reviewers of the own territory, an administrator for all. */
const answersFor = (viewer: Viewer, { role, territoryId }: Held): boolean =>
  viewer.isAdmin || ((role === 'editor' || role === 'reviewer') && viewer.can('coordinator', territoryId))

const answersForAll = (viewer: Viewer, memberships: readonly Held[]): boolean =>
  viewer.isAdmin || (memberships.length > 0 && memberships.every((held) => answersFor(viewer, held)))

/** See users and invitations at all. */
export const canSeeUsers = (viewer: Viewer | null): viewer is Viewer =>
  viewer !== null && (viewer.isAdmin || viewer.memberships.some(({ role }) => role === 'coordinator'))

/** Find this account among the users: one of its roles is one the viewer answers for. */
export const canSeeUser = (viewer: Viewer | null, { memberships }: Account): boolean =>
  viewer !== null && (viewer.isAdmin || memberships.some((held) => answersFor(viewer, held)))

/** Make somebody with these roles. */
export const canCreateUser = (viewer: Viewer | null, user: Pick<Account, 'memberships'>): boolean =>
  viewer !== null && answersForAll(viewer, user.memberships)

/** Invite somebody to a role; renew or revoke such an invitation. */
export const canInvite = (viewer: Viewer | null, held: Held): boolean => viewer !== null && answersFor(viewer, held)

/** Give or take a role. Nobody changes their own (5-permissions). */
export const canChangeRole = (viewer: Viewer | null, account: { userId: string }, held: Held): boolean =>
  viewer !== null && viewer.userId !== account.userId && answersFor(viewer, held)

/** Disable, enable or start a reset, of somebody else whose every role one answers for. */
export const canLookAfter = (viewer: Viewer | null, account: Account): boolean =>
  viewer !== null && viewer.userId !== account.userId && answersForAll(viewer, account.memberships)

export const canEndSession = (viewer: Viewer | null, session: { userId: string }): boolean =>
  viewer !== null && viewer.userId === session.userId

/** End every session of an account: one's own, or that of somebody one answers for. */
export const canEndAllSessions = (viewer: Viewer | null, account: Account): boolean =>
  viewer !== null && (viewer.userId === account.userId || canLookAfter(viewer, account))

/** Make somebody an administrator: administrators only, and the terminal of the server. */
export const canGrantAdministration = (viewer: Viewer | null): boolean => viewer !== null && viewer.isAdmin

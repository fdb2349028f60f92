import type { Membership, Viewer } from '@/core/viewer'

/** After the first proof, is a second one asked for? */
export const needsSecondFactor = (user: { totpConfirmedAt: Date | null }): boolean => user.totpConfirmedAt !== null

/** 6-quality, Security values: obligatory for coordinators and administrators, but not in the demonstration. */
export const mustHaveSecondFactor = (account: { demo: boolean; memberships: readonly Pick<Membership, 'role'>[] }) =>
  !account.demo && account.memberships.some(({ role }) => role === 'coordinator' || role === 'admin')

/** 5-permissions, own account: whoever has one reads, changes, exports and deletes it, and no other. */
export const canKeepOwnAccount = (viewer: Viewer | null): viewer is Viewer => viewer !== null

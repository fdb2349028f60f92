import type { Membership } from '@/core/viewer'

/**
 * Whom a mailed link lets in by itself: a reviewer and nothing more. Whoever may change something of a territory shows
 * a password, and their second factor (9-decisions, Mailed links).
 */
export const canEnterByLink = (account: {
  totpConfirmedAt: Date | null
  memberships: readonly Pick<Membership, 'role'>[]
}): boolean =>
  account.totpConfirmedAt === null &&
  account.memberships.length > 0 &&
  account.memberships.every(({ role }) => role === 'reviewer')

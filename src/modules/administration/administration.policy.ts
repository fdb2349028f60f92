import type { Viewer } from '@/core/viewer'

const isAdmin = (viewer: Viewer | null): viewer is Viewer => viewer?.isAdmin === true

/** Mails hold addresses of people of every territory. */
export const canReadOutbox = isAdmin
export const canSendAgain = isAdmin

/** Without a mail server somebody must hand the invitation over; any other link is for its address alone. */
export const canCopyLink = (viewer: Viewer | null, mail: { isInvitation: boolean; isWaiting: boolean }): boolean =>
  isAdmin(viewer) && mail.isInvitation && mail.isWaiting

export const canChangeSettings = isAdmin

/** Everybody who is signed in reads what they did themselves; more than that is in `auditScope`. */
export const canReadAudit = (viewer: Viewer | null): viewer is Viewer =>
  viewer !== null && viewer.memberships.length > 0

/** Whose entries: `all`, those of these territories and one's own, or one's own. */
export const auditScope = (viewer: Viewer): 'all' | { territoryIds: string[] } =>
  viewer.isAdmin
    ? 'all'
    : { territoryIds: viewer.territoryIds.filter((territoryId) => viewer.can('coordinator', territoryId)) }

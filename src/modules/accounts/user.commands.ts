import { AppError, requireThat } from '@/core/app-error'
import { newId } from '@/core/id'
import type { Membership, Viewer } from '@/core/viewer'
import { canChangeRole, canLookAfter, canSeeUser } from '@/modules/accounts/account.policy'
import { findHeld, getAccount, getAccountFor } from '@/modules/accounts/account.queries'
import { linkKinds, purposeOf } from '@/modules/accounts/account.schema'
import { isLastAdmin } from '@/modules/accounts/own-account.queries'
import { endSessionsOf } from '@/modules/accounts/session.commands'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { revokeTokens } from '@/platform/mailed-token'

const audit = (tx: Transaction, viewer: Viewer | null, action: string, recordId: string, territoryId?: string | null) =>
  tx.auditEntry.create({
    data: { userId: viewer?.userId ?? null, action, recordId, territoryId: territoryId ?? null, fields: [] },
  })

/** Gives a role to somebody the viewer answers for; it counts from their next request. Throws `forbidden`, `not-found`. */
export async function giveRole(viewer: Viewer | null, userId: string, as: Membership): Promise<void> {
  const account = await getAccountFor(viewer, userId)
  const [held = { role: as.role, territoryId: null }] = await findHeld([as])
  requireThat(canChangeRole(viewer, account, held), viewer)
  await db.$transaction(async (tx) => {
    const { count } = await tx.membership.createMany({ data: [{ id: newId(), userId, ...as }], skipDuplicates: true })
    if (count === 0) throw new AppError('invalid', 'hasRole', {}, [{ field: 'as', message: 'hasRole' }])
    await audit(tx, viewer, `give-${as.role}`, userId, held.territoryId)
  })
}

/**
 * Takes a role from somebody else, from their next request on; returns whether the viewer still answers for them. Throws
 * `forbidden`, `not-found`; also for the last admin.
 */
export async function takeRole(viewer: Viewer | null, userId: string, membershipId: string): Promise<boolean> {
  const account = await getAccountFor(viewer, userId)
  const membership = await db.membership.findFirst({ where: { id: membershipId, userId } })
  if (membership === null) throw new AppError('not-found', 'notFound')
  const [held = { role: membership.role, territoryId: null }] = await findHeld([membership])
  requireThat(canChangeRole(viewer, account, held), viewer)
  await db.$transaction(async (tx) => {
    if (membership.role === 'admin') await keepAnAdmin(tx, userId)
    await tx.membership.deleteMany({ where: { id: membershipId } })
    // The seat in a group goes with the right to sit there.
    if (membership.groupId !== null) await tx.groupMember.deleteMany({ where: { userId, groupId: membership.groupId } })
    await audit(tx, viewer, `take-${membership.role}`, userId, held.territoryId)
  })
  return canSeeUser(viewer, await getAccount(userId))
}

/**
 * Throws `forbidden` when nobody but this user is an administrator who can sign in. One asks after the other: of two
 * administrators who would remove each other at once, one stays.
 */
export async function keepAnAdmin(tx: Transaction, userId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('administrators'))`
  if (await isLastAdmin(userId, tx)) throw new AppError('forbidden', 'lastAdmin')
}

/** Closes an account, with its sessions and the links mailed to it. Throws `forbidden`, `not-found`; also for the last admin. */
export async function disableUser(viewer: Viewer | null, userId: string): Promise<void> {
  const account = await getAccountFor(viewer, userId)
  requireThat(canLookAfter(viewer, account), viewer)
  await db.$transaction(async (tx) => {
    await keepAnAdmin(tx, userId)
    const { email } = await tx.user.update({ where: { id: userId }, data: { disabledAt: new Date() } })
    await endSessionsOf(tx, userId)
    for (const kind of linkKinds) await revokeTokens(tx, purposeOf(kind), email)
    await audit(tx, viewer, 'disable-user', userId, account.memberships[0]?.territoryId)
  })
}

/** Opens a closed account again; whoever it belongs to signs in anew. */
export async function enableUser(viewer: Viewer | null, userId: string): Promise<void> {
  const account = await getAccountFor(viewer, userId)
  requireThat(canLookAfter(viewer, account), viewer)
  await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { disabledAt: null } })
    await audit(tx, viewer, 'enable-user', userId, account.memberships[0]?.territoryId)
  })
}

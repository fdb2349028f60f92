import { AppError, requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { canEraseUser } from '@/modules/privacy/data-request.policy'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { eraseTraces, rememberErased } from '@/platform/erasure'

/**
 * Erases an account with sessions, drafts and notices; records stay, in the name of nobody, and the log keeps the id.
 * Throws `forbidden`, `not-found`, `invalid` for the last administrator.
 */
export async function eraseUser(viewer: Viewer | null, userId: string): Promise<void> {
  requireThat(canEraseUser(viewer, userId), viewer)
  await db.$transaction((tx) => eraseAccount(tx, { userId, byId: viewer.userId }), { maxWait: 10_000, timeout: 60_000 })
}

/** The deed itself, also for whoever erases their own account. */
export async function eraseAccount(tx: Transaction, { userId, byId }: { userId: string; byId: string }): Promise<void> {
  const user = await tx.user.findUnique({ where: { id: userId }, include: { memberships: true } })
  requireThat(user?.system !== true)
  if (user === null) throw new AppError('not-found', 'notFound')
  const isAdmin = user.memberships.some(({ role }) => role === 'admin')
  if (
    isAdmin &&
    (await tx.membership.count({ where: { role: 'admin', user: { system: false, disabledAt: null } } })) < 2
  )
    throw new AppError('invalid', 'lastAdmin')
  await tx.user.delete({ where: { id: userId } })
  const isPerson = (await tx.person.count({ where: { email: { equals: user.email, mode: 'insensitive' } } })) > 0
  await eraseTraces(tx, {
    emails: isPerson ? [] : [user.email],
    names: user.name.includes(' ') ? [user.name] : [],
    local: [],
    records: [],
  })
  await rememberErased(tx, [{ kind: 'user', value: userId }])
  await tx.auditEntry.create({ data: { userId: byId, action: 'erase-user', recordId: userId, fields: [] } })
}

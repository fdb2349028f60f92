import { deviceOf } from '@/core/device'
import type { Viewer } from '@/core/viewer'
import { type OwnAccount, type OwnSession, profileSchema } from '@/modules/accounts/own-account.schema'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'

/** The viewer's own account. */
export async function getOwnAccount(viewer: Viewer): Promise<OwnAccount> {
  const user = await db.user.findUniqueOrThrow({ where: { id: viewer.userId } })
  const { name, locale, digest } = user
  return {
    ...profileSchema.parse({ name, locale, digest }),
    email: user.email,
    hasPassword: user.passwordHash !== null,
    isDemo: user.demo,
    isLastAdmin: await isLastAdmin(viewer.userId),
    proof: user.totpConfirmedAt !== null ? 'code' : user.passwordHash !== null ? 'password' : 'email',
  }
}

/** Is there no other administrator who can sign in? */
export async function isLastAdmin(userId: string, asked: Transaction = db): Promise<boolean> {
  const admins = await asked.user.findMany({
    where: { disabledAt: null, system: false, memberships: { some: { role: 'admin' } } },
    select: { id: true },
    take: 2,
  })
  return admins.length === 1 && admins[0]?.id === userId
}

/** Where the viewer is signed in, this session first, then the last used. */
export async function findOwnSessions(viewer: Viewer, currentId: string): Promise<OwnSession[]> {
  const user = await db.user.findUniqueOrThrow({ where: { id: viewer.userId }, select: { sessionVersion: true } })
  const sessions = await db.session.findMany({
    where: {
      userId: viewer.userId,
      sessionVersion: user.sessionVersion,
      endedAt: null,
      expiresAt: { gt: new Date() },
      seenAt: { gt: new Date(Date.now() - 60 * 60_000) },
    },
    orderBy: { seenAt: 'desc' },
    take: 100,
  })
  return sessions
    .map(({ id, device, createdAt, seenAt }) => ({
      ...{ id, device: deviceOf(device), openedAt: createdAt, seenAt },
      isCurrent: id === currentId,
    }))
    .sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent))
}

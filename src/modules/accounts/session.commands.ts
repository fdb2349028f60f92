import { createHash, randomBytes } from 'node:crypto'
import { AppError, requireThat } from '@/core/app-error'
import { newId } from '@/core/id'
import type { Opening, Visit } from '@/core/opening'
import type { Viewer } from '@/core/viewer'
import { canEndAllSessions, canEndSession } from '@/modules/accounts/account.policy'
import { getAccountFor } from '@/modules/accounts/account.queries'
import { needsSecondFactor } from '@/modules/accounts/second-factor.policy'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { environment } from '@/platform/env'
import { sealSecondStep } from '@/platform/second-step'
import { sessionLife } from '@/platform/session-cookie'

/** May this account sign in at all? Demonstration accounts, whose passwords are printed, live on the embedded database. */
export const isUsable = (user: { disabledAt: Date | null; system: boolean; demo: boolean }): boolean =>
  user.disabledAt === null && !user.system && (!user.demo || environment().EMBEDDED_DATABASE)

/**
 * Lets in whoever has just proven to be this user: the one way into the house, whatever the proof was. Opens a session
 * and remembers the browser, or asks for the second proof first. Throws `unauthenticated` for an account that may not
 * sign in.
 */
export async function openSession(
  userId: string,
  visit: Visit,
  { hasSecondProof = false }: { hasSecondProof?: boolean } = {},
): Promise<Opening> {
  const user = await db.user.findUnique({ where: { id: userId } })
  if (user === null || !isUsable(user)) throw new AppError('unauthenticated', 'badSignIn')
  const { sessionVersion } = user
  if (!hasSecondProof && needsSecondFactor(user))
    return { secondStep: await sealSecondStep({ userId, sessionVersion }) }
  const sessionId = newId()
  const expiresAt = new Date(Date.now() + sessionLife.absoluteSeconds * 1000)
  await db.session.create({
    data: { id: sessionId, userId, sessionVersion, expiresAt, device: visit.agent?.slice(0, 300) ?? null },
  })
  return { sessionId, device: await rememberDevice(userId, visit.device) }
}

const deviceHash = (device: string, userId: string) =>
  createHash('sha256').update(`${device} ${userId}`).digest('base64url')

/** Remembers that this account signed in from this browser; returns what the browser is known by. */
async function rememberDevice(userId: string, present: string | null): Promise<string> {
  const device = present ?? randomBytes(16).toString('base64url')
  const hash = deviceHash(device, userId)
  const seenAt = new Date()
  await db.knownDevice.upsert({ where: { hash }, create: { id: newId(), userId, hash }, update: { seenAt } })
  return device
}

/** Did this account sign in from this browser before? Then failures from elsewhere do not close the door to it. */
export async function isKnownDevice(userId: string, device: string | null): Promise<boolean> {
  if (device === null) return false
  return (await db.knownDevice.count({ where: { hash: deviceHash(device, userId) } })) > 0
}

/** Signs out: this session is over from the next request on. */
export async function endSession(viewer: Viewer | null, sessionId: string): Promise<void> {
  const session = await db.session.findUnique({ where: { id: sessionId }, select: { userId: true } })
  if (session === null) throw new AppError('not-found', 'notFound')
  requireThat(canEndSession(viewer, session), viewer)
  await db.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: new Date() } })
}

/** Ends every session of an account, on every device, also those being opened at this moment. */
export async function endAllSessions(viewer: Viewer | null, userId: string): Promise<void> {
  requireThat(canEndAllSessions(viewer, await getAccountFor(viewer, userId)), viewer)
  await db.$transaction(async (tx) => {
    await endSessionsOf(tx, userId)
    await tx.auditEntry.create({
      data: { userId: viewer?.userId ?? null, action: 'end-all-sessions', recordId: userId, fields: [] },
    })
  })
}

/**
 * The same in the transaction of a deed that asked already; `keptId` is the session it is done in. The address at which a
 * calendar reads ends with them: whoever sat at another session could have made or copied it (decision 050).
 */
export async function endSessionsOf(tx: Transaction, userId: string, keptId?: string): Promise<void> {
  const { sessionVersion } = await tx.user.update({
    where: { id: userId },
    data: { sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  })
  const open = { userId, endedAt: null }
  await tx.session.updateMany({
    where: { ...open, ...(keptId !== undefined && { id: { not: keptId } }) },
    data: { endedAt: new Date() },
  })
  await tx.session.updateMany({ where: open, data: { sessionVersion } })
  const { count } = await tx.calendarFeed.deleteMany({ where: { userId } })
  if (count > 0)
    await tx.auditEntry.create({ data: { userId, action: 'stop-calendar-address', recordId: userId, fields: [] } })
}

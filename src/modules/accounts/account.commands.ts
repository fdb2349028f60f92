import { AppError, requireThat } from '@/core/app-error'
import { isGuessable } from '@/core/guessable'
import { newId } from '@/core/id'
import { networkOf } from '@/core/network'
import type { Viewer } from '@/core/viewer'
import { canCreateUser, canEndAllSessions, canEndSession } from '@/modules/accounts/account.policy'
import { getAccount } from '@/modules/accounts/account.queries'
import type { NewUser, SignIn } from '@/modules/accounts/account.schema'
import { db } from '@/platform/db'
import { environment } from '@/platform/env'
import { giveBack, takeFrom } from '@/platform/limits'
import { hashPassword, isPassword } from '@/platform/password'
import { sessionLife } from '@/platform/session-cookie'

/**
 * Opens a session for whoever knows the password; returns its id. Throws `unauthenticated` with one and the same answer
 * for an unknown account, a wrong password, a disabled account and a demonstration account outside the demonstration;
 * `limited` with the minutes to wait.
 */
export async function signIn(
  { email, password }: Pick<SignIn, 'email' | 'password'>,
  address: string,
): Promise<string> {
  // The address first: who exhausts it no longer counts against the account.
  const limits = [
    { deed: 'sign-in-address', subject: networkOf(address), max: 30, minutes: 3 },
    { deed: 'sign-in-account', subject: email.toLowerCase(), max: 10, minutes: 10 },
  ]
  await takeFrom(limits)
  const user = await db.user.findUnique({ where: { email } })
  const isUsable = user !== null && user.disabledAt === null && !user.system && isAtHome(user)
  const fits = await isPassword(password, isUsable ? user.passwordHash : null)
  if (!fits || user === null) throw new AppError('unauthenticated', 'badSignIn')
  await giveBack(limits)
  const session = await db.session.create({
    data: {
      id: newId(),
      userId: user.id,
      sessionVersion: user.sessionVersion,
      expiresAt: new Date(Date.now() + sessionLife.absoluteSeconds * 1000),
    },
  })
  return session.id
}

/** Demonstration accounts, whose passwords are printed, live on the embedded database only. */
const isAtHome = (user: { demo: boolean }) => !user.demo || environment().EMBEDDED_DATABASE

/** Signs out: this session is over from the next request on. */
export async function endSession(viewer: Viewer | null, sessionId: string): Promise<void> {
  const session = await db.session.findUnique({ where: { id: sessionId }, select: { userId: true } })
  if (session === null) throw new AppError('not-found', 'notFound')
  requireThat(canEndSession(viewer, session), viewer)
  await db.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: new Date() } })
}

/** Ends every session of an account, on every device, also those being opened at this moment. */
export async function endAllSessions(viewer: Viewer | null, userId: string): Promise<void> {
  requireThat(canEndAllSessions(viewer, await getAccount(userId)), viewer)
  await db.$transaction([
    db.user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } }),
    db.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: new Date() } }),
    db.auditEntry.create({
      data: { userId: viewer?.userId ?? null, action: 'end-all-sessions', recordId: userId, fields: [] },
    }),
  ])
}

/**
 * Makes an account with its roles; returns its id. Throws `forbidden`; `invalid` when the address is taken, or for a
 * demonstration account outside the embedded database.
 */
export async function createUser(viewer: Viewer | null, user: NewUser): Promise<string> {
  requireThat(canCreateUser(viewer, user), viewer)
  if (!isAtHome(user)) throw new AppError('invalid', 'invalid')
  const id = newId()
  const { password, organisationId, memberships, ...rest } = user
  if (password !== undefined) refuseGuessable(password, user)
  const passwordHash = password === undefined ? null : await hashPassword(password)
  await db.$transaction(async (tx) => {
    // The index decides who was first, not a look before.
    const { count } = await tx.user.createMany({
      data: [{ ...rest, id, passwordHash, organisationId: organisationId ?? null }],
      skipDuplicates: true,
    })
    if (count === 0) throw new AppError('invalid', 'emailTaken', {}, [{ field: 'email', message: 'emailTaken' }])
    await tx.membership.createMany({
      data: memberships.map((membership) => ({ id: newId(), userId: id, ...membership })),
    })
    await tx.auditEntry.create({
      data: { userId: viewer?.userId ?? null, action: 'create-user', recordId: id, fields: [] },
    })
  })
  return id
}

function refuseGuessable(password: string, { email, name }: { email: string; name: string }): void {
  if (isGuessable(password, [email, name]))
    throw new AppError('invalid', 'invalid', {}, [{ field: 'password', message: 'guessable' }])
}

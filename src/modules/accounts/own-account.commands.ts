import { AppError, requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { eraseAccount } from '@/modules/accounts/erase-account.commands'
import { getOwnAccount } from '@/modules/accounts/own-account.queries'
import type { ChangePassword, Profile } from '@/modules/accounts/own-account.schema'
import { keepPassword } from '@/modules/accounts/password.commands'
import { refuseGuessable } from '@/modules/accounts/password.policy'
import { countCode, spendCode } from '@/modules/accounts/second-factor.commands'
import { canKeepOwnAccount } from '@/modules/accounts/second-factor.policy'
import { endSessionsOf } from '@/modules/accounts/session.commands'
import { typedCode } from '@/modules/accounts/two-factor.schema'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { giveBack, takeFrom } from '@/platform/limits'
import { hashPassword, isPassword } from '@/platform/password'

/** Changes name, language and how often news are mailed. */
export async function saveProfile(viewer: Viewer | null, profile: Profile): Promise<void> {
  requireThat(canKeepOwnAccount(viewer), viewer)
  await db.user.update({ where: { id: viewer.userId }, data: profile })
}

/**
 * Changes the password, for whoever knows the present one, and ends every other session. Throws `invalid` at the field,
 * `limited`, and `forbidden` for accounts whose password is printed.
 */
export async function changePassword(
  viewer: Viewer | null,
  { oldPassword, password, sessionId }: ChangePassword & { sessionId: string },
): Promise<void> {
  requireThat(canKeepOwnAccount(viewer), viewer)
  const user = await db.user.findUniqueOrThrow({ where: { id: viewer.userId } })
  if (user.demo) throw new AppError('forbidden', 'demoAccount')
  await provePassword(user, oldPassword, 'oldPassword')
  refuseGuessable(password, user)
  const passwordHash = await hashPassword(password)
  await db.$transaction(async (tx) => {
    await keepPassword(tx, user, passwordHash, sessionId)
    await tx.auditEntry.create({
      data: { userId: user.id, action: 'change-password', recordId: user.id, fields: [] },
    })
  })
}

/** Ends every session of one's own but this one, also those being opened at this moment. */
export async function endOtherSessions(viewer: Viewer | null, sessionId: string): Promise<void> {
  requireThat(canKeepOwnAccount(viewer), viewer)
  await db.$transaction((tx) => endSessionsOf(tx, viewer.userId, sessionId))
}

/**
 * Deletes one's own account at once: records stay, that they were written by this person is forgotten. `proof` is a
 * code, the password or the address, whatever the account can show. Throws `forbidden` for the last administrator and
 * in the demonstration, `invalid` at the field, `limited`.
 */
export async function deleteOwnAccount(viewer: Viewer | null, proof: string): Promise<void> {
  requireThat(canKeepOwnAccount(viewer), viewer)
  const [user, { proof: kind }] = await Promise.all([
    db.user.findUniqueOrThrow({ where: { id: viewer.userId } }),
    getOwnAccount(viewer),
  ])
  if (user.demo) throw new AppError('forbidden', 'demoAccount')
  if (kind === 'password') await provePassword(user, proof, 'proof')
  if (kind === 'email' && proof.trim().toLowerCase() !== user.email.toLowerCase())
    throw refusal('proof', 'wrongConfirmation')
  if (kind === 'code') await countCode(user.id)
  const deed = async (tx: Transaction) => {
    if (kind === 'code' && (await spendCode(tx, user, typedCode.catch('').parse(proof))) === null)
      throw refusal('proof', 'badCode')
    await eraseAccount(tx, { id: user.id, action: 'delete-account', byId: null })
  }
  // Every table is looked through.
  await db.$transaction(deed, { timeout: 60_000 })
}

async function provePassword(
  user: { id: string; passwordHash: string | null },
  password: string,
  field: string,
): Promise<void> {
  const limits = [{ deed: 'own-password', subject: user.id, max: 10, minutes: 10 }]
  await takeFrom(limits)
  if (!(await isPassword(password, user.passwordHash))) throw refusal(field, 'wrongPassword')
  await giveBack(limits)
}

const refusal = (field: string, message: string) => new AppError('invalid', message, {}, [{ field, message }])

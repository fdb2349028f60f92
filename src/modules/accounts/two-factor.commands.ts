import { AppError, requireThat } from '@/core/app-error'
import { newId, randomBase32 } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { canLookAfter } from '@/modules/accounts/account.policy'
import { getAccountFor } from '@/modules/accounts/account.queries'
import { countCode, spendCode } from '@/modules/accounts/second-factor.commands'
import { canKeepOwnAccount, mustHaveSecondFactor } from '@/modules/accounts/second-factor.policy'
import { endSessionsOf } from '@/modules/accounts/session.commands'
import { badCode, hashOfRecoveryCode, keyOf } from '@/modules/accounts/two-factor.queries'
import { recoveryCodeLength } from '@/modules/accounts/two-factor.schema'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { type Mail, queueMails } from '@/platform/mail'
import { newAuthenticatorKey, stepOfCode } from '@/platform/one-time-code'
import { seal } from '@/platform/seal'

const codesAtOnce = 10
const ownAccount = (viewer: Viewer) =>
  db.user.findUniqueOrThrow({ where: { id: viewer.userId }, include: { memberships: true } })

/** Makes the key for an app; it counts once a code of the app has come back. Throws `conflict` when there is one in use. */
export async function beginTwoFactor(viewer: Viewer | null): Promise<void> {
  requireThat(canKeepOwnAccount(viewer), viewer)
  const { count } = await db.user.updateMany({
    where: { id: viewer.userId, totpConfirmedAt: null },
    data: { totpSecret: seal('totp', viewer.userId, newAuthenticatorKey()), totpLastStep: null },
  })
  if (count === 0) throw new AppError('conflict', 'twoFactorIsOn')
}

/**
 * Turns two-factor on with the first code of the app; returns the recovery codes, the only time that they can be read.
 * Every other session of the account ends: it was opened with one factor. Throws `invalid`, `limited`, `conflict`.
 */
export async function confirmTwoFactor(
  viewer: Viewer | null,
  { code, sessionId }: { code: string; sessionId: string },
): Promise<string[]> {
  requireThat(canKeepOwnAccount(viewer), viewer)
  await countCode(viewer.userId)
  const user = await ownAccount(viewer)
  const key = keyOf(user)
  const step = key === null ? null : stepOfCode(key, code)
  if (step === null) throw badCode()
  return db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: user.id, totpConfirmedAt: null, totpSecret: user.totpSecret },
      data: { totpConfirmedAt: new Date(), totpLastStep: step },
    })
    if (count === 0) throw new AppError('conflict', 'twoFactorIsOn')
    await endSessionsOf(tx, user.id, sessionId)
    await tell(tx, user, 'two-factor-on', { template: 'security.twoFactorOn' })
    return newRecoveryCodes(tx, user.id)
  })
}

/** New recovery codes in place of the old ones, for whoever shows a code. Throws `invalid`, `limited`. */
export async function renewRecoveryCodes(viewer: Viewer | null, code: string): Promise<string[]> {
  requireThat(canKeepOwnAccount(viewer), viewer)
  await countCode(viewer.userId)
  const user = await ownAccount(viewer)
  return db.$transaction(async (tx) => {
    if (user.totpConfirmedAt === null || (await spendCode(tx, user, code)) === null) throw badCode()
    await tell(tx, user, 'renew-recovery-codes', { template: 'security.recoveryCodesRenewed' })
    return newRecoveryCodes(tx, user.id)
  })
}

/** Turns two-factor off, for whoever shows a code and holds no role that needs it. Throws `forbidden`, `invalid`. */
export async function turnOffTwoFactor(viewer: Viewer | null, code: string): Promise<void> {
  requireThat(canKeepOwnAccount(viewer), viewer)
  const user = await ownAccount(viewer)
  if (mustHaveSecondFactor(user)) throw new AppError('forbidden', 'twoFactorNeeded')
  await countCode(viewer.userId)
  await db.$transaction(async (tx) => {
    if (user.totpConfirmedAt === null || (await spendCode(tx, user, code)) === null) throw badCode()
    await forgetTwoFactor(tx, user.id)
    await tell(tx, user, 'two-factor-off', { template: 'security.twoFactorOff' })
  })
}

/**
 * Takes the second factor of somebody one answers for away, who lost the phone and the recovery codes: part of a reset
 * (5-permissions, users). Their sessions end and they are told. Throws `forbidden`, `not-found`.
 */
export async function takeSecondFactor(viewer: Viewer | null, userId: string): Promise<void> {
  requireThat(canLookAfter(viewer, await getAccountFor(viewer, userId)), viewer)
  const user = await db.user.findUniqueOrThrow({ where: { id: userId } })
  await db.$transaction(async (tx) => {
    await forgetTwoFactor(tx, userId)
    await endSessionsOf(tx, userId)
    await tell(tx, user, 'take-second-factor', { template: 'security.twoFactorOff' }, viewer?.userId ?? null)
  })
}

async function forgetTwoFactor(tx: Transaction, userId: string): Promise<void> {
  await tx.user.update({
    where: { id: userId },
    data: { totpSecret: null, totpConfirmedAt: null, totpLastStep: null },
  })
  await tx.recoveryCode.deleteMany({ where: { userId } })
}

async function newRecoveryCodes(tx: Transaction, userId: string): Promise<string[]> {
  const codes = Array.from({ length: codesAtOnce }, () => randomBase32(recoveryCodeLength))
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ id: newId(), userId, hash: hashOfRecoveryCode(userId, code) })),
  })
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`)
}

/** The audit log, and a mail: whoever did not do it themselves should know. */
async function tell(
  tx: Transaction,
  user: { id: string; email: string; name: string; locale: string },
  action: string,
  mail: Pick<Mail, 'template'>,
  byId: string | null = user.id,
): Promise<void> {
  await tx.auditEntry.create({ data: { userId: byId, action, recordId: user.id, fields: [] } })
  const parameters = { name: user.name }
  await queueMails(tx, [{ ...mail, to: user.email, locale: user.locale, parameters }])
}

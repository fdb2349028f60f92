import { AppError, requireThat } from '@/core/app-error'
import { newId } from '@/core/id'
import type { Opening, Visit } from '@/core/opening'
import type { Viewer } from '@/core/viewer'
import { createUser } from '@/modules/accounts/account.commands'
import { linkMail, passwordChangedMail } from '@/modules/accounts/account.mail'
import { canGrantAdministration, canLookAfter } from '@/modules/accounts/account.policy'
import { getAccountFor } from '@/modules/accounts/account.queries'
import {
  type ChoosePassword,
  linkKinds,
  linkMinutes,
  newUserSchema,
  purposeOf,
} from '@/modules/accounts/account.schema'
import { refuseGuessable } from '@/modules/accounts/password.policy'
import { endSessionsOf, isUsable, openSession } from '@/modules/accounts/session.commands'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { takeFrom } from '@/platform/limits'
import { queueMails } from '@/platform/mail'
import { findToken, issueToken, revokeTokens, spendToken } from '@/platform/mailed-token'
import { hashPassword } from '@/platform/password'

/**
 * Makes an administrator of whoever has this address, with an account if they have none; returns the token of a link
 * that lets them choose a password within 30 minutes. Throws `forbidden`, and `invalid` for an address that is none.
 */
export async function grantAdministration(viewer: Viewer | null, email: string): Promise<string> {
  requireThat(canGrantAdministration(viewer), viewer)
  const admin = { role: 'admin', territoryId: null, groupId: null } as const
  const present = await db.user.findUnique({ where: { email }, include: { memberships: true } })
  const parsed = newUserSchema.safeParse({ email, name: email.split('@')[0], memberships: [admin] })
  if (!parsed.success) throw new AppError('invalid', 'badEmail')
  if (present?.demo === true || present?.system === true) throw new AppError('invalid', 'emailTaken')
  const userId = present?.id ?? (await createUser(viewer, parsed.data))
  if (present !== null && !present.memberships.some(({ role }) => role === 'admin'))
    await db.membership.create({ data: { id: newId(), userId, ...admin } })
  const audit = { userId: viewer?.userId ?? null, action: 'grant-administration', recordId: userId, fields: [] }
  await db.auditEntry.create({ data: audit })
  return issueToken(db, { purpose: purposeOf('reset'), subject: {}, email, locale: 'en', minutes: linkMinutes })
}

/**
 * Sets the password of the account a link is for, ends every session it had, and lets in whoever chose it. Throws
 * `gone` for a link that is used, too old or not ours, and `invalid` for a password that is soon guessed.
 */
export async function choosePassword({ token, password }: ChoosePassword, visit: Visit): Promise<Opening> {
  const link = await findToken(token, purposeOf('reset'))
  const user = link?.state === 'live' ? await db.user.findUnique({ where: { email: link.email } }) : null
  if (user === null || !isUsable(user)) throw new AppError('gone', 'linkGone')
  refuseGuessable(password, user)
  const passwordHash = await hashPassword(password)
  await db.$transaction(async (tx) => {
    await spendToken(tx, token, purposeOf('reset'))
    await keepPassword(tx, user, passwordHash)
    await tx.auditEntry.create({
      data: { userId: user.id, action: 'choose-password', recordId: user.id, fields: [] },
    })
  })
  return openSession(user.id, visit)
}

/**
 * Stores a password in the transaction of the deed that chose it. Whatever let somebody in before is over: sessions,
 * known browsers, mailed links, a calendar's address; but not the session it was chosen in (`keptId`). The owner is told by mail.
 */
export async function keepPassword(
  tx: Transaction,
  user: { id: string; email: string; locale: string },
  passwordHash: string,
  keptId?: string,
): Promise<void> {
  await tx.user.update({ where: { id: user.id }, data: { passwordHash } })
  await endSessionsOf(tx, user.id, keptId)
  await tx.knownDevice.deleteMany({ where: { userId: user.id } })
  for (const kind of linkKinds) await revokeTokens(tx, purposeOf(kind), user.email)
  await queueMails(tx, [passwordChangedMail(user)])
}

/**
 * Ends the sessions of somebody one answers for and mails them a link to choose a password; nobody chooses it for them.
 * Throws `forbidden`, `limited`.
 */
export async function startReset(viewer: Viewer | null, userId: string): Promise<void> {
  requireThat(canLookAfter(viewer, await getAccountFor(viewer, userId)), viewer)
  await takeFrom([{ deed: 'start-reset', subject: userId, max: 3, minutes: 60 }])
  const { email, locale } = await db.user.findUniqueOrThrow({ where: { id: userId } })
  await db.$transaction(async (tx) => {
    await endSessionsOf(tx, userId)
    await queueMails(tx, [linkMail('reset', email, locale)])
    await tx.auditEntry.create({
      data: { userId: viewer?.userId ?? null, action: 'start-reset', recordId: userId, fields: [] },
    })
  })
}

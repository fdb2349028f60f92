import { AppError, requireThat } from '@/core/app-error'
import { isGuessable } from '@/core/guessable'
import { newId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { createUser } from '@/modules/accounts/account.commands'
import { canGrantAdministration } from '@/modules/accounts/account.policy'
import { type ChoosePassword, newUserSchema } from '@/modules/accounts/account.schema'
import { db } from '@/platform/db'
import { hashPassword } from '@/platform/password'
import { sealPasswordLink, unsealPasswordLink } from '@/platform/password-link'

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
  return sealPasswordLink({ userId, sessionVersion: present?.sessionVersion ?? 1 })
}

/**
 * Sets the password of the account a link is for, and ends every session it had. Throws `gone` for a link that is used,
 * too old or not ours, and `invalid` for a password that is soon guessed.
 */
export async function choosePassword({ token, password }: ChoosePassword): Promise<void> {
  const link = await unsealPasswordLink(token)
  const user = link && (await db.user.findFirst({ where: { id: link.userId, sessionVersion: link.sessionVersion } }))
  if (link === null || !user || user.disabledAt !== null || user.demo || user.system)
    throw new AppError('gone', 'linkGone')
  if (isGuessable(password, [user.email, user.name]))
    throw new AppError('invalid', 'invalid', {}, [{ field: 'password', message: 'guessable' }])
  const passwordHash = await hashPassword(password)
  await db.$transaction(async (tx) => {
    // Two who use the link at once: the version lets one through.
    const { count } = await tx.user.updateMany({
      where: { id: link.userId, sessionVersion: link.sessionVersion },
      data: { passwordHash, sessionVersion: { increment: 1 } },
    })
    if (count === 0) throw new AppError('gone', 'linkGone')
    const audit = { userId: link.userId, action: 'choose-password', recordId: link.userId, fields: [] }
    await tx.auditEntry.create({ data: audit })
  })
}

import { AppError } from '@/core/app-error'
import { newId } from '@/core/id'
import { networkOf } from '@/core/network'
import type { Opening, Visit } from '@/core/opening'
import { isUsable, openSession } from '@/modules/accounts/session.commands'
import { groupNameSchema } from '@/modules/groups/group.schema'
import { entryMail } from '@/modules/rounds/entry.mail'
import { canEnterByLink } from '@/modules/rounds/entry.policy'
import { entryPurpose, entrySubjectSchema, entryTarget } from '@/modules/rounds/entry.schema'
import { db } from '@/platform/db'
import { environment } from '@/platform/env'
import { takeFrom } from '@/platform/limits'
import { queueMails } from '@/platform/mail'
import { findToken, spendToken } from '@/platform/mailed-token'

const gone = () => new AppError('gone', 'entryGone')

/** What a way in opens: a session, or for whoever is more than a reviewer the page to sign in on. */
type Entered = { target: string; opening: Opening | null }

/**
 * Lets in whoever reads the mail of a reviewer, once; whoever is more than a reviewer signs in. Throws `gone` for a link
 * that is used or too old, and for an account that may not sign in.
 */
export async function enterByLink(token: string, visit: Visit): Promise<Entered> {
  const link = await findToken(token, entryPurpose)
  const subject = entrySubjectSchema.safeParse(link?.subject)
  if (link?.state !== 'live' || !subject.success) throw gone()
  const target = entryTarget(subject.data)
  const user = await db.user.findUnique({
    where: { email: link.email },
    include: { memberships: { select: { role: true } } },
  })
  if (user === null || !isUsable(user)) throw gone()
  if (!canEnterByLink(user)) return { target, opening: null }
  await spendToken(db, token, entryPurpose).catch((error: unknown) => {
    throw error instanceof AppError ? gone() : error
  })
  return { target, opening: await openSession(user.id, visit) }
}

/**
 * A new way in by mail, in place of one that is used or too old, to the address it went to and no other. What is answered
 * is the same whether the account may still enter. Throws `gone` for what was no link of ours, `limited`.
 */
export async function renewEntry(token: string, visit: Visit): Promise<void> {
  const link = await findToken(token, entryPurpose)
  const subject = entrySubjectSchema.safeParse(link?.subject)
  if (link === null || !subject.success) throw gone()
  await takeFrom([
    { deed: 'entry-address', subject: networkOf(visit.address), max: 20, minutes: 60 },
    { deed: 'entry-account', subject: link.email.toLowerCase(), max: 3, minutes: 60 },
  ])
  const round = await db.reviewRound.findUnique({
    where: { id: subject.data.roundId },
    select: { closesAt: true, group: { select: { name: true } } },
  })
  if (round === null) throw gone()
  const group = { name: groupNameSchema.parse(round.group.name) }
  const once = newId()
  await db.$transaction(async (tx) => {
    await queueMails(tx, [{ ...entryMail(link, subject.data, { ...round, group }), once }])
    // As for other links: written for everybody, taken away where there is nobody to write to.
    await tx.$executeRaw`DELETE FROM outbox_mail WHERE dedupe_key = ${once} AND NOT EXISTS (
      SELECT 1 FROM "user" u WHERE u.email = ${link.email}::citext AND u.disabled_at IS NULL AND NOT u.system
        AND (NOT u.demo OR ${environment().EMBEDDED_DATABASE}::boolean))`
  })
}

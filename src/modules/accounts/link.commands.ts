import { AppError } from '@/core/app-error'
import { newId } from '@/core/id'
import { networkOf } from '@/core/network'
import type { Opening, Visit } from '@/core/opening'
import { linkMail } from '@/modules/accounts/account.mail'
import { type LinkKind, linkSubjectSchema, purposeOf } from '@/modules/accounts/account.schema'
import { isKnownDevice, isUsable, openSession } from '@/modules/accounts/session.commands'
import { db } from '@/platform/db'
import { environment } from '@/platform/env'
import { takeFrom } from '@/platform/limits'
import { queueMails } from '@/platform/mail'
import { findToken, spendToken } from '@/platform/mailed-token'

/**
 * Mails a link to whoever has an account at this address; it leads `to` a path of this site in the end. What is done, how long it takes and what is answered are the
 * same when nobody has. Throws `limited`.
 */
export async function askLink(
  kind: LinkKind,
  email: string,
  { locale, visit, to }: { locale: string; visit: Visit; to?: string | undefined },
): Promise<void> {
  const user = await db.user.findUnique({ where: { email }, select: { id: true } })
  const isKnown = await isKnownDevice(user?.id ?? '', visit.device)
  // Whoever asks in somebody's name from elsewhere does not use up what the owner may ask for at home.
  const account = `${email.toLowerCase()} ${isKnown ? visit.device : ''}`
  await takeFrom([
    { deed: `${kind}-link-address`, subject: networkOf(visit.address), max: 3, minutes: 60 },
    { deed: `${kind}-link-account`, subject: account, max: 3, minutes: 60 },
  ])
  const once = newId()
  await db.$transaction(async (tx) => {
    await queueMails(tx, [{ ...linkMail(kind, email, locale, to), once }])
    // Written for everybody, taken away where there is nobody to write to: one way, and as long as the other.
    await tx.$executeRaw`DELETE FROM outbox_mail WHERE dedupe_key = ${once} AND NOT EXISTS (
      SELECT 1 FROM "user" u WHERE u.email = ${email}::citext AND u.disabled_at IS NULL AND NOT u.system
        AND (NOT u.demo OR ${environment().EMBEDDED_DATABASE}::boolean))`
  })
}

/** A new link in place of one that is used or too old, to the same address. Throws `gone` for what was no link of ours. */
export async function renewLink(kind: LinkKind, token: string, from: { locale: string; visit: Visit }): Promise<void> {
  const link = await findToken(token, purposeOf(kind))
  if (link === null) throw new AppError('gone', 'linkGone')
  await askLink(kind, link.email, { ...from, to: linkSubjectSchema.safeParse(link.subject).data?.to })
}

/**
 * Opens the door to whoever reads the mail of an account; `to` is where the link leads, if it was asked for on the way
 * somewhere. Throws `gone` for a link that is used or too old.
 */
export async function signInByLink(token: string, visit: Visit): Promise<{ opening: Opening; to: string | null }> {
  const { email, subject } = await spendToken(db, token, purposeOf('sign-in'))
  const user = await db.user.findUnique({ where: { email } })
  if (user === null || !isUsable(user)) throw new AppError('gone', 'linkGone')
  const to = linkSubjectSchema.safeParse(subject).data?.to ?? null
  return { opening: await openSession(user.id, visit), to }
}

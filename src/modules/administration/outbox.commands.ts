import { AppError, requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { canCopyLink, canReadOutbox, canSendAgain } from '@/modules/administration/administration.policy'
import { invitationTemplate } from '@/modules/administration/outbox.schema'
import { db } from '@/platform/db'
import { environment } from '@/platform/env'
import { wakeJob } from '@/platform/job-wake'
import { mailJob } from '@/platform/mail'
import { makeLink } from '@/platform/outbox'

/** Gives a failed mail all its tries again. Throws `forbidden`, `not-found`; `conflict` for one that has not failed. */
export async function sendMailAgain(viewer: Viewer | null, id: string): Promise<void> {
  requireThat(canSendAgain(viewer), viewer)
  await db.$transaction(async (tx) => {
    const { count } = await tx.outboxMail.updateMany({
      where: { id, state: 'failed' },
      // It counts as written now: what was too old by then may go out, since somebody says so.
      data: { state: 'queued', attempts: 0, sendAfter: new Date(), createdAt: new Date(), lastError: null },
    })
    if (count === 0) throw await refusal(id)
    await tx.auditEntry.create({ data: { userId: viewer.userId, action: 'send-mail-again', recordId: id, fields: [] } })
    await wakeJob(tx, mailJob)
  })
}

/**
 * Makes the link of an invitation for an administrator to hand over, where no mail server is configured; written down in
 * the audit log (9-decisions, Mailed links). Throws `forbidden` for every other mail, `not-found`.
 */
export async function copyInvitationLink(viewer: Viewer | null, id: string): Promise<string> {
  requireThat(canReadOutbox(viewer), viewer)
  return db.$transaction(async (tx) => {
    const mail = await tx.outboxMail.findUnique({ where: { id } })
    if (mail === null) throw new AppError('not-found', 'notFound')
    const isWaiting = mail.state === 'queued' && environment().SMTP_URL === undefined
    requireThat(canCopyLink(viewer, { isInvitation: mail.template === invitationTemplate, isWaiting }), viewer)
    const audit = { userId: viewer.userId, action: 'copy-invitation-link', recordId: id, fields: [] }
    await tx.auditEntry.create({ data: audit })
    return makeLink(tx, mail)
  })
}

async function refusal(id: string): Promise<AppError> {
  const found = await db.outboxMail.findUnique({ where: { id }, select: { id: true } })
  return found === null ? new AppError('not-found', 'notFound') : new AppError('conflict', 'mailNotFailed')
}

import { AppError, requireThat } from '@/core/app-error'
import { type Page, type PageKey, timePart } from '@/core/page'
import type { Viewer } from '@/core/viewer'
import { canReadOutbox } from '@/modules/administration/administration.policy'
import {
  invitationTemplate,
  type MailRow,
  mailRowSchema,
  type MailState,
  type ShownMail,
} from '@/modules/administration/outbox.schema'
import { db } from '@/platform/db'
import { olderThan, pageOf } from '@/platform/list'
import { mailLocale, writeSheet } from '@/platform/mail-sheet'

/** How many mails are in each state. */
export async function countMails(viewer: Viewer | null): Promise<Record<MailState, number>> {
  requireThat(canReadOutbox(viewer), viewer)
  const groups = await db.outboxMail.groupBy({ by: ['state'], _count: { _all: true } })
  const of = (state: MailState) => groups.find((group) => group.state === state)?._count._all ?? 0
  return { queued: of('queued'), sent: of('sent'), failed: of('failed') }
}

/** Mails of one state or of all, newest first, one page by key. */
export async function findMails(
  viewer: Viewer | null,
  { state, after, limit }: { state: MailState | null; after: PageKey | null; limit: number },
): Promise<Page<MailRow>> {
  requireThat(canReadOutbox(viewer), viewer)
  const where = state === null ? {} : { state }
  const [rows, total] = await Promise.all([
    db.outboxMail.findMany({
      where: { ...where, ...olderThan(after, 'createdAt') },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    }),
    db.outboxMail.count({ where }),
  ])
  const shown = await Promise.all(
    rows.map(async (row) => ({
      ...row,
      subject: (await written(row))?.subject ?? null,
      key: [timePart(row.createdAt), row.id],
    })),
  )
  return pageOf(shown, limit, (row) => mailRowSchema.parse(row), total)
}

/** One mail with its words. Throws `not-found`. */
export async function getMail(viewer: Viewer | null, id: string): Promise<ShownMail> {
  requireThat(canReadOutbox(viewer), viewer)
  const row = await db.outboxMail.findUnique({ where: { id } })
  if (row === null) throw new AppError('not-found', 'notFound')
  const sheet = await written(row)
  return {
    ...mailRowSchema.parse({ ...row, subject: sheet?.subject ?? null }),
    replyTo: row.replyTo,
    paragraphs: sheet?.paragraphs ?? [],
    button: sheet?.button?.label ?? null,
    fine: sheet?.fine ?? [],
    isInvitation: row.template === invitationTemplate,
  }
}

type Row = NonNullable<Awaited<ReturnType<typeof db.outboxMail.findUnique>>>

/** The words of a mail, with no address behind its button; null when the words cannot be written. */
async function written(row: Row) {
  try {
    return await writeSheet({ ...row, locale: mailLocale(row.locale) }, '')
  } catch {
    return null // a template that is gone, or parameters that its words do not know: the list shows its name
  }
}

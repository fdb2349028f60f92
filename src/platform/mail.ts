// Mails are rows first: written in the transaction of the deed they tell of, sent later by a job (9-decisions, Mailed
// links). A mail server that refuses or hangs never slows a page.
import { z } from 'zod'
import { newId } from '@/core/id'
import type { Prisma } from '@/generated/prisma/client'
import type { Transaction } from '@/platform/bulk'
import { wakeJob } from '@/platform/job-wake'

/** The token of a link is made when the mail is sent: its address is `/{locale}{path}/{token}`. */
const tokenLinkSchema = z.object({
  purpose: z.string(),
  subject: z.record(z.string(), z.union([z.string(), z.number()])),
  path: z.string(),
  minutes: z.number(),
})
/** A link without purpose is a page of ours: `/{locale}{path}`. */
export const mailLinkSchema = z.union([tokenLinkSchema, z.object({ path: z.string() })])
export type TokenLink = z.output<typeof tokenLinkSchema>
export type MailLink = z.output<typeof mailLinkSchema>

export const mailAttachmentSchema = z.object({ name: z.string(), type: z.string(), text: z.string() })
export type MailAttachment = z.output<typeof mailAttachmentSchema>

/** The job that sends. */
export const mailJob = 'mail.send'

/**
 * `template` is `room.name`: its words stand in the messages of `mail-room` under `name` (`subject`, `body`, and
 * `button` when there is a link). `parameters` are what these words name: facts, never tokens. One whose name ends in
 * `On` (a day) or `At` (a moment) is a time, in milliseconds or ISO 8601, and is written out in the reader's language.
 */
export type Mail = {
  template: `${string}.${string}`
  to: string
  locale: string
  parameters?: Record<string, string | number>
  /** The button of the mail. */
  link?: MailLink
  /** Who is answered instead of the site: the sender of a relayed message. */
  replyTo?: string
  /** Stops such mails by one click in a mail program (RFC 8058); `path` is that of a door for programs. */
  unsubscribe?: TokenLink
  /** A file that goes with it; `type` as in a Content-Type (RFC 9110 §8.3). */
  attachment?: MailAttachment
  /** A second mail with the same key is not queued. */
  once?: string
  /** Not before. */
  after?: Date
}

/** Queues mails together with what they tell of: both are stored or neither. */
export async function queueMails(tx: Transaction, mails: readonly Mail[]): Promise<void> {
  if (mails.length === 0) return
  await tx.outboxMail.createMany({
    data: mails.map(
      ({ template, to, locale, parameters = {}, link, replyTo, unsubscribe, attachment, once, after }) => ({
        id: newId(),
        template,
        recipient: to,
        locale,
        parameters: parameters satisfies Prisma.InputJsonValue,
        ...(link && { link }),
        replyTo: replyTo ?? null,
        ...(unsubscribe && { unsubscribe }),
        ...(attachment && { attachment }),
        dedupeKey: once ?? null,
        ...(after && { sendAfter: after }),
      }),
    ),
    skipDuplicates: true,
  })
  await wakeJob(tx, mailJob)
}

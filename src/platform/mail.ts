// Mails are rows first: written in the transaction of the deed they tell of, sent later by a job (9-decisions, Mailed
// links). A mail server that refuses or hangs never slows a page.
import type { Prisma } from '@/generated/prisma/client'
import { newId } from '@/core/id'
import type { Transaction } from '@/platform/bulk'

/**
 * `template` is `room.name`: its words stand in the messages of `mail-room` under `name` (`subject`, `body`, and
 * `button` when there is a link). `parameters` are what these words name.
 */
export type Mail = {
  template: `${string}.${string}`
  to: string
  /** Whose address stands under Reply-To. */
  replyTo?: string
  locale: string
  parameters?: Record<string, string | number>
  /** The button of the mail: `/{locale}{path}/{token}`. The token is made when the mail is sent. */
  link?: { purpose: string; subject: Record<string, string | number>; path: string; minutes: number }
  /** A second mail with the same key is not queued. */
  once?: string
  /** Not before. */
  after?: Date
}

/** Queues mails together with what they tell of: both are stored or neither. */
export async function queueMails(tx: Transaction, mails: readonly Mail[]): Promise<void> {
  await tx.outboxMail.createMany({
    data: mails.map(({ template, to, replyTo, locale, parameters = {}, link, once, after }) => ({
      id: newId(),
      template,
      recipient: to,
      replyTo: replyTo ?? null,
      locale,
      parameters: parameters satisfies Prisma.InputJsonValue,
      ...(link && { link }),
      dedupeKey: once ?? null,
      ...(after && { sendAfter: after }),
    })),
    skipDuplicates: true,
  })
}

// Sends what `queueMails` queued. A mail is claimed, sent and marked, one after the other; two workers never hold the
// same one. What can still be sent twice: a mail whose server took it, while we died before writing that down.
import { z } from 'zod'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { environment } from '@/platform/env'
import { log } from '@/platform/log'
import { mailAttachmentSchema, mailLinkSchema, type MailLink } from '@/platform/mail'
import { mailHtml, mailText } from '@/platform/mail-layout'
import { mailLocaleSchema, writeSheet } from '@/platform/mail-sheet'
import { issueToken } from '@/platform/mailed-token'
import { openMailer, type SendLetter } from '@/platform/smtp'

const rowSchema = z.object({
  id: z.string(),
  template: z.string(),
  recipient: z.string(),
  locale: mailLocaleSchema,
  parameters: z.unknown(),
  link: mailLinkSchema.nullable(),
  unsubscribe: mailLinkSchema.nullable(),
  attachment: mailAttachmentSchema.nullish(),
  replyTo: z.string().nullable(),
  attempts: z.number(),
  createdAt: z.date(),
})
type Row = z.output<typeof rowSchema>

/** Minutes until the next try, by the number of tries so far; after the last one the mail has failed. */
const waits = [1, 5, 15, 60, 180, 360, 720, 1440]
// Longer than any try can last (platform/smtp), so nobody takes what somebody still sends.
const claimMinutes = 5
const oldestDays = 14

// One address and nothing else: no list, no comment, no line end (RFC 5321 §4.1.2, the part that is used).
const plainAddress = /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*$/u

/** Sends all mails that are due. Ends early when `signal` is aborted; what is not sent stays queued. */
export async function sendMails(signal: AbortSignal): Promise<void> {
  const send = openMailer(signal)
  if (send === null) return forgetOld() // mails stay where an administrator reads them
  while (!signal.aborted) {
    const claimed = await db.$transaction(claimMail)
    if (claimed === null) return
    await trySending(claimed, send)
  }
}

/** What nobody sent for two weeks has failed: then its reader's address is kept no longer than that of any other. */
async function forgetOld(): Promise<void> {
  await db.outboxMail.updateMany({
    where: { state: 'queued', createdAt: { lt: new Date(Date.now() - oldestDays * 86_400_000) } },
    data: { state: 'failed', lastError: 'tooOld' },
  })
}

type Claimed = { mail: Row; fault: string | null; address: string | null; stop: string | null }

/** The next mail that is due and nobody's, with its try counted and the tokens of its links made. */
async function claimMail(tx: Transaction): Promise<Claimed | null> {
  const [row] = await tx.$queryRaw<unknown[]>`
    UPDATE outbox_mail SET attempts = attempts + 1, claimed_until = now() + make_interval(mins => ${claimMinutes}::int)
    WHERE id = (
      SELECT id FROM outbox_mail
      WHERE state = 'queued' AND send_after <= now() AND (claimed_until IS NULL OR claimed_until < now())
      ORDER BY send_after, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id::text, template, recipient, locale, parameters, link, unsubscribe, attachment, reply_to AS "replyTo", attempts,
      created_at AS "createdAt"`
  if (row === undefined) return null
  const { data: mail } = rowSchema.safeParse(row)
  if (mail === undefined) return giveUpUnread(tx, row)
  const fault = hopeless(mail)
  if (fault !== null) return { mail, fault, address: null, stop: null }
  const { link, unsubscribe, locale } = mail
  return {
    mail,
    fault,
    address: link && (await addressOf(tx, mail, link, `/${locale}${link.path}`)),
    stop: unsubscribe && (await addressOf(tx, mail, unsubscribe, unsubscribe.path)),
  }
}

/** A row that nobody understands has failed, so that it does not keep those behind it; then the next one. */
async function giveUpUnread(tx: Transaction, row: unknown): Promise<Claimed | null> {
  const { id } = z.object({ id: z.string() }).parse(row)
  log.error({ mail: id }, 'mail not readable')
  await tx.outboxMail.update({ where: { id }, data: { state: 'failed', claimedUntil: null, lastError: 'fault' } })
  return claimMail(tx)
}

/** The address of the button of a mail, for who hands it over by other means. */
export async function makeLink(tx: Transaction, row: unknown): Promise<string> {
  const mail = rowSchema.parse(row)
  if (mail.link === null) throw new Error(`the mail ${mail.id} has no link`)
  return addressOf(tx, mail, mail.link, `/${mail.locale}${mail.link.path}`)
}

/** The address of a link, with a token made now: the only time that it can be read. */
async function addressOf(tx: Transaction, { recipient, locale }: Row, link: MailLink, path: string): Promise<string> {
  const base = `${environment().ATLAS_URL}${path}`
  if (!('purpose' in link)) return base
  const { purpose, subject, minutes } = link
  return `${base}/${await issueToken(tx, { purpose, subject, minutes, email: recipient, locale })}`
}

async function trySending({ mail, fault, address, stop }: Claimed, send: SendLetter): Promise<void> {
  if (fault !== null) return giveUp(mail.id, fault)
  try {
    const sheet = await writeSheet(mail, address)
    await send({
      id: mail.id,
      to: mail.recipient,
      replyTo: mail.replyTo,
      subject: sheet.subject,
      text: mailText(sheet),
      html: mailHtml(sheet),
      unsubscribe: stop,
      attachment: mail.attachment ?? null,
    })
  } catch (error) {
    return putBack(mail, error)
  }
  // A row that was erased meanwhile is no fault.
  await db.outboxMail.updateMany({
    where: { id: mail.id },
    data: { state: 'sent', sentAt: new Date(), claimedUntil: null, lastError: null },
  })
}

/** Why this mail shall never be sent; null when it may. */
function hopeless({ recipient, replyTo, createdAt, link }: Row): string | null {
  if (!plainAddress.test(recipient) || (replyTo !== null && !plainAddress.test(replyTo))) return 'address'
  const keptMinutes = link !== null && 'minutes' in link ? Math.max(link.minutes, 24 * 60) : oldestDays * 24 * 60
  return createdAt.getTime() + keptMinutes * 60_000 < Date.now() ? 'tooOld' : null
}

const faultSchema = z.object({ code: z.string(), responseCode: z.number().optional(), command: z.string().optional() })

/** Tries again later, or gives up: at once when the server says that this reader or this mail will never be taken. */
async function putBack({ id, attempts, template }: Row, error: unknown): Promise<void> {
  const { data } = faultSchema.safeParse(error)
  // Without the server's words, which repeat addresses.
  const said = data === undefined ? 'fault' : [data.code, data.responseCode, data.command].filter(Boolean).join(' ')
  if (data === undefined) log.error({ err: error, mail: id, template }, 'mail not written')
  else log.warn({ mail: id, template, said, attempts }, 'mail not sent')
  const wait = waits[attempts - 1]
  const isForGood = (data?.responseCode ?? 0) >= 500 && /^(RCPT TO|DATA)/.test(data?.command ?? '')
  if (wait === undefined || isForGood) return giveUp(id, said)
  await db.outboxMail.updateMany({
    where: { id },
    data: { claimedUntil: null, lastError: said, sendAfter: new Date(Date.now() + wait * 60_000) },
  })
}

async function giveUp(id: string, said: string): Promise<void> {
  await db.outboxMail.updateMany({ where: { id }, data: { state: 'failed', claimedUntil: null, lastError: said } })
}

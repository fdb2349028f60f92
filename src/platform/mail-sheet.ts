import { z } from 'zod'
import { momentText } from '@/core/date-text'
import { type Locale, locales } from '@/core/localized'
import { environment } from '@/platform/env'
import { mailLinkSchema } from '@/platform/mail'
import type { MailSheet } from '@/platform/mail-layout'
import { frameWords, mailWords, type WrittenMail } from '@/platform/mail-words'

export const mailLocaleSchema = z.enum(locales).catch('en')
/** The language of a row of the outbox. */
export const mailLocale = (stored: string): Locale => mailLocaleSchema.parse(stored)

/** A row of the outbox with what its frame tells. */
type SheetMail = WrittenMail & { link: unknown; replyTo: string | null }

/** A mail as its reader sees it. `address` is that of its button; without one the mail has no button. */
export async function writeSheet(mail: SheetMail, address: string | null): Promise<MailSheet> {
  const { locale, subject, paragraphs, button } = await mailWords(mail)
  const site = new URL(environment().ATLAS_URL).host
  const link = mailLinkSchema.nullable().parse(mail.link)
  const life =
    link !== null && 'minutes' in link
      ? [
          await frameWords(locale, 'once', {
            until: momentText(locale, new Date(Date.now() + link.minutes * 60_000)),
          }),
        ]
      : []
  const why =
    mail.replyTo === null
      ? await frameWords(locale, 'noAnswer', { site })
      : await frameWords(locale, 'relayed', { site })
  return {
    locale,
    subject,
    site: 'COMPETE IN Atlas',
    paragraphs,
    button:
      address === null || button === null ? null : { label: button, address, hint: await frameWords(locale, 'hint') },
    fine: [...life, why],
  }
}

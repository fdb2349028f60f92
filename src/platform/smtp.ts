import { createTransport } from 'nodemailer'
import { environment } from '@/platform/env'
import type { MailAttachment } from '@/platform/mail'

/** A finished mail. The address of its reader stands alone: no list, no name, nothing that could be read as more. */
type Letter = {
  id: string
  to: string
  replyTo: string | null
  subject: string
  text: string
  html: string
  unsubscribe: string | null
  attachment: MailAttachment | null
}

/** Resolves when the server has taken the mail for good. */
export type SendLetter = (letter: Letter) => Promise<void>

// A server that hangs is left after 20 s of silence, so that a claim on a mail (platform/outbox) always outlives the try.
const silence = 20_000
const graceAtStop = 5000

/**
 * The way to the operator's mail server; null when none is configured. A connection for each mail: a pool would send
 * again by itself what it thinks was lost.
 */
export function openMailer(signal: AbortSignal): SendLetter | null {
  const { SMTP_URL, MAIL_FROM, ATLAS_URL } = environment()
  if (!SMTP_URL) return null
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: silence,
    greetingTimeout: silence,
    socketTimeout: silence,
    dnsTimeout: silence,
    // Mails are built from our own words: nothing is read from a file or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const stopped = stoppedBy(signal)
  return async ({ id, to, replyTo, subject, text, html, unsubscribe, attachment }) => {
    const sending = transport.sendMail({
      from: MAIL_FROM,
      to: { name: '', address: to },
      ...(replyTo !== null && { replyTo: { name: '', address: replyTo } }),
      subject,
      text,
      html,
      textEncoding: 'quoted-printable',
      ...(attachment !== null && {
        attachments: [{ filename: attachment.name, contentType: attachment.type, content: attachment.text }],
      }),
      // The same at every try: a server or a reader that got it twice can tell.
      messageId: `<${id}@${new URL(ATLAS_URL).hostname}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(unsubscribe !== null && {
          'List-Unsubscribe': `<${unsubscribe}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
    })
    await Promise.race([sending, stopped])
  }
}

/** Fails some seconds after the signal: who is about to end does not wait for a server that hangs. */
function stoppedBy(signal: AbortSignal): Promise<never> {
  const stopped = new Promise<never>((_, fail) => {
    const leave = () => fail(Object.assign(new Error('stopped while sending'), { code: 'ESTOPPED' }))
    signal.addEventListener('abort', () => setTimeout(leave, graceAtStop), { once: true })
  })
  stopped.catch(() => undefined) // nobody may be sending by then
  return stopped
}

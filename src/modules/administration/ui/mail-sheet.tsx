import { useLocale, useTranslations } from 'next-intl'
import { momentText } from '@/core/date-text'
import type { ShownMail } from '@/modules/administration/outbox.schema'
import { MailState } from '@/modules/administration/ui/mail-state'
import { Facts } from '@/ui/facts'
import { LanguageBadge } from '@/ui/language-badge'

/** What happened to a mail, and the mail as its reader sees it, with no address behind its button. */
export function MailSheet({ mail }: { mail: ShownMail }) {
  const t = useTranslations('admin.outbox')
  const locale = useLocale()
  const at = (moment: Date) => momentText(locale, moment)
  return (
    <>
      <Facts
        facts={[
          { label: t('state'), value: <MailState state={mail.state} /> },
          { label: t('to'), value: mail.recipient },
          ...(mail.replyTo === null ? [] : [{ label: t('replyTo'), value: mail.replyTo }]),
          { label: t('written'), value: at(mail.createdAt) },
          ...(mail.sentAt === null ? [] : [{ label: t('sent'), value: at(mail.sentAt) }]),
          ...(mail.attempts === 0 ? [] : [{ label: t('attempts'), value: mail.attempts }]),
          ...(mail.lastError === null ? [] : [{ label: t('lastError'), value: <Fault said={mail.lastError} /> }]),
          ...(mail.state === 'queued' && mail.attempts > 0 ? [{ label: t('next'), value: at(mail.sendAfter) }] : []),
          { label: t('template'), value: mail.template },
        ]}
      />
      <article lang={mail.locale} className="mt-6 flex flex-col gap-4 rounded-lg bg-sheet px-6 py-5 shadow-sheet">
        <LanguageBadge language={mail.locale} />
        {mail.paragraphs.map((paragraph, index) => (
          <p key={index} className="whitespace-pre-line wrap-anywhere">
            {paragraph}
          </p>
        ))}
        {mail.button !== null && (
          <p className="rounded-md border border-dashed border-rule-strong px-4 py-2.5 text-ink-2">
            {mail.button}
            <span lang={locale} className="block text-sm text-ink-3">
              {t('noLink')}
            </span>
          </p>
        )}
        {mail.fine.map((line) => (
          <p key={line} className="text-sm text-ink-2">
            {line}
          </p>
        ))}
      </article>
    </>
  )
}

/** Faults of ours in words; what a server said as it said it. */
function Fault({ said }: { said: string }) {
  const t = useTranslations('admin.outbox.fault')
  return said === 'address' || said === 'tooOld' || said === 'fault' ? t(said) : said
}

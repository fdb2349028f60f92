import { useLocale, useTranslations } from 'next-intl'
import { momentText } from '@/core/date-text'
import { Link } from '@/i18n/navigation'
import type { MailRow } from '@/modules/administration/outbox.schema'
import { MailState } from '@/modules/administration/ui/mail-state'
import { type Column, DataTable } from '@/ui/data-table'

/** Mails as rows, by their subject. */
export function MailTable({ rows, caption }: { rows: readonly MailRow[]; caption: string }) {
  const t = useTranslations('admin.outbox')
  const locale = useLocale()
  const columns: Column<MailRow>[] = [
    {
      key: 'subject',
      label: t('mail'),
      cell: (mail) => (
        <Link
          href={`/admin/outbox/${mail.id}`}
          prefetch={false}
          lang={mail.subject === null ? undefined : mail.locale}
          className="font-semibold text-ink wrap-break-word"
        >
          {mail.subject ?? mail.template}
        </Link>
      ),
    },
    { key: 'to', label: t('to'), cell: (mail) => <span className="wrap-anywhere">{mail.recipient}</span> },
    { key: 'written', label: t('written'), cell: (mail) => momentText(locale, mail.createdAt) },
    {
      key: 'state',
      label: t('state'),
      stacked: 'end',
      cell: (mail) => <MailState state={mail.state} />,
    },
  ]
  return <DataTable caption={caption} captionHidden columns={columns} rows={rows} rowKey={(mail) => mail.id} />
}

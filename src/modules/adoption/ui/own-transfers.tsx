import { useLocale, useTranslations } from 'next-intl'
import { dateText, edtfText } from '@/core/date-text'
import { Link } from '@/i18n/navigation'
import type { OwnTransfer } from '@/modules/adoption/transfer.schema'
import { TransferStateBadge } from '@/modules/adoption/ui/transfer-state'
import { DataTable } from '@/ui/data-table'

/** Transfers of one's own territories, with what is to be done next. */
export function OwnTransfers({ transfers }: { transfers: readonly OwnTransfer[] }) {
  const t = useTranslations('adoption.desk')
  const locale = useLocale()
  const todo = ({ open, workshop }: OwnTransfer) =>
    open === null
      ? t('nothingOpen')
      : t(`todo.${open}`, { day: workshop === null ? '' : edtfText(locale, workshop.until ?? workshop.on) })
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={transfers}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'practice',
          label: t('practice'),
          cell: ({ practice, practiceId, territory }) => (
            <Link
              href={`/desk/adoption/${practiceId}/${territory.id}`}
              prefetch={false}
              lang={practice === null || practice.title.language === locale ? undefined : practice.title.language}
              className="font-semibold wrap-break-word text-ink"
            >
              {practice?.title.value ?? t('hidden')}
            </Link>
          ),
        },
        { key: 'territory', label: t('territory'), cell: ({ territory }) => territory.name },
        { key: 'state', label: t('state'), cell: ({ state }) => <TransferStateBadge state={state} /> },
        { key: 'open', label: t('open'), cell: todo },
        {
          key: 'changed',
          label: t('changed'),
          stacked: 'labelled',
          cell: ({ updatedAt }) => <time dateTime={updatedAt.toISOString()}>{dateText(locale, updatedAt, 'day')}</time>,
        },
      ]}
    />
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { Link } from '@/i18n/navigation'
import type { RoundRow } from '@/modules/curation/verification.schema'
import { StillTrue } from '@/modules/curation/ui/still-true.client'
import { Badge } from '@/ui/badge'
import { type Column, DataTable } from '@/ui/data-table'

const tones = { asked: 'quiet', confirmed: 'ok', changed: 'mark', silent: 'warn', noAddress: 'warn' } as const

/** Who was asked about which record, and what came of it; what is open can be confirmed by hand. */
export function RoundTable({ rows, back }: { rows: readonly RoundRow[]; back: string }) {
  const t = useTranslations('verification.round')
  const locale = useLocale()
  const columns: Column<RoundRow>[] = [
    {
      key: 'record',
      label: t('record'),
      cell: ({ slug, kind, name }) =>
        slug === '' ? (
          <span className="text-ink-3">{t('gone')}</span>
        ) : (
          <Link href={`/${kind}s/${slug}`} prefetch={false} className="font-semibold text-ink wrap-break-word">
            {name}
          </Link>
        ),
    },
    {
      key: 'to',
      label: t('to'),
      cell: ({ holder, recipient }) => (
        <span className="wrap-anywhere">
          {holder}
          <span className="block text-sm text-ink-2">{recipient ?? t('noMailbox')}</span>
        </span>
      ),
    },
    {
      key: 'asked',
      label: t('asked'),
      cell: ({ askedAt, remindedAt }) => (
        <>
          {dateText(locale, askedAt, 'day')}
          {remindedAt !== null && (
            <span className="block text-sm text-ink-2">
              {t('reminded', { day: dateText(locale, remindedAt, 'day') })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'answer',
      label: t('answer'),
      cell: (row) => (
        <div className="flex flex-col items-start gap-2">
          <span>
            <Badge tone={tones[row.state]}>{t(`state.${row.state}`)}</Badge>{' '}
            {row.answeredAt !== null && (
              <span className="text-sm text-ink-2">{dateText(locale, row.answeredAt, 'day')}</span>
            )}
          </span>
          {row.note !== null && <span className="line-clamp-3 text-sm wrap-break-word text-ink-2">{row.note}</span>}
          {row.answeredAt === null && row.slug !== '' && <StillTrue record={row} back={back} />}
        </div>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ requestId }) => requestId}
    />
  )
}

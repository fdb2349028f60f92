import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { Link } from '@/i18n/navigation'
import type { DeskRow } from '@/modules/desk/desk-record.schema'
import { Seal } from '@/ui/seal'
import { StatusBadge } from '@/ui/status-badge'

/** Rows to tick: what each is called, how it stands, when it was confirmed. */
export function BulkRows({ rows, today }: { rows: readonly DeskRow[]; today: Date }) {
  const t = useTranslations('desk')
  const bulk = useTranslations('bulk')
  const kind = useTranslations('taxonomy.kind')
  const type = useTranslations('taxonomy.type')
  const locale = useLocale()
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-start gap-x-3.5 gap-y-2 border-b border-rule py-3">
          <span className="flex min-w-0 flex-1 basis-72 gap-3">
            <input
              type="checkbox"
              name="ids[]"
              value={row.id}
              aria-label={bulk('tick', { name: row.name })}
              className="mt-0.5 size-6 flex-none accent-ink"
            />
            <span className="min-w-0">
              <Link
                href={`/desk/${'actor' in row ? 'actors' : 'relations'}/${row.id}`}
                prefetch={false}
                className="font-semibold wrap-break-word"
              >
                {row.name}
              </Link>
              <span className="block text-sm text-ink-2">
                {'actor' in row
                  ? [kind(row.actor.kind), row.actor.city].filter((part) => part !== null).join(', ')
                  : type(row.relation.type)}
                {', '}
                {t('changed', { day: dateText(locale, row.updatedAt, 'day') })}
              </span>
            </span>
          </span>
          {row.status === 'published' && <Seal verifiedAt={row.verifiedAt} today={today} />}
          <StatusBadge status={row.status} />
        </li>
      ))}
    </ul>
  )
}

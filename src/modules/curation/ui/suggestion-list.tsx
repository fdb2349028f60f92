import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { Link } from '@/i18n/navigation'
import { isFieldName } from '@/modules/curation/suggested-look.schema'
import type { SuggestionRow } from '@/modules/curation/suggestion.schema'
import { Badge } from '@/ui/badge'

/** Suggestions in the queue, or those that were decided: on which record, what about, since when. */
export function SuggestionList({ rows }: { rows: readonly SuggestionRow[] }) {
  const t = useTranslations('suggestion')
  const format = useFormatter()
  const locale = useLocale()
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-start gap-x-3.5 gap-y-1 border-b border-rule py-3">
          <span className="min-w-0 flex-1 basis-72">
            <Link href={`/desk/suggestions/${row.id}`} prefetch={false} className="font-semibold wrap-break-word">
              {row.name || t('recordGone')}
            </Link>
            <span className="block text-sm text-ink-2">
              {t(`kind.${row.kind}`)}:{' '}
              {row.changed.length > 0
                ? format.list(row.changed.map((field) => (isFieldName(field) ? t(`label.${field}`) : field)))
                : t('inWords')}
              {', '}
              {dateText(locale, row.decidedAt ?? row.createdAt, 'day')}
            </span>
            {row.message !== null && <span className="line-clamp-2 block text-sm wrap-break-word">{row.message}</span>}
          </span>
          {row.state === 'accepted' && <Badge tone="ok">{t('state.accepted')}</Badge>}
          {row.state === 'declined' && <Badge>{t('state.declined')}</Badge>}
        </li>
      ))}
    </ul>
  )
}

import { FileClock } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { momentText } from '@/core/date-text'
import { Link } from '@/i18n/navigation'
import type { WaitingFile } from '@/modules/files/file.schema'

/** Files that wait for a coordinator; each leads to the files of its record, where they are taken or not. */
export function WaitingList({ rows }: { rows: readonly WaitingFile[] }) {
  const t = useTranslations('files')
  const locale = useLocale()
  return (
    <ul>
      {rows.map(({ id, kind, recordId, recordName, name, createdAt }) => (
        <li key={id} className="flex gap-3 border-b border-rule py-3">
          <FileClock className="mt-0.5 size-5 flex-none text-ink-3" aria-hidden />
          <span className="min-w-0">
            <Link href={`/desk/${kind}s/${recordId}#files`} prefetch={false} className="font-semibold wrap-anywhere">
              {name}
            </Link>
            <span className="block text-sm wrap-break-word text-ink-2">
              {t('of', { name: recordName })},{' '}
              <time dateTime={createdAt.toISOString()}>{momentText(locale, createdAt)}</time>
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

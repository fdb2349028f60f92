import { useTranslations } from 'next-intl'
import type { RecordStatus, Visibility } from '@/core/curated'
import { Notice } from './notice'
import { StatusBadge } from './status-badge'

/** To those who keep a record: where it stands while it is not public, and why it came back. Nothing for a public one. */
export function RecordState({
  status,
  visibility,
  sentBackReason,
}: {
  status: RecordStatus
  visibility: Visibility
  sentBackReason: string | null
}) {
  const t = useTranslations('ui.record')
  const isBack = status === 'draft' && sentBackReason !== null
  if (status === 'published' && visibility === 'public') return null
  return (
    <div className="mb-4 flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
        {status !== 'published' && <StatusBadge status={status} />}
        {visibility !== 'public' && t(`seenBy.${visibility}`)}
      </p>
      {isBack && (
        <Notice tone="mark">
          <b>{t('sentBack')}</b> {sentBackReason}
        </Notice>
      )}
    </div>
  )
}

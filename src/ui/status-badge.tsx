import { Archive, Check, PencilLine, Send } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RecordStatus } from '@/core/curated'
import { Badge } from './badge'

const looks = {
  draft: { tone: 'quiet', icon: PencilLine },
  submitted: { tone: 'mark', icon: Send },
  published: { tone: 'ok', icon: Check },
  archived: { tone: 'quiet', icon: Archive },
} as const

/** Where a record stands between draft and archive. */
export function StatusBadge({ status }: { status: RecordStatus }) {
  const t = useTranslations('ui.status')
  const { tone, icon: Icon } = looks[status]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(status)}
    </Badge>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import type { GroupSummary } from '@/modules/groups/group.schema'
import { Notice } from '@/ui/notice'

/** Says that a group is over, since when and why; nothing while it works. */
export function ArchivedNotice({ group }: { group: Pick<GroupSummary, 'archivedAt' | 'archiveReason' | 'territory'> }) {
  const t = useTranslations('groups.archive')
  const locale = useLocale()
  if (group.archivedAt === null) return null
  return (
    <div className="max-w-[45rem]">
      <Notice tone="warn">
        <p>{t('isArchived', { day: dateText(locale, group.archivedAt, 'day', group.territory.timeZone) })}</p>
        {group.archiveReason !== null && (
          <p className="mt-1 whitespace-pre-line wrap-break-word">{group.archiveReason}</p>
        )}
      </Notice>
    </div>
  )
}

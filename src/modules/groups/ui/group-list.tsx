import { useLocale, useTranslations } from 'next-intl'
import { momentText } from '@/core/date-text'
import { inLanguage } from '@/core/localized'
import { Link } from '@/i18n/navigation'
import type { GroupRow } from '@/modules/groups/group.schema'

/** Groups somebody may read, each with its territory, the number of its members and its next meeting. */
export function GroupList({ groups }: { groups: readonly GroupRow[] }) {
  const t = useTranslations('groups')
  const locale = useLocale()
  return (
    <ul className="max-w-[45rem] border-t border-ink">
      {groups.map(({ id, slug, name, territory, members, next }) => {
        const words = inLanguage(name, locale)
        return (
          <li key={id} className="border-b border-rule py-3">
            <Link
              href={`/desk/group/${slug}`}
              prefetch={false}
              className="font-serif text-xl tracking-serif text-ink wrap-break-word"
              lang={words.language}
            >
              {words.value}
            </Link>
            <p className="text-sm text-ink-2">
              {inLanguage(territory.name, locale).value}, {t('members', { count: members })}
            </p>
            <p className="text-sm">
              {next === null
                ? t('noNext')
                : t('nextMeeting', { at: momentText(locale, next.startsAt, territory.timeZone) })}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

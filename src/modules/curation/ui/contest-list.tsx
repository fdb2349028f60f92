import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { Link } from '@/i18n/navigation'
import type { Contest } from '@/modules/curation/contest.schema'

/** Contests on the desk: which relation, who says so and since when, and where it stands. */
export function ContestList({ contests }: { contests: readonly Contest[] }) {
  const t = useTranslations('contest')
  const locale = useLocale()
  return (
    <ul>
      {contests.map(({ id, relation, territory, openedAt, state }) => (
        <li key={id} className="border-b border-rule py-3">
          <Link href={`/desk/contests/${id}`} prefetch={false} className="font-semibold wrap-break-word">
            {relation.name}
          </Link>
          <span className="block text-sm text-ink-2">
            {t('openedBy', { territory: territory.name, day: dateText(locale, openedAt, 'day') })}
            {state !== 'open' && `. ${t(`state.${state}`)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

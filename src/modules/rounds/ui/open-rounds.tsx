import { useLocale, useTranslations } from 'next-intl'
import { inLanguage } from '@/core/localized'
import { Link } from '@/i18n/navigation'
import { closingText } from '@/modules/rounds/closing.schema'
import type { OpenRound } from '@/modules/rounds/round.schema'
import { Badge } from '@/ui/badge'

const soon = 3 * 86_400_000

/** Open rounds on the desk of whoever keeps them: what is still missing, and until when. */
export function OpenRounds({ rounds, now }: { rounds: readonly OpenRound[]; now: Date }) {
  const t = useTranslations('rounds.desk')
  const locale = useLocale()
  return (
    <ul>
      {rounds.map(({ id, title, groupSlug, groupName, closesAt, timeZone, progress }) => {
        const name = inLanguage(title, locale)
        const open = progress.asked - progress.submitted
        return (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3.5 gap-y-1 border-b border-rule py-3 text-sm">
            <span className="min-w-0 flex-1 basis-60">
              <Link
                href={`/desk/group/${groupSlug}/rounds/${id}`}
                prefetch={false}
                lang={name.language}
                className="font-semibold wrap-break-word"
              >
                {name.value}
              </Link>
              <span className="block wrap-break-word text-ink-2">{inLanguage(groupName, locale).value}</span>
            </span>
            <span className="text-ink-2">
              {t('open', { open, asked: progress.asked })},{' '}
              {t('until', { end: closingText(locale, closesAt, timeZone) })}
            </span>
            {open > 0 && closesAt.getTime() - now.getTime() < soon && <Badge tone="warn">{t('soon')}</Badge>}
          </li>
        )
      })}
    </ul>
  )
}

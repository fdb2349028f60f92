import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { inLanguage, type Localized } from '@/core/localized'
import { Link } from '@/i18n/navigation'

/** Practices with remarks that nobody answered yet, each with how many and since when. */
export function WaitingRemarks({
  rows,
}: {
  rows: readonly { practiceId: string; title: Localized; count: number; oldestAt: Date }[]
}) {
  const t = useTranslations('rounds.result')
  const locale = useLocale()
  return (
    <ul className="max-w-[45rem]">
      {rows.map(({ practiceId, title, count, oldestAt }) => {
        const name = inLanguage(title, locale)
        return (
          <li key={practiceId} className="flex flex-wrap items-baseline gap-x-3.5 gap-y-1 border-b border-rule py-3">
            <Link
              href={`/desk/practices/${practiceId}/remarks`}
              prefetch={false}
              lang={name.language}
              className="min-w-0 flex-1 basis-60 font-semibold wrap-break-word"
            >
              {name.value}
            </Link>
            <span className="text-sm text-ink-2">
              {t('unanswered', { count })}, {t('waiting.since', { day: dateText(locale, oldestAt, 'day') })}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

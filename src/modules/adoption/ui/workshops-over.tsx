import { useLocale, useTranslations } from 'next-intl'
import { edtfText } from '@/core/date-text'
import type { ShownText } from '@/core/localized'
import { Link } from '@/i18n/navigation'

/** Workshops that are over, each leading to the form that says what came of it. */
export function WorkshopsOver({
  rows,
}: {
  rows: readonly {
    id: string
    practiceId: string
    territory: { id: string; name: string }
    title: ShownText | null
    day: string
  }[]
}) {
  const t = useTranslations('adoption.desk')
  const locale = useLocale()
  return (
    <ul className="max-w-[45rem]">
      {rows.map(({ id, practiceId, territory, title, day }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-3.5 gap-y-1 border-b border-rule py-3">
          <Link
            href={`/desk/adoption/${practiceId}/${territory.id}#outcome-part`}
            prefetch={false}
            lang={title === null || title.language === locale ? undefined : title.language}
            className="min-w-0 flex-1 basis-60 font-semibold wrap-break-word"
          >
            {title?.value ?? t('hidden')}
          </Link>
          <span className="text-sm text-ink-2">
            {t('over.held', { territory: territory.name, day: edtfText(locale, day) })}
          </span>
        </li>
      ))}
    </ul>
  )
}

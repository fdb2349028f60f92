import { useLocale } from 'next-intl'
import { Link } from '@/i18n/navigation'
import type { HandedIn } from '@/modules/practices/handed-in.schema'
import { LanguageBadge } from '@/ui/language-badge'

/** Practices on the page of a group, each with its summary and, under it, what `about` says of it. */
export function PracticeRows({
  path,
  practices,
  about,
}: {
  /** Address that the practice's own is added to. */
  path: string
  practices: readonly HandedIn[]
  about?: (practice: HandedIn) => string
}) {
  const locale = useLocale()
  const langOf = ({ language }: { language: string }) => (language === locale ? undefined : language)
  return (
    <ul className="max-w-[45rem]">
      {practices.map((practice) => (
        <li key={practice.id} className="border-b border-rule py-3">
          <Link
            href={`${path}/${practice.slug}`}
            prefetch={false}
            lang={langOf(practice.title)}
            className="font-serif text-lg tracking-serif wrap-break-word text-ink"
          >
            {practice.title.value}
          </Link>
          {practice.title.language !== locale && (
            <span className="ml-2">
              <LanguageBadge language={practice.title.language} />
            </span>
          )}
          {practice.summary !== null && (
            <p lang={langOf(practice.summary)} className="mt-0.5 max-w-[66ch] wrap-break-word">
              {practice.summary.value}
            </p>
          )}
          {about !== undefined && <p className="mt-1 text-sm text-ink-2">{about(practice)}</p>}
        </li>
      ))}
    </ul>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { inLanguage } from '@/core/localized'
import { Link } from '@/i18n/navigation'
import type { JudgedPractice } from '@/modules/groups/meeting.schema'

/** Which practice of which round something is about; the practice is a link where it has a page of its own. */
export function AboutPractice({ about: { practice, round } }: { about: Omit<JudgedPractice, 'roundId'> }) {
  const t = useTranslations('groups.decisions')
  const locale = useLocale()
  const title = practice.title === null ? null : inLanguage(practice.title, locale)
  const inRound = inLanguage(round, locale)
  return (
    <span className="min-w-0 wrap-break-word">
      {title === null ? (
        <span className="text-ink-3">{t('hiddenPractice')}</span>
      ) : practice.slug === null ? (
        <span lang={title.language}>{title.value}</span>
      ) : (
        <Link href={`/practices/${practice.slug}`} prefetch={false} lang={title.language}>
          {title.value}
        </Link>
      )}
      <span className="text-ink-2">
        {' '}
        (<span lang={inRound.language}>{inRound.value}</span>)
      </span>
    </span>
  )
}

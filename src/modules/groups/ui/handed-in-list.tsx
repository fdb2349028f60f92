import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { Link } from '@/i18n/navigation'
import type { HandedIn } from '@/modules/practices/handed-in.schema'
import { LanguageBadge } from '@/ui/language-badge'
import { Section } from '@/ui/section'

/** On the page of a group: the practices that wait for its judgement, its own territory's and those it was offered. */
export function HandedInList({
  path,
  practices,
}: {
  /** Address of the group. */
  path: string
  practices: readonly HandedIn[]
}) {
  const t = useTranslations('groups.handedIn')
  const locale = useLocale()
  const langOf = ({ language }: { language: string }) => (language === locale ? undefined : language)
  return (
    <Section id="practices" title={t('title')}>
      {practices.length === 0 && <p className="text-sm text-ink-2">{t('none')}</p>}
      <ul className="max-w-[45rem]">
        {practices.map(({ id, slug, title, summary, territory, offeredAt }) => (
          <li key={id} className="border-b border-rule py-3">
            <Link
              href={`${path}/practices/${slug}`}
              prefetch={false}
              lang={langOf(title)}
              className="font-serif text-lg tracking-serif wrap-break-word text-ink"
            >
              {title.value}
            </Link>
            {title.language !== locale && (
              <span className="ml-2">
                <LanguageBadge language={title.language} />
              </span>
            )}
            {summary !== null && (
              <p lang={langOf(summary)} className="mt-0.5 max-w-[66ch] wrap-break-word">
                {summary.value}
              </p>
            )}
            <p className="mt-1 text-sm text-ink-2">
              {offeredAt === null
                ? t('own')
                : t('offered', {
                    territory: territory ?? t('commons'),
                    day: dateText(locale, offeredAt, 'day'),
                  })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

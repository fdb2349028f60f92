import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { countryName } from '@/core/country'
import { inLanguage } from '@/core/localized'
import { Link } from '@/i18n/navigation'
import type { PracticeDetail } from '@/modules/practices/practice.schema'
import { PracticeText } from '@/modules/practices/ui/practice-text'
import { usePeriod } from '@/modules/practices/ui/use-period'
import { type Fact, Facts } from '@/ui/facts'
import { Seal } from '@/ui/seal'

/** A city and its region may have one name, written with another apostrophe. */
const distinct = (names: readonly (string | null)[]): string[] => {
  const keyOf = (name: string) => name.toLowerCase().replace(/[^\p{L}]/gu, '')
  const known = names.flatMap((name) => name ?? [])
  return known.filter((name, index) => known.findIndex((other) => keyOf(other) === keyOf(name)) === index)
}

const optional = (label: string, value: ReactNode): Fact[] =>
  value === null || value === undefined || value === '' ? [] : [{ label, value }]

/** What is known of a practice at a glance, beside its story: facts, resources, challenges. */
export function PracticeFacts({
  practice,
  sectors,
  themes,
}: {
  practice: PracticeDetail
  /** In the reader's language. */
  sectors: readonly string[]
  themes: readonly string[]
}) {
  const t = useTranslations('practices')
  const ui = useTranslations('ui')
  const locale = useLocale()
  const period = usePeriod()
  const pageLanguage = inLanguage(practice.title, locale).language
  const { territory, country, scope } = practice
  const unknown = <span className="text-ink-3">{ui('notKnown')}</span>
  const where = distinct([practice.place, practice.region, country && countryName(country, locale)]).join(', ')
  const facts: Fact[] = [
    { label: t('facts.where'), value: where || unknown },
    { label: t('facts.scope'), value: scope === null ? unknown : t(`scope.${scope}`) },
    { label: t('facts.period'), value: period(practice) || unknown },
    ...optional(t('facts.project'), practice.fromProject),
    ...optional(t('facts.themes'), themes.join(', ')),
    ...optional(t('facts.axes'), practice.axes.map((axis) => t(`axis.${axis}`)).join(', ')),
    ...optional(t('facts.sectors'), sectors.join('; ')),
    ...optional(t('facts.keywords'), practice.keywords.join(', ')),
    {
      label: t('facts.curated'),
      value:
        territory === null ? (
          t('facts.commons')
        ) : (
          <Link href={`/territories/${territory.slug}`} prefetch={false}>
            {territory.name}
          </Link>
        ),
    },
  ]
  return (
    <>
      <section aria-labelledby="facts">
        <h2 id="facts" className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4 text-md font-semibold">
          {t('facts.title')} {practice.status === 'published' && <Seal verifiedAt={practice.verifiedAt} />}
        </h2>
        <Facts facts={facts} />
      </section>
      {(['resources', 'challenges'] as const).map((part) => {
        const text = practice[part]
        return (
          <section key={part} aria-labelledby={part}>
            <h2 id={part} className="mb-1 text-md font-semibold">
              {t(`part.${part}`)}
            </h2>
            {text === null ? (
              <p className="text-md text-ink-3">{ui('notKnown')}</p>
            ) : (
              <PracticeText text={inLanguage(text, locale)} pageLanguage={pageLanguage} size="beside" />
            )}
          </section>
        )
      })}
    </>
  )
}

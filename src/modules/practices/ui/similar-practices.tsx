import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import type { SimilarPractice } from '@/modules/practices/similar-practice.schema'
import { sectorName } from '@/modules/taxonomy/nace.schema'
import { Section } from '@/ui/section'

/** Practices like this one, each with what the two share. */
export function SimilarPractices({
  similar,
  themeNames,
}: {
  similar: readonly SimilarPractice[]
  /** Of the themes that are shared, in the reader's language, by code. */
  themeNames: ReadonlyMap<string, string>
}) {
  const t = useTranslations('practices.similar')
  const kindWord = useTranslations('taxonomy.kindPlural')
  const locale = useLocale()
  if (similar.length === 0) return null
  return (
    <Section id="similar" title={t('title')}>
      <ul className="border-t border-rule">
        {similar.map(({ practice, shared: { themes, sectors, kind, words } }) => {
          const why = [
            themes.length > 0 && t('themes', { list: themes.map((code) => themeNames.get(code) ?? code).join(', ') }),
            sectors.length > 0 && t('sectors', { list: sectors.map((code) => sectorName(code, locale)).join(', ') }),
            kind !== null && t('kind', { kind: kindWord(kind) }),
            words.length > 0 && t('words', { list: words.join(', ') }),
          ].filter((reason) => reason !== false)
          return (
            <li key={practice.id} className="border-b border-rule py-3">
              <Link
                href={`/practices/${practice.slug}`}
                prefetch={false}
                lang={practice.title.language === locale ? undefined : practice.title.language}
                className="font-serif text-lg tracking-serif wrap-break-word"
              >
                {practice.title.value}
              </Link>
              <p className="text-sm text-ink-2">{why.join(' ')}</p>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

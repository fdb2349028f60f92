import { useLocale, useTranslations } from 'next-intl'
import { countryName } from '@/core/country'
import { inLanguage } from '@/core/localized'
import { Link } from '@/i18n/navigation'
import type { TerritoryDetail } from '@/modules/territories/territory.schema'
import { edtfText } from '@/core/date-text'
import { type Fact, Facts } from '@/ui/facts'
import { TextInLanguage } from '@/ui/text-in-language'

/** What a territory says of itself: description, what it lies in and holds, languages, partner, policy instruments. */
export function TerritoryFacts({ territory }: { territory: TerritoryDetail }) {
  const t = useTranslations('territories.facts')
  const taxonomy = useTranslations('taxonomy')
  const ui = useTranslations('ui')
  const locale = useLocale()
  const unknown = <span className="text-ink-3">{ui('notKnown')}</span>
  const languages = new Intl.DisplayNames([locale], { type: 'language' })
  const to = (place: { slug: string; name: string }) => (
    <Link key={place.slug} href={`/territories/${place.slug}`} prefetch={false} className="mr-3">
      {place.name}
    </Link>
  )
  const { parent, children, partnerOrganisation: partner, instruments } = territory
  const facts: Fact[] = [
    { label: t('level'), value: taxonomy(`territoryLevel.${territory.level}`) },
    { label: t('country'), value: countryName(territory.country, locale) },
    {
      label: 'NUTS',
      value:
        territory.nutsCode === null
          ? unknown
          : [territory.nutsCode, territory.nutsVersion && `(${territory.nutsVersion})`].filter(Boolean).join(' '),
    },
    ...(parent === null ? [] : [{ label: t('parent'), value: to(parent) }]),
    ...(children.length === 0 ? [] : [{ label: t('children'), value: children.map(to) }]),
    {
      label: t('languages'),
      value: territory.languages.map((code) => languages.of(code) ?? code).join(', '),
    },
    {
      label: t('partner'),
      value:
        partner === null ? (
          unknown
        ) : (
          <Link href={`/actors/${partner.slug}`} prefetch={false}>
            {partner.name}
          </Link>
        ),
    },
    {
      label: t('instruments'),
      value:
        instruments.length === 0 ? (
          unknown
        ) : (
          <ul className="flex flex-col gap-1.5">
            {instruments.map((instrument) => {
              const name = inLanguage(instrument.name, locale)
              const years = [instrument.started, instrument.ended].map((date) => date && edtfText(locale, date))
              const period = years[0] || years[1] ? `${years[0] ?? ''}–${years[1] ?? ''}` : null
              return (
                <li key={instrument.id}>
                  <span lang={name.language === locale ? undefined : name.language}>{name.value}</span>
                  <span className="block text-sm text-ink-2">
                    {[instrument.body, period].filter(Boolean).join(', ')}
                  </span>
                </li>
              )
            })}
          </ul>
        ),
    },
  ]
  return (
    <section aria-labelledby="facts" className="mt-8 print:hidden">
      <h2 id="facts" className="mb-3 text-lg font-semibold">
        {t('title')}
      </h2>
      <div className="grid gap-x-13 gap-y-4 frame:grid-cols-2">
        {territory.description !== null && <TextInLanguage text={inLanguage(territory.description, locale)} />}
        <Facts facts={facts} />
      </div>
    </section>
  )
}

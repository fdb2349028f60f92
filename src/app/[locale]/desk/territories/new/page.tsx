import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forbidden, redirect } from 'next/navigation'
import { type GivenParams, paramsOf } from '@/core/address'
import { countryCode, countryCodes, countryName } from '@/core/country'
import { languageChoices } from '@/core/language'
import { decided } from '@/core/decision'
import type { Locale } from '@/core/localized'
import { findNutsRegions, nutsNames } from '@/modules/places/border.queries'
import { usualTimeZone } from '@/modules/places/place.queries'
import { territoryLevels } from '@/modules/taxonomy/taxonomy.schema'
import { canCreateTerritory } from '@/modules/territories/territory.policy'
import { findTerritories } from '@/modules/territories/territory.queries'
import { RegionFinder } from '@/modules/territories/ui/region-finder'
import { TerritoryForm } from '@/modules/territories/ui/territory-form.client'
import { currentViewer } from '@/platform/session'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

const path = '/desk/territories/new'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('territoryForm')
  return { title: t('title'), robots: { index: false } }
}

/** Admins only: a boundary decides whose home everything inside is (5-permissions). */
export default async function NewTerritoryPage({ params, searchParams }: Props) {
  const [{ locale }, given, viewer] = await Promise.all([params, searchParams, currentViewer()])
  if (viewer === null) redirect(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}${path}`)}`)
  decided()
  if (!canCreateTerritory(viewer)) forbidden()
  const asked = askedOf(given)
  const [t, list, taxonomy, { rows }, regions, names, timeZone] = await Promise.all([
    getTranslations('territoryForm'),
    getTranslations('territories.list'),
    getTranslations('taxonomy.territoryLevel'),
    findTerritories({}, { locale }),
    asked.country === '' || asked.nuts !== '' ? null : findNutsRegions({ country: asked.country, q: asked.q }),
    nutsNames(asked.nuts === '' ? [] : [asked.nuts]),
    asked.country === '' ? null : usualTimeZone(asked.country),
  ])
  const byName = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, locale)
  const countries = countryCodes.map((value) => ({ value, label: countryName(value, locale) })).sort(byName)
  const level = asked.nuts.length === 5 ? 'province' : asked.nuts === '' ? '' : 'region'
  return (
    <Page>
      <Breadcrumb steps={[{ label: list('title'), href: '/territories' }, { label: t('title') }]} />
      <PageHead title={t('title')}>{t('lead')}</PageHead>
      <RegionFinder countries={countries} country={asked.country} q={asked.q} regions={regions} />
      <div id="form">
        <ClientTexts namespaces={['territoryForm', 'errors', 'ui']}>
          <TerritoryForm
            key={asked.nuts}
            initial={{
              name: names.get(asked.nuts) ?? '',
              language: locale,
              level,
              country: asked.country,
              nutsCode: asked.nuts,
              timeZone: timeZone ?? '',
              languages: [locale],
            }}
            choices={{
              levels: territoryLevels.map((value) => ({ value, label: taxonomy(value) })),
              countries,
              languages: languageChoices(locale),
              timeZones: Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value })),
              parents: rows.map(({ id, name }) => ({ value: id, label: name })),
            }}
          />
        </ClientTexts>
      </div>
    </Page>
  )
}

function askedOf(given: GivenParams) {
  const query = paramsOf(given)
  const country = countryCode.safeParse(query.get('in') ?? '')
  return {
    country: country.success ? country.data : '',
    q: (query.get('q') ?? '').trim().slice(0, 100),
    nuts: /^[A-Z]{2}[A-Z0-9]{0,3}$/.exec(query.get('nuts') ?? '')?.[0] ?? '',
  }
}

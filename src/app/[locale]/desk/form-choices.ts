import { getTranslations } from 'next-intl/server'
import { tagNames, themeNames } from '@/app/[locale]/code-names'
import { countryCodes, countryName } from '@/core/country'
import { languageChoices } from '@/core/language'
import type { Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import type { ActorChoices } from '@/modules/actors/ui/actor-form/actor-choices'
import { sectorsIn } from '@/modules/taxonomy/nace.schema'
import { findTerritories, getTerritory } from '@/modules/territories/territory.queries'

/** The closed lists of both forms in the reader's language. */
export async function formChoices(viewer: Viewer, locale: Locale): Promise<ActorChoices> {
  const [t, themes, tags, { rows: territories }] = await Promise.all([
    getTranslations('form.choices'),
    themeNames(locale),
    tagNames(locale),
    findTerritories({}, { locale }),
  ])
  const byName = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, locale)
  const languages = languageChoices(locale)
  const countries = countryCodes.map((value) => ({ value, label: countryName(value, locale) })).sort(byName)
  const home = new Set(territories.map(({ country }) => country))
  const own = territories.filter(({ id }) => viewer.isAdmin || viewer.territoryIds.includes(id))
  const asChoice = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })
  const curators = [
    ...own.map(asChoice).sort(byName),
    ...(viewer.isAdmin ? [{ value: 'commons', label: t('commons') }] : []),
  ]
  return {
    languages,
    language: await usualLanguage(viewer, locale),
    languageOptions: [...languages].sort(byName),
    countries: [
      { group: t('ownCountries'), choices: countries.filter(({ value }) => home.has(value)) },
      { group: t('otherCountries'), choices: countries.filter(({ value }) => !home.has(value)) },
    ],
    countryOptions: countries,
    sectors: sectorsIn(locale).map(({ code, name }) => ({ value: code, label: name, secondary: code })),
    themes,
    tags: tags.filter(({ isRetired }) => !isRetired).map(({ label }) => label),
    territories: territories.map(asChoice).sort(byName),
    curators: curators.length > 1 ? curators : [],
  }
}

/** The languages a text may have, and the one this viewer most likely writes in. */
export const formLanguages = async (viewer: Viewer, locale: Locale) => ({
  languages: languageChoices(locale),
  language: await usualLanguage(viewer, locale),
})

/** A language of the viewer's own territory, the one they read in if it is among them. */
async function usualLanguage(viewer: Viewer, locale: Locale): Promise<string> {
  const [own] = viewer.territoryIds
  const languages = own === undefined ? [] : (await getTerritory(own, locale)).languages
  return languages.includes(locale) ? locale : (languages[0] ?? locale)
}

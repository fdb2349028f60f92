import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { answered } from '@/app/answered'
import { adminViewer } from '@/app/[locale]/admin/admin-viewer'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { RecordProblem } from '@/app/record-problem'
import { countryCodes, countryName } from '@/core/country'
import { formFields } from '@/core/form-values'
import { contentLanguages, languageChoices, languageName } from '@/core/language'
import type { Locale } from '@/core/localized'
import { ActorField } from '@/modules/actors/ui/actor-field.client'
import { territoryLevels } from '@/modules/taxonomy/taxonomy.schema'
import { getTerritoryFactsForm } from '@/modules/territories/territory-facts-form.queries'
import { canChangeBoundary, canEditSomeTerritory, canEditTerritory } from '@/modules/territories/territory.policy'
import { findTerritories, getTerritory } from '@/modules/territories/territory.queries'
import { TerritoryAreaForm } from '@/modules/territories/ui/territory-area-form.client'
import { TerritoryFactsForm } from '@/modules/territories/ui/territory-facts-form.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ locale: Locale; slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('territories.title'), robots: { index: false } }
}

export default function TerritoryFactsPage(props: Props) {
  return answered(() => territoryFactsPage(props))
}

async function territoryFactsPage({ params }: Props) {
  const { locale, slug } = await params
  const viewer = await adminViewer(locale, `/admin/territories/${slug}`, canEditSomeTerritory)
  const territory = await orProblem(getTerritory(slug, locale))
  if (typeof territory === 'string') return <RecordProblem problem={territory} />
  if (!canEditTerritory(viewer, territory)) forbidden()
  const [t, words, taxonomy, form, { rows }] = await Promise.all([
    getTranslations('admin'),
    getTranslations('territoryForm'),
    getTranslations('taxonomy.territoryLevel'),
    getTerritoryFactsForm(viewer, { slug: territory.slug }, locale),
    findTerritories({}, { locale }),
  ])
  const at = { id: form.id, version: form.version }
  const named = (value: string) => ({ value, label: languageName(value, locale) })
  const usual = contentLanguages.slice(0, 12)
  const byName = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, locale)
  return (
    <Page reading>
      <Breadcrumb
        steps={[
          { label: t('title'), href: '/admin' },
          { label: t('territories.title'), href: '/admin/territories' },
          { label: territory.name },
        ]}
      />
      <PageHead title={territory.name}>{t('territories.factsLead')}</PageHead>
      <ClientTexts namespaces={['territoryForm', 'form', 'taxonomy', 'errors', 'ui']}>
        <TerritoryFactsForm
          initial={{ ...form.values, ...formFields(at) }}
          choices={{
            texts: languageChoices(locale),
            languages: [...new Set([...usual, ...territory.languages])].map(named),
            timeZones: Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value })),
          }}
          partner={<ActorField name="partner" label={words('partner')} hint={words('partnerHint')} />}
        />
        {canChangeBoundary(viewer) && (
          <section aria-labelledby="area" className="mt-12 border-t border-rule pt-6">
            <h2 id="area" className="mb-2 text-lg font-semibold">
              {words('area')}
            </h2>
            <p className="mb-5 text-sm text-ink-2">{words('areaLead')}</p>
            <TerritoryAreaForm
              at={at}
              initial={formFields({
                level: territory.level,
                country: territory.country,
                nutsCode: territory.nutsCode,
                parentId: territory.parent?.id,
              })}
              choices={{
                levels: territoryLevels.map((value) => ({ value, label: taxonomy(value) })),
                countries: countryCodes.map((value) => ({ value, label: countryName(value, locale) })).sort(byName),
                parents: rows.filter(({ id }) => id !== at.id).map(({ id, name }) => ({ value: id, label: name })),
              }}
            />
          </section>
        )}
      </ClientTexts>
    </Page>
  )
}

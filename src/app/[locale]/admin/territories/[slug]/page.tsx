import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { answered } from '@/app/answered'
import { adminViewer } from '@/app/[locale]/admin/admin-viewer'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { RecordProblem } from '@/app/record-problem'
import { contentLanguages, languageName } from '@/core/language'
import { type Locale, locales } from '@/core/localized'
import { getTerritoryFactsForm } from '@/modules/territories/territory-facts-form.queries'
import { canEditSomeTerritory, canEditTerritory } from '@/modules/territories/territory.policy'
import { getTerritory } from '@/modules/territories/territory.queries'
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
  const [t, { id, version, values }] = await Promise.all([
    getTranslations('admin'),
    getTerritoryFactsForm(viewer, territory.slug),
  ])
  const named = (value: string) => ({ value, label: languageName(value, locale) })
  const usual = contentLanguages.slice(0, 12)
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
      <ClientTexts namespaces={['territoryForm', 'errors', 'ui']}>
        <TerritoryFactsForm
          at={{ id, version }}
          initial={values}
          choices={{
            interfaceLanguages: locales.map(named),
            languages: [...new Set([...usual, ...territory.languages])].map(named),
            timeZones: Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value })),
          }}
        />
      </ClientTexts>
    </Page>
  )
}

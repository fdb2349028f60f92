import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { adminViewer } from '@/app/[locale]/admin/admin-viewer'
import type { Locale } from '@/core/localized'
import { canCreateTerritory, canEditSomeTerritory, canEditTerritory } from '@/modules/territories/territory.policy'
import { findTerritories } from '@/modules/territories/territory.queries'
import { TerritoryTable } from '@/modules/territories/ui/territory-table'
import { Breadcrumb } from '@/ui/breadcrumb'
import { LinkButton } from '@/ui/link-button'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('territories.title'), robots: { index: false } }
}

export default function TerritoriesPage(props: { params: Promise<{ locale: Locale }> }) {
  return answered(() => territoriesPage(props))
}

/** The territories whose facts the viewer may change. */
async function territoriesPage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params
  const viewer = await adminViewer(locale, '/admin/territories', canEditSomeTerritory)
  const [t, list, { rows }] = await Promise.all([
    getTranslations('admin'),
    getTranslations('territories.list'),
    findTerritories({}, { locale }),
  ])
  const own = rows.filter((territory) => canEditTerritory(viewer, territory))
  return (
    <Page>
      <Breadcrumb steps={[{ label: t('title'), href: '/admin' }, { label: t('territories.title') }]} />
      <PageHead
        title={t('territories.title')}
        {...(canCreateTerritory(viewer) && {
          actions: <LinkButton href="/desk/territories/new">{list('create')}</LinkButton>,
        })}
      >
        {t('territories.lead')}
      </PageHead>
      {own.length === 0 ? (
        <p className="text-ink-2">{list('none')}</p>
      ) : (
        <TerritoryTable territories={own} caption={t('territories.title')} />
      )}
    </Page>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { pageMetadata } from '@/app/metadata'
import type { Locale } from '@/core/localized'
import { countByTerritory } from '@/modules/insights/territory-figures.queries'
import { canCreateTerritory } from '@/modules/territories/territory.policy'
import { findTerritories } from '@/modules/territories/territory.queries'
import { TerritoryTree } from '@/modules/territories/ui/territory-tree'
import { currentViewer } from '@/platform/session'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('territories.list')
  return pageMetadata({ title: t('title'), description: t('description'), path: '/territories' })
}

export default function TerritoriesPage(props: { params: Promise<{ locale: Locale }> }) {
  return answered(() => territoriesPage(props))
}

async function territoriesPage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params
  const [t, viewer, { rows, total }] = await Promise.all([
    getTranslations('territories.list'),
    currentViewer(),
    findTerritories({}, { locale }),
  ])
  const mayCreate = canCreateTerritory(viewer)
  const create = <LinkButton href="/desk/territories/new">{t('create')}</LinkButton>
  return (
    <Page>
      <PageHead title={t('title')} {...(mayCreate && total > 0 && { actions: create })}>
        {t('description')}
      </PageHead>
      {total === 0 ? (
        <EmptyState title={t('none')} {...(mayCreate && { action: create })}>
          {t(mayCreate ? 'noneForAdmin' : 'noneForVisitor')}
        </EmptyState>
      ) : (
        <>
          <p className="mb-3 font-semibold">{t('count', { count: total })}</p>
          <TerritoryTree territories={rows} counts={await countByTerritory(rows.map(({ slug }) => slug))} />
        </>
      )}
    </Page>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered, describedOrBare } from '@/app/answered'
import { pageMetadata } from '@/app/metadata'
import { RecordProblem } from '@/app/record-problem'
import { StructuredData } from '@/app/structured-data'
import type { Locale } from '@/core/localized'
import { permanentRedirect } from '@/i18n/navigation'
import { themeNames } from '@/app/[locale]/code-names'
import { findAdoptedByLike, findLikeTerritories } from '@/modules/adoption/likeness.queries'
import { findTransfersOfTerritory } from '@/modules/adoption/transfer.queries'
import { LikeTerritories } from '@/modules/adoption/ui/like-territories'
import { TransfersOfTerritory } from '@/modules/adoption/ui/transfers-of-territory'
import { findActors } from '@/modules/actors/actor.queries'
import { getTerritoryFigures } from '@/modules/insights/territory-figures.queries'
import { TerritorySheet } from '@/modules/insights/ui/territory-sheet'
import { findShownGroups } from '@/modules/groups/group.queries'
import { ShownGroups } from '@/modules/groups/ui/shown-groups'
import { findTerritoryLines } from '@/modules/map/territory-lines.queries'
import { findPractices } from '@/modules/practices/practice.queries'
import { NamedPractices } from '@/modules/practices/ui/named-practices'
import { findRelations, getRelationSummaries } from '@/modules/relations/relation.queries'
import { territoryToJsonLd } from '@/modules/territories/territory.jsonld'
import { getBoundary } from '@/modules/territories/territory.queries'
import { getSettings } from '@/platform/settings'
import { Page } from '@/ui/page'
import { RecordSource } from '@/ui/record-source'
import { territoryFound } from './territory-found'

type Props = { params: Promise<{ locale: Locale; slug: string }> }

// On paper the profile ends with the eight oldest institutional ties (LOOK §9: one A4).
const shown = { institutional: 8, others: 10, practices: 6 }

export function generateMetadata(props: Props): Promise<Metadata> {
  return describedOrBare(() => metadataOf(props))
}

async function metadataOf({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const result = await territoryFound(slug, locale)
  if (!('item' in result))
    return { title: (await getTranslations('problem'))('notFound.label'), robots: { index: false } }
  const t = await getTranslations('territories.page')
  const { name } = result.item
  return pageMetadata({
    title: t('title', { name }),
    description: t('description', { name }),
    path: `/territories/${result.item.slug}`,
  })
}

export default function TerritoryPage(props: Props) {
  return answered(() => territoryPage(props))
}

async function territoryPage({ params }: Props) {
  const { locale, slug } = await params
  const result = await territoryFound(slug, locale)
  if ('movedTo' in result) return permanentRedirect({ href: `/territories/${result.movedTo}`, locale })
  if ('problem' in result) return <RecordProblem problem={result.problem} />
  const territory = result.item
  const own = { territory: territory.slug }
  const page = { limit: shown.others, locale }
  const [
    settings,
    figures,
    lines,
    boundary,
    institutional,
    others,
    actors,
    groups,
    practices,
    transfers,
    like,
    themes,
  ] = await Promise.all([
    getSettings(),
    getTerritoryFigures(territory),
    findTerritoryLines(territory, { group: ['institutional'] }),
    getBoundary(territory.id),
    findRelations({ ...own, group: ['institutional'], sort: 'started' }, { limit: shown.institutional, locale }),
    findRelations({ ...own, group: ['knowledge', 'economic', 'cultural', 'other'], sort: '-started' }, page),
    findActors({ ...own, sort: 'relations' }, page),
    findShownGroups(territory.id),
    findPractices(own, { limit: shown.practices, locale }),
    findTransfersOfTerritory(territory, locale),
    findLikeTerritories(territory, locale),
    themeNames(locale),
  ])
  const ways = await getRelationSummaries(
    [...new Set([...transfers.in, ...transfers.out].flatMap(({ relations }) => relations))],
    locale,
  )
  return (
    <Page>
      <StructuredData data={territoryToJsonLd(territory, (to) => `${settings.url}/${locale}${to}`)} />
      <TerritorySheet
        territory={territory}
        today={new Date()}
        figures={figures}
        lines={lines}
        boundary={boundary}
        institutional={institutional}
        others={others}
        actors={actors}
      />
      <ShownGroups groups={groups} />
      <div className="print:hidden">
        <NamedPractices of="territory" page={practices} all={`/practices?territory=${territory.slug}`} />
      </div>
      <TransfersOfTerritory territory={territory} transfers={transfers} relations={ways} />
      {like !== null && (
        <LikeTerritories
          territory={territory}
          like={like}
          adopted={await findAdoptedByLike(territory, like, locale)}
          themeNames={new Map(themes.map(({ value, label }) => [value, label]))}
        />
      )}
      <RecordSource
        source={territory.source && { name: territory.source.name, url: territory.source.url ?? undefined }}
        demo={territory.demo}
        licence={settings.licence}
        locale={locale}
      />
    </Page>
  )
}

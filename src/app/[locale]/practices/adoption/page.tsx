import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { themeNames } from '@/app/[locale]/code-names'
import { pageMetadata } from '@/app/metadata'
import { addressWith, type GivenParams, paramsOf } from '@/core/address'
import type { Locale } from '@/core/localized'
import { matrixFilterOf } from '@/modules/adoption/matrix.schema'
import { findAdoptedByLike, findLikeTerritories } from '@/modules/adoption/likeness.queries'
import { getMatrix, getMatrixCounts } from '@/modules/adoption/matrix.queries'
import { getTransfers } from '@/modules/adoption/transfer.queries'
import { AdoptionMatrix } from '@/modules/adoption/ui/adoption-matrix'
import { LikeTerritories } from '@/modules/adoption/ui/like-territories'
import { matrixPath } from '@/modules/adoption/ui/matrix-filters'
import { getRelationSummaries } from '@/modules/relations/relation.queries'
import { findTerritories } from '@/modules/territories/territory.queries'
import type { TerritorySummary } from '@/modules/territories/territory.schema'
import { currentViewer } from '@/platform/session'
import { getSettings } from '@/platform/settings'
import { Page } from '@/ui/page'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

const perPage = 25
const mostColumns = 40

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, given] = await Promise.all([getTranslations('adoption.matrix'), searchParams])
  return pageMetadata({
    title: t('title'),
    description: t('description'),
    path: matrixPath,
    index: Object.keys(given).length === 0,
  })
}

export default function AdoptionPage(props: Props) {
  return answered(() => adoptionPage(props))
}

/** Whose practice was adopted where, resting on which relations. */
async function adoptionPage({ params, searchParams }: Props) {
  const [{ locale }, given] = await Promise.all([params, searchParams])
  const all = paramsOf(given)
  const { filter, ignored } = matrixFilterOf(all)
  for (const key of ignored) all.delete(key)
  const [matrix, counts, { rows: territories }, themes, settings] = await Promise.all([
    getMatrix(filter, { limit: perPage, mostColumns, locale }),
    getMatrixCounts(filter),
    findTerritories({}, { locale }),
    themeNames(locale),
    getSettings(),
  ])
  const transfers = await getTransfers(matrix.cells.map(({ id }) => id), locale) // prettier-ignore
  const named = [...transfers, ...matrix.rows].flatMap(({ relations }) => relations)
  const near = await nearOf(filter.territory, territories, locale)
  return (
    <Page>
      <AdoptionMatrix
        matrix={matrix}
        params={all}
        filter={filter}
        ignored={ignored}
        counts={counts}
        transfers={transfers}
        relations={await getRelationSummaries([...new Set(named)], locale)}
        themes={themes}
        territories={territories.map(({ slug, name }) => ({ value: slug, label: name }))}
        nextHref={matrix.next === null ? null : addressWith(matrixPath, all, { after: matrix.next })}
        licence={settings.licence}
        today={new Date()}
      >
        {near !== null && (
          <LikeTerritories {...near} themeNames={new Map(themes.map(({ value, label }) => [value, label]))} />
        )}
      </AdoptionMatrix>
    </Page>
  )
}

/** What territories like the one of the filter adopted; else like the first the viewer works for. */
async function nearOf(slug: string | undefined, territories: readonly TerritorySummary[], locale: Locale) {
  const own = slug === undefined ? (await currentViewer())?.territoryIds[0] : undefined
  const territory = territories.find((one) => (slug === undefined ? one.id === own : one.slug === slug))
  if (territory === undefined) return null
  const like = await findLikeTerritories(territory, locale)
  if (like === null) return null
  return { territory, like, adopted: await findAdoptedByLike(territory, like, locale) }
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { filterNames } from '@/app/[locale]/filter-names'
import { type GivenParams, paramsOf } from '@/core/address'
import type { Locale } from '@/core/localized'
import { findFacet } from '@/modules/map/facet.queries'
import { getLabel } from '@/modules/map/scene.queries'
import { facetKeys, facetPlace, facetPlaces, practiceFacetKeys } from '@/modules/taxonomy/facet.schema'
import { findPracticeFacet } from '@/modules/practices/practice-facet.queries'
import { practiceFilterKeys } from '@/modules/practices/practice.schema'
import { filterKeys, filterOf, withoutIgnored } from '@/modules/taxonomy/filter.schema'
import { PlainFilters } from '@/modules/taxonomy/ui/plain-filters'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('filters'))('title'), robots: { index: false } }
}

/** All filters of a list with their numbers, in one form: for who has no script. */
export default function FiltersPage(props: Props) {
  return answered(() => filtersPage(props))
}

/** A list by its path without the slash; that of the map when there is no such list. */
async function listOf(asked: string, locale: Locale) {
  const slug = /^actors\/([a-z0-9-]{1,100})$/.exec(asked)?.[1]
  const actor = slug === undefined ? null : await getLabel(slug, locale)
  if (actor !== null) return { path: `/actors/${actor.slug}`, of: 'relations', own: { partyId: actor.id } } as const
  return { ...facetPlaces[facetPlace.safeParse(asked).data ?? 'map'], own: {} }
}

async function filtersPage({ params, searchParams }: Props) {
  const [{ locale }, given, t] = await Promise.all([params, searchParams, getTranslations('filters')])
  const all = paramsOf(given)
  const { path, of, own } = await listOf(all.get('for') ?? '', locale)
  all.delete('for')
  const { filter, ignored } = filterOf(all, of === 'practices' ? practiceFilterKeys : filterKeys)
  const query = withoutIgnored(all, ignored)
  // On the map the numbers are of everywhere, as they are with script.
  const isPart = path === facetPlaces.map.path && filter.bbox !== undefined
  const { bbox: _bbox, ...wide } = filter
  const [names, answers] = await Promise.all([
    filterNames(filter, locale),
    of === 'practices'
      ? Promise.all(
          practiceFacetKeys.map(async (facet) => ({ facet, ...(await findPracticeFacet({ facet, filter, locale })) })),
        )
      : Promise.all(
          facetKeys.map(async (facet) => ({
            facet,
            ...(await findFacet({ of, facet, filter: { ...(isPart ? wide : filter), ...own }, locale })),
          })),
        ),
  ])
  return (
    <Page>
      <PageHead title={t('title')}>
        {t('lead')} {isPart && t('everywhere')}
      </PageHead>
      <PlainFilters path={path} params={query} filter={filter} names={names} answers={answers} />
    </Page>
  )
}

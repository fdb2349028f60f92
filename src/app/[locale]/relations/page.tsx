import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { pageMetadata } from '@/app/metadata'
import { addressWith, type GivenParams, paramsOf } from '@/core/address'
import { themeNames } from '@/app/[locale]/code-names'
import type { Locale } from '@/core/localized'
import { countRelations, countRelationsByCountry, findRelations } from '@/modules/relations/relation.queries'
import { RelationList } from '@/modules/relations/ui/relation-list'
import { filterOf } from '@/modules/taxonomy/filter.schema'
import { sectorsIn } from '@/modules/taxonomy/nace.schema'
import { findTerritories } from '@/modules/territories/territory.queries'
import { Page } from '@/ui/page'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

const path = '/relations'
const perPage = 25

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, given] = await Promise.all([getTranslations('relations'), searchParams])
  return pageMetadata({
    title: t('title'),
    description: t('description'),
    path,
    index: Object.keys(given).length === 0,
  })
}

export default function RelationsPage(props: Props) {
  return answered(() => relationsPage(props))
}

async function relationsPage({ params, searchParams }: Props) {
  const [{ locale }, given] = await Promise.all([params, searchParams])
  const query = paramsOf(given)
  const { filter, ignored } = filterOf(query)
  const { type: _type, group: _group, ...besideType } = filter
  const { state: _state, ...besideState } = filter
  const { country: _country, ...besideCountry } = filter
  const [page, types, states, byCountry, territories, themes] = await Promise.all([
    findRelations(filter, { limit: perPage, locale }),
    countRelations(besideType),
    countRelations(besideState),
    countRelationsByCountry(besideCountry),
    findTerritories({}, { locale }),
    themeNames(locale),
  ])
  const sectors = sectorsIn(locale).filter(({ code }) => code.length === 1 || filter.sector?.includes(code))
  return (
    <Page>
      <RelationList
        path={path}
        params={query}
        filter={filter}
        ignored={ignored}
        page={page}
        nextHref={page.next === null ? null : addressWith(path, query, { after: page.next })}
        choices={{
          byType: types.byType,
          byState: states.byState,
          byCountry,
          territories: territories.rows,
          sectors,
          themes,
        }}
      />
    </Page>
  )
}

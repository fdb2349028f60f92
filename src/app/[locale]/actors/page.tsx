import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { pageMetadata } from '@/app/metadata'
import { addressWith, type GivenParams, paramsOf } from '@/core/address'
import type { Locale } from '@/core/localized'
import { countActors, countActorsByCountry, findActors } from '@/modules/actors/actor.queries'
import { ActorList } from '@/modules/actors/ui/actor-list'
import { filterOf } from '@/modules/taxonomy/filter.schema'
import { sectorsIn } from '@/modules/taxonomy/nace.schema'
import { findTerritories } from '@/modules/territories/territory.queries'
import { Page } from '@/ui/page'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

const path = '/actors'
const perPage = 25

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, given] = await Promise.all([getTranslations('actors.list'), searchParams])
  return pageMetadata({
    title: t('title'),
    description: t('description'),
    path,
    index: Object.keys(given).length === 0,
  })
}

export default function ActorsPage(props: Props) {
  return answered(() => actorsPage(props))
}

async function actorsPage({ params, searchParams }: Props) {
  const [{ locale }, given] = await Promise.all([params, searchParams])
  const query = paramsOf(given)
  const { filter, ignored } = filterOf(query)
  const { kind: _kind, ...besideKind } = filter
  const { country: _country, ...besideCountry } = filter
  const [page, byKind, byCountry, territories] = await Promise.all([
    findActors(filter, { limit: perPage, locale }),
    countActors(besideKind),
    countActorsByCountry(besideCountry),
    findTerritories({}, { locale }),
  ])
  const sectors = sectorsIn(locale).filter(({ code }) => code.length === 1 || filter.sector?.includes(code))
  return (
    <Page>
      <ActorList
        path={path}
        params={query}
        filter={filter}
        ignored={ignored}
        page={page}
        nextHref={page.next === null ? null : addressWith(path, query, { after: page.next })}
        choices={{ byKind: byKind.byKind, byCountry, territories: territories.rows, sectors }}
      />
    </Page>
  )
}

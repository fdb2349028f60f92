import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { filterNames } from '@/app/[locale]/filter-names'
import { pageMetadata } from '@/app/metadata'
import { addressWith, type GivenParams, paramsOf } from '@/core/address'
import type { Locale } from '@/core/localized'
import { findActors } from '@/modules/actors/actor.queries'
import { ActorList } from '@/modules/actors/ui/actor-list'
import { filterOf, withoutIgnored } from '@/modules/taxonomy/filter.schema'
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
  const all = paramsOf(given)
  const { filter, ignored } = filterOf(all)
  const query = withoutIgnored(all, ignored)
  const [page, names] = await Promise.all([findActors(filter, { limit: perPage, locale }), filterNames(filter, locale)])
  return (
    <Page>
      <ActorList
        params={query}
        filter={filter}
        ignored={ignored}
        page={page}
        nextHref={page.next === null ? null : addressWith(path, query, { after: page.next })}
        names={names}
      />
    </Page>
  )
}

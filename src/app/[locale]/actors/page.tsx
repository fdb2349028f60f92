import { answered } from '@/app/answered'
import { filterNames } from '@/app/[locale]/filter-names'
import { askedList, listMetadata, type ListProps, perPage } from '@/app/[locale]/list-page'
import { addressWith } from '@/core/address'
import { findActors } from '@/modules/actors/actor.queries'
import { ActorList } from '@/modules/actors/ui/actor-list'
import { Page } from '@/ui/page'

const path = '/actors'

export const generateMetadata = listMetadata('actors.list', path)

export default function ActorsPage(props: ListProps) {
  return answered(() => actorsPage(props))
}

async function actorsPage(props: ListProps) {
  const { locale, filter, ignored, query } = await askedList(props)
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

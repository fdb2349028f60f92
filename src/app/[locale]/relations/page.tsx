import { answered } from '@/app/answered'
import { addressWith } from '@/core/address'
import { filterNames } from '@/app/[locale]/filter-names'
import { askedList, listMetadata, type ListProps, perPage } from '@/app/[locale]/list-page'
import { findRelations } from '@/modules/relations/relation.queries'
import { RelationList } from '@/modules/relations/ui/relation-list'
import { Page } from '@/ui/page'

const path = '/relations'

export const generateMetadata = listMetadata('relations', path)

export default function RelationsPage(props: ListProps) {
  return answered(() => relationsPage(props))
}

async function relationsPage(props: ListProps) {
  const { locale, filter, ignored, query } = await askedList(props)
  const [page, names] = await Promise.all([
    findRelations(filter, { limit: perPage, locale }),
    filterNames(filter, locale),
  ])
  return (
    <Page>
      <RelationList
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

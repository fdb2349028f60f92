import { answered } from '@/app/answered'
import { themeNames } from '@/app/[locale]/code-names'
import { filterNames } from '@/app/[locale]/filter-names'
import { askedList, listMetadata, type ListProps, perPage } from '@/app/[locale]/list-page'
import { addressWith } from '@/core/address'
import { findPractices } from '@/modules/practices/practice.queries'
import { practiceFilterKeys } from '@/modules/practices/practice.schema'
import { PracticeList } from '@/modules/practices/ui/practice-list'
import { Page } from '@/ui/page'

const path = '/practices'

export const generateMetadata = listMetadata('practices', path)

export default function PracticesPage(props: ListProps) {
  return answered(() => practicesPage(props))
}

async function practicesPage(props: ListProps) {
  const { locale, filter, ignored, query } = await askedList(props, practiceFilterKeys)
  const [page, names, themes] = await Promise.all([
    findPractices(filter, { limit: perPage, locale }),
    filterNames(filter, locale),
    themeNames(locale),
  ])
  return (
    <Page>
      <PracticeList
        params={query}
        filter={filter}
        ignored={ignored}
        page={page}
        nextHref={page.next === null ? null : addressWith(path, query, { after: page.next })}
        names={names}
        themeNames={new Map(themes.map(({ value, label }) => [value, label]))}
      />
    </Page>
  )
}

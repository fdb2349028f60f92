import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { pageMetadata } from '@/app/metadata'
import { themeNames } from '@/app/[locale]/code-names'
import { filterNames } from '@/app/[locale]/filter-names'
import { addressWith, type GivenParams, paramsOf } from '@/core/address'
import type { Locale } from '@/core/localized'
import { findPractices } from '@/modules/practices/practice.queries'
import { PracticeList } from '@/modules/practices/ui/practice-list'
import { filterOf, withoutIgnored } from '@/modules/taxonomy/filter.schema'
import { Page } from '@/ui/page'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

const path = '/practices'
const perPage = 25

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, given] = await Promise.all([getTranslations('practices'), searchParams])
  return pageMetadata({
    title: t('title'),
    description: t('description'),
    path,
    index: Object.keys(given).length === 0,
  })
}

export default function PracticesPage(props: Props) {
  return answered(() => practicesPage(props))
}

async function practicesPage({ params, searchParams }: Props) {
  const [{ locale }, given] = await Promise.all([params, searchParams])
  const all = paramsOf(given)
  const { filter, ignored } = filterOf(all)
  const query = withoutIgnored(all, ignored)
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

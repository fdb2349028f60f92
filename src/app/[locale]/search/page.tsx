import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answered } from '@/app/answered'
import { pageMetadata } from '@/app/metadata'
import { addressWith, type GivenParams, paramsOf } from '@/core/address'
import { isAppError } from '@/core/app-error'
import type { Locale } from '@/core/localized'
import { type Asked, search } from '@/modules/search/search.queries'
import { foundKind, longestQuestion, type SearchAnswer } from '@/modules/search/search.schema'
import { SearchPage } from '@/modules/search/ui/search-page'
import { setPageStatus } from '@/platform/reply'
import { Page } from '@/ui/page'

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

const path = '/search'

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, given] = await Promise.all([getTranslations('search'), searchParams])
  return pageMetadata({
    title: t('title'),
    description: t('description'),
    path,
    index: Object.keys(given).length === 0,
  })
}

export default function SearchRoute(props: Props) {
  return answered(() => searchRoute(props))
}

/** The answer; null, and 503, when it took too long. */
async function searchInTime(text: string, asked: Asked): Promise<SearchAnswer | null> {
  try {
    return await search(text, asked)
  } catch (error) {
    if (!isAppError(error) || error.messageKey !== 'searchSlow') throw error
    setPageStatus(503, { 'retry-after': '5' })
    return null
  }
}

/** All kinds, ten results each; one kind, fifty. */
async function searchRoute({ params, searchParams }: Props) {
  const [{ locale }, given] = await Promise.all([params, searchParams])
  const query = paramsOf(given)
  const text = (query.get('q') ?? '').trim().slice(0, longestQuestion)
  const asked = foundKind.safeParse(query.get('kind'))
  const kind = asked.success ? asked.data : null
  const answer = await searchInTime(text, kind === null ? { locale, limit: 10 } : { locale, limit: 50, kinds: [kind] })
  const address = (changes: Record<string, string | null>) => addressWith(path, query, changes)
  return (
    <Page reading>
      <SearchPage
        {...{ text, kind, answer }}
        action={`/${locale}${path}`}
        hrefs={{
          everything: address({ kind: null }),
          of: (one) => address({ kind: one }),
          text: (words) => addressWith(path, new URLSearchParams(), { q: words }),
        }}
      />
    </Page>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { pageMetadata } from '@/app/metadata'
import { type GivenParams, paramsOf } from '@/core/address'
import type { Locale } from '@/core/localized'
import { type FilterKey, filterKeys, filterOf, withoutIgnored } from '@/modules/taxonomy/filter.schema'

export type ListProps = { params: Promise<{ locale: Locale }>; searchParams: Promise<GivenParams> }

/** Records on a page of a list. */
export const perPage = 25

/** Metadata of a list of records; a filtered one is not for search engines. */
export const listMetadata =
  (words: 'actors.list' | 'relations' | 'practices', path: string) =>
  async ({ searchParams }: ListProps): Promise<Metadata> => {
    const [t, given] = await Promise.all([getTranslations(words), searchParams])
    const index = Object.keys(given).length === 0
    return pageMetadata({ title: t('title'), description: t('description'), path, index })
  }

/** What the address of a list asks for of `keys`; `query` is the address without what cannot be asked. */
export async function askedList({ params, searchParams }: ListProps, keys: readonly FilterKey[] = filterKeys) {
  const [{ locale }, given] = await Promise.all([params, searchParams])
  const all = paramsOf(given)
  const { filter, ignored } = filterOf(all, keys)
  return { locale, filter, ignored, query: withoutIgnored(all, ignored) }
}

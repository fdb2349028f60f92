import { getLocale, getTranslations } from 'next-intl/server'
import { SearchBar } from '@/modules/search/ui/search-bar'

/** The search field of the top bar. */
export async function SearchNav() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('search')])
  return <SearchBar action={`/${locale}/search`} label={t('label')} placeholder={t('title')} />
}

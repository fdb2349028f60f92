import { Search } from 'lucide-react'
import { ClientTexts } from '@/ui/client-texts'
import { SearchField } from './search-field.client'

/** The search field in the bar above every page. */
export function SearchBar(texts: { action: string; label: string; placeholder: string }) {
  return (
    <ClientTexts namespaces={['searchBox']}>
      <SearchField {...texts} look="bar" icon={<Search aria-hidden />} />
    </ClientTexts>
  )
}

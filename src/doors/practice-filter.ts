import { strangeToPractices } from '@/modules/practices/practice.queries'
import { practiceFilterKeys } from '@/modules/practices/practice.schema'
import { allFilterKeys, type Filter, filterOf, strangeIn } from '@/modules/taxonomy/filter.schema'

// A file has no pages.
const known = practiceFilterKeys.filter((key) => key !== 'after')

/** The filter of a file of practices, or the names of the parameters that mean nothing; `more` are known besides. */
export function practiceFilterIn(
  params: URLSearchParams,
  more: ReadonlySet<string> = new Set(),
): { strange: readonly string[] } | { filter: Filter } {
  const { filter, ignored } = filterOf(params, allFilterKeys)
  const strange = [...strangeIn(params, new Set([...known, ...more])), ...ignored, ...strangeToPractices(filter)]
  return strange.length > 0 ? { strange } : { filter }
}

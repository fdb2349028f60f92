import { getTranslations } from 'next-intl/server'
import { findSuggestions } from '@/modules/curation/suggestion.queries'
import { SuggestionList } from '@/modules/curation/ui/suggestion-list'
import { afterChange } from '@/modules/desk/desk-record.schema'
import type { DeskSection } from './desk-part'

/** Corrections that people suggested to the records of this coordinator. */
export const suggestions: DeskSection = async ({ viewer, limit, after }) => {
  if (!viewer.isAdmin && !viewer.territoryIds.some((id) => viewer.can('coordinator', id))) return null
  const [t, { rows, total, next }] = await Promise.all([
    getTranslations('suggestion.queue'),
    findSuggestions(viewer, { isDecided: false, after: afterChange(after), limit }),
  ])
  return { title: t('title'), lead: t('lead'), count: total, next, rows: <SuggestionList rows={rows} /> }
}

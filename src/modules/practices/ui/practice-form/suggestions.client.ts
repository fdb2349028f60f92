'use client'

import { useLocale, useTranslations } from 'next-intl'
import { z } from 'zod'
import { askSuggestions } from '@/modules/actors/ui/suggestions.client'
import { relationType } from '@/modules/taxonomy/taxonomy.schema'
import type { LoadOptions } from '@/ui/combobox/combo-option'

// What src/doors/suggest.ts answers.
const regionSuggestion = z.object({ code: z.string(), name: z.string(), country: z.string(), where: z.string() })
export type RegionSuggestion = z.output<typeof regionSuggestion>
const relationSuggestion = z.object({
  id: z.string(),
  type: relationType,
  name: z.string(),
  started: z.string().nullable(),
})

/** Typeahead over regions and relations, with the words of the reader's language. */
export function usePracticeSuggestions() {
  const locale = useLocale()
  const typeWord = useTranslations('taxonomy.type')
  const query = (q: string) => new URLSearchParams({ q, lang: locale })
  const findRegions = (text: string, signal: AbortSignal) =>
    askSuggestions(z.array(regionSuggestion), 'regions', query(text), signal)
  const loadRelations: LoadOptions = async (text, signal) =>
    (await askSuggestions(z.array(relationSuggestion), 'relations', query(text), signal)).map(
      ({ id, type, name, started }) => ({
        value: id,
        label: name,
        secondary: [typeWord(type), started?.slice(0, 4)].filter((part) => part !== undefined).join(', '),
      }),
    )
  return { findRegions, loadRelations }
}

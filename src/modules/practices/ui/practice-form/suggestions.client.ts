'use client'

import { useLocale, useTranslations } from 'next-intl'
import { listOf, objectOf, oneOf, orNull, textOf } from '@/core/answer'
import { askSuggestions } from '@/modules/actors/ui/suggestions.client'
import { relationTypes } from '@/modules/taxonomy/relation-choices.schema'
import type { LoadOptions } from '@/ui/combobox/combo-option'

type RegionSuggestion = { code: string; name: string; country: string; where: string }

// What src/doors/suggest.ts answers.
function regionOf(answer: unknown): RegionSuggestion {
  const { code, name, country, where } = objectOf(answer)
  return { code: textOf(code), name: textOf(name), country: textOf(country), where: textOf(where) }
}
function relationOf(answer: unknown) {
  const { id, type, name, started } = objectOf(answer)
  return { id: textOf(id), type: oneOf(relationTypes, type), name: textOf(name), started: orNull(started, textOf) }
}

/** Typeahead over regions and relations, with the words of the reader's language. */
export function usePracticeSuggestions() {
  const locale = useLocale()
  const typeWord = useTranslations('taxonomy.type')
  const query = (q: string) => new URLSearchParams({ q, lang: locale })
  const findRegions = async (text: string, signal: AbortSignal) =>
    listOf(await askSuggestions('regions', query(text), signal)).map(regionOf)
  const loadRelations: LoadOptions = async (text, signal) =>
    listOf(await askSuggestions('relations', query(text), signal))
      .map(relationOf)
      .map(({ id, type, name, started }) => ({
        value: id,
        label: name,
        secondary: [typeWord(type), started?.slice(0, 4)].filter((part) => part !== undefined).join(', '),
      }))
  return { findRegions, loadRelations }
}

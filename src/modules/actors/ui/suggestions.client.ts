'use client'

import { useLocale, useTranslations } from 'next-intl'
import {
  type ActorSuggestion,
  type PlaceSuggestion,
  readActors,
  readParties,
  readPlaces,
} from '@/modules/actors/ui/suggestion-answers'
import type { ComboOption, LoadOptions } from '@/ui/combobox/combo-option'

/** Asks one of the typeahead doors. Throws when it does not answer well. */
export async function askSuggestions(door: string, query: URLSearchParams, signal: AbortSignal): Promise<unknown> {
  const answer = await fetch(`/api/suggest/${door}?${query.toString()}`, { signal })
  if (!answer.ok) throw new Error(`suggestions: ${answer.status}`)
  return answer.json()
}

/** Typeahead over actors and places, with the words of the reader's language. */
export function useSuggestions() {
  const locale = useLocale()
  const kind = useTranslations('taxonomy.kind')
  const query = (q: string) => new URLSearchParams({ q, lang: locale })
  const ofActor = (actor: ActorSuggestion): ComboOption => ({
    value: actor.id,
    label: actor.name,
    secondary: `${kind(actor.kind)}, ${actor.where}`,
    kind: actor.kind,
  })
  const ofPlace = (place: PlaceSuggestion): ComboOption => ({
    value: String(place.id),
    label: place.name,
    secondary: place.where,
    place: true,
  })
  const loadActors: LoadOptions = async (text, signal) =>
    readActors(await askSuggestions('actors', query(text), signal)).map(ofActor)
  const findPlaces = async (text: string, signal: AbortSignal) =>
    readPlaces(await askSuggestions('places', query(text), signal))
  const findParties = async (text: string, signal: AbortSignal) =>
    readParties(await askSuggestions('parties', query(text), signal))
  /** Records that may be the same body; `country` and `exceptId` may be blank. */
  const findTwins = async (name: string, country: string, exceptId: string, signal: AbortSignal) => {
    const asked = query(name)
    if (country !== '') asked.set('country', country)
    if (exceptId !== '') asked.set('except', exceptId)
    return readActors(await askSuggestions('twins', asked, signal))
  }
  return { ofActor, ofPlace, loadActors, findPlaces, findParties, findTwins }
}

'use client'

import { useLocale, useTranslations } from 'next-intl'
import { z } from 'zod'
import { isId } from '@/core/id'
import { actorKind } from '@/modules/taxonomy/taxonomy.schema'
import type { ComboOption, LoadOptions } from '@/ui/combobox/combo-option'

// What src/doors/suggest.ts answers.
const actorSuggestion = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  kind: actorKind,
  where: z.string(),
})
export type ActorSuggestion = z.output<typeof actorSuggestion>

const placeSuggestion = z.object({
  id: z.number(),
  name: z.string(),
  country: z.string(),
  longitude: z.number(),
  latitude: z.number(),
  where: z.string(),
})
export type PlaceSuggestion = z.output<typeof placeSuggestion>

/** Asks one of the typeahead doors. Throws when it does not answer well. */
export async function askSuggestions<Answer>(
  schema: z.ZodType<Answer>,
  door: string,
  query: URLSearchParams,
  signal: AbortSignal,
): Promise<Answer> {
  const answer = await fetch(`/api/suggest/${door}?${query.toString()}`, { signal })
  if (!answer.ok) throw new Error(`suggestions: ${answer.status}`)
  return schema.parse(await answer.json())
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
    (await askSuggestions(z.array(actorSuggestion), 'actors', query(text), signal)).map(ofActor)
  const findPlaces = (text: string, signal: AbortSignal) =>
    askSuggestions(z.array(placeSuggestion), 'places', query(text), signal)
  const findParties = (text: string, signal: AbortSignal) =>
    askSuggestions(
      z.object({ actors: z.array(actorSuggestion), places: z.array(placeSuggestion) }),
      'parties',
      query(text),
      signal,
    )
  /** Records that may be the same body; `country` and `exceptId` may be blank. */
  const findTwins = (name: string, country: string, exceptId: string, signal: AbortSignal) => {
    const asked = query(name)
    if (country !== '') asked.set('country', country)
    if (isId(exceptId)) asked.set('except', exceptId)
    return askSuggestions(z.array(actorSuggestion), 'twins', asked, signal)
  }
  return { ofActor, ofPlace, loadActors, findPlaces, findParties, findTwins }
}

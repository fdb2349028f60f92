import { listOf, numberOf, objectOf, oneOf, textOf } from '@/core/answer'
import { actorKinds } from '@/modules/taxonomy/choices.schema'
import type { ActorKind } from '@/modules/taxonomy/taxonomy.schema'

// What src/doors/suggest.ts answers.
export type ActorSuggestion = { id: string; slug: string; name: string; kind: ActorKind; where: string }
export type PlaceSuggestion = {
  id: number
  name: string
  country: string
  longitude: number
  latitude: number
  where: string
}

function actorOf(answer: unknown): ActorSuggestion {
  const { id, slug, name, kind, where } = objectOf(answer)
  return {
    id: textOf(id),
    slug: textOf(slug),
    name: textOf(name),
    kind: oneOf(actorKinds, kind),
    where: textOf(where),
  }
}

function placeOf(answer: unknown): PlaceSuggestion {
  const { id, name, country, longitude, latitude, where } = objectOf(answer)
  return {
    id: numberOf(id),
    name: textOf(name),
    country: textOf(country),
    longitude: numberOf(longitude),
    latitude: numberOf(latitude),
    where: textOf(where),
  }
}

/** Reads what `/api/suggest/actors` and `/twins` answered; each of these throws when it is something else. */
export const readActors = (answer: unknown): ActorSuggestion[] => listOf(answer).map(actorOf)
export const readPlaces = (answer: unknown): PlaceSuggestion[] => listOf(answer).map(placeOf)
export function readParties(answer: unknown): { actors: ActorSuggestion[]; places: PlaceSuggestion[] } {
  const { actors, places } = objectOf(answer)
  return { actors: readActors(actors), places: readPlaces(places) }
}

import { countriesOfPoints, kmOutsideCountry } from '@/modules/places/border.queries'
import { matchPlaces } from '@/modules/places/place.queries'
import type { PlaceMatch } from '@/modules/places/place.schema'
import * as sql from '@/modules/imports/import.sql'
import { db } from '@/platform/db'
import type { KnownEnd, TwinPair } from '@/modules/imports/twin-pair.reader'
import type { TwinEnd } from '@/modules/imports/wikidata-twins.reader'

/**
 * Which of these pairs are in the register already: stored by an earlier run of this source, or a twinning between the
 * same two places written by hand (a public authority stands for the place it sits in). Returns their keys.
 */
export async function findKnownTies(sourceName: string, pairs: readonly TwinPair[]): Promise<Set<string>> {
  if (pairs.length === 0) return new Set()
  const asked = pairs.map(({ key, ends: [a, b] }) => ({ key, a: a.placeId, b: b.placeId }))
  const rows = await db.$queryRaw<{ key: string }[]>(sql.knownTies(sourceName, asked))
  return new Set(rows.map(({ key }) => key))
}

const isFound = (match: PlaceMatch | undefined) => match !== undefined && match.placeId !== null

/** Wikidata tells homonyms apart by a qualifier: `Bella, Basilicata`, `Frankfurt (Oder)`. */
const bare = (label: string) => label.replace(/(, .*| \(.*\))$/, '')

const pointOf = ({ longitude, latitude }: TwinEnd) =>
  longitude === null || latitude === null ? null : { longitude, latitude }

/** Coordinates of one decimal are up to 8 km off: this near to the label's country the label is believed, as below. */
const nearBorder = 15

/**
 * Where each end is. The label's country stands unless the point lies in another one, far from the label's or where only
 * the gazetteer of the point's country knows the name: then the point's country is taken (a file may carry a wrong
 * label), and also when the label names no present country.
 */
export async function knowEnds(ends: readonly TwinEnd[]): Promise<KnownEnd[]> {
  const found = countriesOfPoints(ends.map(pointOf))
  const ask = (countries: readonly (string | null)[]) =>
    matchPlaces(
      ends.map(({ label, longitude, latitude }, index) => ({
        name: bare(label),
        country: countries[index] ?? '',
        longitude,
        latitude,
      })),
    )
  const [byLabel, byPoint] = [await ask(ends.map(({ country }) => country)), await ask(found)]
  return ends.map((end, index): KnownEnd => {
    const [labelled, pointed, there] = [byLabel[index], byPoint[index], found[index] ?? null]
    const point = pointOf(end)
    const isBelieved =
      end.country !== null &&
      (there === null ||
        there === end.country ||
        (point !== null &&
          (isFound(labelled) || !isFound(pointed)) &&
          kmOutsideCountry(end.country, point) <= nearBorder))
    const match = isBelieved ? labelled : pointed
    return {
      country: isBelieved ? end.country : there,
      repaired: !isBelieved && there !== null,
      placeId: match?.placeId ?? null,
      homonyms: match?.homonyms ?? 0,
    }
  })
}

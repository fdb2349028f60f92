import { z } from 'zod'
import { countryName } from '@/core/country'
import type { NetworkNode } from '@/modules/network/network.schema'
import * as sql from '@/modules/network/network.sql'
import { actorKind } from '@/modules/taxonomy/taxonomy.schema'
import { db } from '@/platform/db'

const text = z.string()
const actorFacts = z.tuple([text, text, actorKind, text, text.nullable(), text, text])
const placeFacts = z.tuple([z.number(), z.string(), z.string()])

/** What a key of SQL names. */
export const sortOfKey = (key: string) => (key.startsWith('p') ? 'place' : key.startsWith('c:') ? 'country' : 'actor')

/** What is to be known of a node; `territory`: the id of the home. */
export type Facts = Pick<NetworkNode, 'key' | 'slug' | 'kind' | 'name' | 'language' | 'country' | 'territory'>

/** What only actors have. */
export const noPage = { slug: null, kind: null, language: null, territory: null }
export const countryFacts = (country: string, name: string | null, locale: string): Facts => ({
  ...noPage,
  key: `country:${country}${name === null ? '' : `:${name}`}`,
  name: name ?? countryName(country, locale),
  country,
})

/** What is to be known of nodes, by their keys. */
export async function readFacts(keys: readonly string[], locale: string): Promise<(key: string) => Facts> {
  const actorIds = keys.filter((key) => sortOfKey(key) === 'actor')
  const placeIds = keys.filter((key) => sortOfKey(key) === 'place').map((key) => Number(key.slice(1)))
  const [[actors], places] = await Promise.all([
    db.$queryRaw<{ facts: string }[]>(sql.factsOfActors(actorIds, locale)),
    readPlaces(placeIds),
  ])
  const facts = new Map<string, Facts>()
  for (const [id, slug, kind, country, territory, name, language] of z
    .array(actorFacts)
    .parse(JSON.parse(actors?.facts ?? '[]')))
    facts.set(id, { key: slug, slug, kind, name, language, country, territory })
  for (const [id, { name, country }] of places)
    facts.set(`p${String(id)}`, { ...noPage, key: `place:${String(id)}`, name, country })
  return (key) => {
    const known = facts.get(key)
    if (known !== undefined) return known
    // c:ZA, or c:ZA:Polokwane
    const [, country = '', ...rest] = key.split(':')
    const name = rest.join(':')
    return countryFacts(country, name === '' ? null : name, locale)
  }
}

/** Places of the gazetteer by their numbers. */
export async function readPlaces(
  ids: readonly number[],
): Promise<ReadonlyMap<number, { name: string; country: string }>> {
  if (ids.length === 0) return new Map()
  const [places] = await db.$queryRaw<{ facts: string }[]>(sql.factsOfPlaces(ids))
  return new Map(
    z
      .array(placeFacts)
      .parse(JSON.parse(places?.facts ?? '[]'))
      .map(([id, name, country]) => [id, { name, country }]),
  )
}

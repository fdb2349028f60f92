import { askAtlas } from '@/modules/census/asked.queries'
import { type Atlas, gone, partsOf, siteKey, strayed } from '@/modules/census/atlas.schema'
import { relationsNaming, rowOfActor } from '@/modules/census/party.queries'
import { chooseRelations } from '@/modules/census/relation-choice.queries'
import { firstByDay, isBefore } from '@/modules/census/relation-order.queries'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { type ActorKind, actorKind, type RelationType, relationType } from '@/modules/taxonomy/taxonomy.schema'

/** A relation with its parties, as numbers that hold as long as nothing is awaited. */
type MetRelation = { id: number; type: RelationType; holder: number | null; parties: number[] }

/** What a party is: an actor, a place of the gazetteer, or a country with what is called there. */
type PartyFacts =
  | {
      sort: 'actor'
      slug: string
      kind: ActorKind
      name: string
      language: string
      country: string
      home: string | null
    }
  | { sort: 'place'; place: number; country: string }
  | { sort: 'country'; country: string; name: string | null }

/** Ways from party to relation to party in the public atlas, among the relations under a filter. */
export type Walk = {
  /** Relations under the filter. */
  total: number
  /** The `most` that began last, one after the other. */
  latest: (most: number) => Iterable<MetRelation>
  /**
   * The first `most` by id with one of these actors and places, or with two of them: a party that is known by its country
   * alone may be the second, and leads nowhere.
   */
  touching: (parties: readonly number[], least: 1 | 2, most: number) => MetRelation[]
  /** The number of a public actor. */
  partyOf: (actorId: string) => number | null
  factsOf: (party: number, locale: string) => PartyFacts | null
}

/**
 * Walks in memory on the relations under a filter; null when the database must be asked. `walk` may await nothing, and
 * numbers of parties mean nothing after it.
 */
export const walkInMemory = <Answer>(filter: Filter, walk: (walk: Walk) => Answer): Promise<Answer | null> =>
  askAtlas(filter, (atlas, asked) => walk(walkOf(atlas, chooseRelations(atlas, asked))))

function walkOf(atlas: Atlas, chosen: Int32Array): Walk {
  const { relations, sites, sameSites } = atlas
  const [starts, counts, ends] = [relations.partyStart.data, relations.partyCount.data, relations.parties.data]
  const types = relations.facts.texts.map((text) => relationType.safeParse(partsOf(text)[0]).data)
  /** Of sites that are the same, the first stands for all. */
  const same = new Map<number, readonly number[]>()
  const sameAs = (party: number): readonly number[] => {
    const known = same.get(party)
    if (known !== undefined) return known
    const site = sites[-1 - party]
    const found = (site === undefined ? undefined : sameSites.get(siteKey(site)))?.map((number) => -1 - number) ?? [
      party,
    ]
    same.set(party, found)
    return found
  }
  const partyAt = (at: number): number => {
    const party = ends[at] ?? 0
    return party >= 0 ? party : (sameAs(party)[0] ?? party)
  }
  const met = (row: number): MetRelation => {
    const type = types[relations.class.data[row] ?? 0]
    if (type === undefined) throw new Error('a relation without a type')
    const [start, count, holder] = [starts[row] ?? 0, counts[row] ?? 0, relations.holder.data[row] ?? -1]
    const parties: number[] = []
    for (let at = start; at < start + count; at++) parties.push(partyAt(at))
    return { id: row, type, holder: holder < 0 ? null : holder, parties }
  }
  return {
    total: chosen.length,
    *latest(most) {
      for (const row of firstByDay(atlas, chosen, 'latest', most)) yield met(row)
    },
    touching(parties, least, most) {
      const front = new Set(parties.filter((party) => party >= 0 || sites[-1 - party]?.place !== null))
      const passes = (row: number): boolean => {
        if (relations.class.data[row] === gone || !isAmong(chosen, row)) return false
        const start = starts[row] ?? 0
        let [near, countries] = [0, 0]
        for (let at = start; at < start + (counts[row] ?? 0); at++) {
          const party = partyAt(at)
          if (front.has(party)) near++
          else if (party < 0 && sites[-1 - party]?.place === null) countries++
        }
        return near >= least || (near > 0 && countries > 0)
      }
      // Not sorted: those that were there from the start stand in order, and mostly the first of them are enough.
      const named = new Uint8Array(relations.count)
      const later: number[] = []
      for (const party of front)
        for (const one of party >= 0 ? [party] : sameAs(party))
          for (const row of relationsNaming(atlas, one)) {
            if (row >= relations.sorted && named[row] === 0) later.push(row)
            named[row] = 1
          }
      later.sort((one, other) => (isBefore(relations, one, other) ? -1 : 1))
      const found: number[] = []
      let next = 0
      for (let row = named.indexOf(1); row !== -1 && row < relations.sorted; row = named.indexOf(1, row + 1)) {
        if (found.length >= most) break
        if (!passes(row)) continue
        for (let at = later[next]; at !== undefined && isBefore(relations, at, row); at = later[++next])
          if (passes(at)) found.push(at)
        found.push(row)
      }
      for (; next < later.length && found.length < most; next++) {
        const row = later[next] ?? 0
        if (passes(row)) found.push(row)
      }
      return found.slice(0, most).map(met)
    },
    partyOf: (actorId) => rowOfActor(atlas, actorId),
    factsOf: (party, locale) => (party >= 0 ? actorFacts(atlas, party, locale) : siteFacts(atlas, -1 - party)),
  }
}

/** Is it one of these ascending numbers? */
function isAmong(ascending: Int32Array, number: number): boolean {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? 0) < number) low = middle + 1
    else high = middle
  }
  return ascending[low] === number
}

/** null: it has no name. */
function actorFacts({ actors, homes }: Atlas, row: number, locale: string): PartyFacts | null {
  const [slug = '', original, ...rest] = partsOf(actors.names.textOf(row))
  if (original === undefined) return null
  let [name, language] = [original, rest[0] ?? '']
  for (let at = 1; at < rest.length && language !== locale; at += 2)
    if (rest[at + 1] === locale) [name, language] = [rest[at] ?? '', locale]
  const [kind, country = ''] = partsOf(actors.kinds.texts[(actors.class.data[row] ?? 0) & ~strayed] ?? '')
  const home = homes.texts[actors.home.data[row] ?? 0] ?? ''
  return { sort: 'actor', slug, kind: actorKind.parse(kind), name, language, country, home: home === '' ? null : home }
}

function siteFacts({ sites }: Atlas, number: number): PartyFacts | null {
  const site = sites[number]
  if (site === undefined) return null
  const { place, country, name } = site
  return place === null ? { sort: 'country', country, name } : { sort: 'place', place, country }
}

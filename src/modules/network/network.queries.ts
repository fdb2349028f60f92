import { z } from 'zod'
import { degreeOf, graphOf, neighboursOf } from '@/core/graph'
import { linksAmong, linksOf, PartyBook, type SeenRelation } from '@/core/party-graph'
import { stepsAround } from '@/core/party-walk'
import { turns } from '@/core/turns'
import type { Prisma } from '@/generated/prisma/client'
import { publicActorId } from '@/modules/actors/actor-address.queries'
import { getActor } from '@/modules/actors/actor-detail.queries'
import { type Walk, walkInMemory } from '@/modules/census/walk.queries'
import { bitOf, mostNodes, mostRelations, type Network } from '@/modules/network/network.schema'
import * as sql from '@/modules/network/network.sql'
import {
  countryFacts,
  type Facts,
  noPage,
  readFacts,
  readPlaces,
  sortOfKey,
} from '@/modules/network/node-facts.queries'
import { countRelations, relationWhere } from '@/modules/relations/relation.queries'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { groupOf, relationType } from '@/modules/taxonomy/taxonomy.schema'
import { findTerritories } from '@/modules/territories/territory.queries'
import { db } from '@/platform/db'
import { keeper } from '@/platform/list'

const relationRow = z.tuple([z.string(), relationType, z.string().nullable(), z.array(z.string())])
// A large network keeps both processors busy for a second or two.
const inTurn = turns(2, 16)

// A network weighs as many nodes and links as it has: the largest two or three, or hundreds of small ones.
const kept = keeper(300_000, (result) => {
  const size = z.object({ nodes: z.array(z.unknown()), links: z.object({ from: z.array(z.unknown()) }) })
  const sized = size.safeParse(result)
  return sized.success ? 100 + sized.data.nodes.length + sized.data.links.from.length : 1
})

/**
 * The public relations under a filter as a graph: nodes are their parties, links stand between two of them
 * (core/party-graph says how many parties become links). International ones unless the filter says otherwise.
 * `actor` (id or slug): only what is within `steps` links of it; throws `not-found` or `gone`. A network that would have
 * more than `mostNodes` nodes, or comes of more than `mostRelations` relations, is of those that began last, and says so.
 */
export async function findNetwork(
  filter: Filter,
  { actor = null, steps = 1, locale }: { actor?: string | null; steps?: number; locale: string },
): Promise<Network> {
  const { sort: _sort, after: _after, zoom: _zoom, ...shared } = filter
  const centre = actor === null ? null : ((await publicActorId(actor)) ?? (await getActor(null, actor, locale)).id)
  const key = `network ${locale} ${centre ?? ''} ${centre === null ? '' : steps} ${JSON.stringify(shared)}`
  return kept(key, () =>
    inTurn(() => (centre === null ? wholeNetwork(shared, locale) : networkAround(shared, centre, steps, locale))),
  )
}

async function wholeNetwork(filter: Filter, locale: string): Promise<Network> {
  const inMemory = await walkInMemory(filter, (walk) => {
    const book = new PartyBook<number>()
    for (const { type, ...relation } of walk.latest(mostRelations))
      if (!book.add({ ...relation, mark: bitOf(groupOf(type)) }, mostNodes)) break
    return drawnInMemory(walk, locale, book, [...book.keys.keys()], walk.total)
  })
  if (inMemory !== null) return networkOf(inMemory, locale)
  const book = new PartyBook()
  const { total } = await countRelations(filter)
  await readInto(book, await relationWhere(filter), sql.latestFirst, mostNodes)
  const nodes = [...book.keys.keys()]
  return networkOf(await drawn(locale, book, nodes, total), locale)
}

async function networkAround(filter: Filter, centre: string, steps: number, locale: string): Promise<Network> {
  const inMemory = await walkInMemory(filter, (walk) => {
    const start = walk.partyOf(centre)
    if (start === null) return null
    const book = new PartyBook<number>()
    const isEnd = (party: number) => walk.factsOf(party, locale)?.sort === 'country'
    const around = stepsAround(book, start, { steps, most: mostRelations, isEnd })
    let asked = around.next(0)
    for (; asked.done !== true;) {
      const relations = walk.touching(asked.value.keys, asked.value.least, mostRelations)
      for (const { type, ...relation } of relations) book.add({ ...relation, mark: bitOf(groupOf(type)) })
      asked = around.next(relations.length)
    }
    return drawnInMemory(walk, locale, book, asked.value.near, null, asked.value.isWhole)
  })
  if (inMemory !== null) return networkOf(inMemory, locale)
  const where = await relationWhere(filter)
  const book = new PartyBook()
  const around = stepsAround(book, centre, { steps, most: mostRelations, isEnd: (key) => sortOfKey(key) === 'country' })
  let asked = around.next(0)
  for (; asked.done !== true;) {
    const { keys, least } = asked.value
    const actors = keys.filter((key) => sortOfKey(key) === 'actor')
    const places = keys.filter((key) => sortOfKey(key) === 'place').map((key) => Number(key.slice(1)))
    const condition = least === 1 ? sql.touches(actors, places) : sql.joins(actors, places)
    asked = around.next(await readInto(book, sql.both(where, condition), sql.byId))
  }
  return networkOf(await drawn(locale, book, asked.value.near, null, asked.value.isWhole), locale)
}

/** Reads relations with their parties into the book, until it has `most` parties; how many were read. */
async function readInto(book: PartyBook, where: Prisma.Sql, order: Prisma.Sql, most = Infinity): Promise<number> {
  const [row] = await db.$queryRaw<{ relations: string }[]>(sql.relationsWithParties(where, order, mostRelations))
  const relations = z.array(relationRow).parse(JSON.parse(row?.relations ?? '[]'))
  for (const [id, type, holder, parties] of relations)
    if (!book.add({ id, holder, parties, mark: bitOf(groupOf(type)) }, most)) break
  return relations.length
}

/** What is to be drawn: relations among `count` parties, of which some are nodes, with what is known of these. */
type Drawn = {
  seen: readonly SeenRelation[]
  nodes: readonly number[]
  facts: readonly Facts[]
  /** Numbers of places whose names are to be read yet, by their place among the nodes. */
  unnamed: ReadonlyMap<number, number>
  total: number | null
  found: number
  isWhole: boolean
}

function drawnInMemory(
  walk: Walk,
  locale: string,
  book: PartyBook<number>,
  near: readonly number[],
  total: number | null,
  isWhole: boolean = book.seen.length === total,
): Drawn {
  const nodes = near.slice(0, mostNodes)
  const unnamed = new Map<number, number>()
  const facts = nodes.map((node, at): Facts => {
    const found = walk.factsOf(book.keys[node] ?? 0, locale)
    switch (found?.sort) {
      case 'actor': {
        const { slug, kind, name, language, country, home } = found
        return { key: slug, slug, kind, name, language, country, territory: home }
      }
      case 'place':
        unnamed.set(at, found.place)
        return { ...noPage, key: `place:${String(found.place)}`, name: '', country: found.country }
      default:
        return countryFacts(found?.country ?? '', found?.name ?? null, locale)
    }
  })
  return { seen: book.seen, nodes, facts, unnamed, total, found: near.length, isWhole }
}

async function drawn(
  locale: string,
  book: PartyBook,
  near: readonly number[],
  total: number | null,
  isWhole: boolean = book.seen.length === total,
): Promise<Drawn> {
  const nodes = near.slice(0, mostNodes)
  const keys = nodes.map((node) => book.keys[node] ?? '')
  const factsOf = await readFacts(keys, locale)
  return { seen: book.seen, nodes, facts: keys.map(factsOf), unnamed: new Map(), total, found: near.length, isWhole }
}

async function networkOf(
  { seen, nodes, facts: known, unnamed, total, found, isWhole }: Drawn,
  locale: string,
): Promise<Network> {
  const [places, { rows: territories }] = await Promise.all([
    readPlaces([...new Set(unnamed.values())]),
    findTerritories({}, { locale }),
  ])
  const slugs = new Map(territories.map(({ id, slug }) => [id, slug]))
  const facts = known.map((own, at) => ({
    ...own,
    name: places.get(unnamed.get(at) ?? 0)?.name ?? own.name,
    territory: slugs.get(own.territory ?? '') ?? null,
  }))
  const { marks: groups, ...links } = linksAmong(linksOf(seen), nodes)
  const graph = graphOf(nodes.length, links.from, links.to)
  const homes = new Set(facts.map(({ territory }) => territory))
  const isShown = new Set(nodes)
  const shown = seen.filter(({ ends }) => ends.filter((end) => isShown.has(end)).length >= Math.min(2, ends.length))
  const relations = new Map<number, number>()
  for (const { ends } of shown) for (const end of ends) relations.set(end, (relations.get(end) ?? 0) + 1)
  return {
    relations: { total: total ?? shown.length, drawn: shown.length },
    found,
    isWhole: isWhole && nodes.length === found,
    nodes: facts.map((known, at) => ({
      ...known,
      relations: relations.get(nodes[at] ?? -1) ?? 0,
      degree: degreeOf(graph, at),
      countries: new Set(
        [...neighboursOf(graph, at)]
          .map((other) => facts[other]?.country)
          .filter((country) => country !== known.country),
      ).size,
    })),
    links: { ...links, groups },
    territories: territories.filter(({ slug }) => homes.has(slug)).map(({ slug, name }) => ({ slug, name })),
  }
}

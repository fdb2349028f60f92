import { z } from 'zod'
import { countryName } from '@/core/country'
import { degreeOf, graphOf, neighboursOf, stepsFrom } from '@/core/graph'
import { linksAmong, linksOf, PartyBook } from '@/core/party-graph'
import { turns } from '@/core/turns'
import type { Prisma } from '@/generated/prisma/client'
import { getActor } from '@/modules/actors/actor-detail.queries'
import { latestInMemory } from '@/modules/census/relation-order.queries'
import { bitOf, mostNodes, mostRelations, type Network, type NetworkNode } from '@/modules/network/network.schema'
import * as sql from '@/modules/network/network.sql'
import { countRelations, relationWhere } from '@/modules/relations/relation.queries'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { actorKind, groupOf, relationType } from '@/modules/taxonomy/taxonomy.schema'
import { findTerritories } from '@/modules/territories/territory.queries'
import { db } from '@/platform/db'
import { keeper } from '@/platform/list'

const relationRow = z.tuple([z.string(), relationType, z.string().nullable(), z.array(z.string())])
// A large network keeps both processors busy for a second or two.
const inTurn = turns(2, 16)

const text = z.string()
const actorFacts = z.tuple([text, text, actorKind, text, text.nullable(), text, text])
const placeFacts = z.tuple([z.number(), z.string(), z.string()])

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
  const centre = actor === null ? null : (await getActor(null, actor, locale)).id
  const key = `network ${locale} ${centre ?? ''} ${centre === null ? '' : steps} ${JSON.stringify(shared)}`
  return kept(key, () =>
    inTurn(() => (centre === null ? wholeNetwork(shared, locale) : networkAround(shared, centre, steps, locale))),
  )
}

async function wholeNetwork(filter: Filter, locale: string): Promise<Network> {
  const book = new PartyBook()
  const inMemory = await latestInMemory(filter, mostRelations, ({ type, ...relation }) =>
    book.add({ ...relation, mark: bitOf(groupOf(type)) }, mostNodes),
  )
  const total = inMemory ?? (await countRelations(filter)).total
  if (inMemory === null) await readInto(book, await relationWhere(filter), sql.latestFirst, mostNodes)
  const nodes = [...book.keys.keys()]
  return networkOf(book, nodes, { total, found: nodes.length, isWhole: book.seen.length === total }, locale)
}

async function networkAround(filter: Filter, centre: string, steps: number, locale: string): Promise<Network> {
  const where = await relationWhere(filter)
  const book = new PartyBook()
  const start = book.numberOf(centre)
  const isEnd = (node: number) => sortOfKey(book.keys[node] ?? '') === 'country'
  let away: Int32Array = new Int32Array([0])
  let isWhole = true
  const read = async (keys: readonly string[], condition: typeof sql.touches) => {
    const actors = keys.filter((key) => sortOfKey(key) === 'actor')
    const places = keys.filter((key) => sortOfKey(key) === 'place').map((key) => Number(key.slice(1)))
    const count = await readInto(book, sql.both(where, condition(actors, places)), sql.inAnyOrder)
    if (count === mostRelations) isWhole = false
  }
  for (let step = 1; step <= steps; step += 1) {
    const front = book.keys.filter((_, node) => away[node] === step - 1)
    if (front.length === 0) break
    await read(front, sql.touches)
    const links = linksOf(book.keys.length, book.seen)
    away = stepsFrom(graphOf(book.keys.length, links.from, links.to), start, step, isEnd)
  }
  // The links between those farthest out belong to the picture, too.
  await read(
    book.keys.filter((_, node) => away[node] === steps),
    sql.joins,
  )
  const near = [...book.keys.keys()]
    .filter((node) => (away[node] ?? -1) >= 0)
    .sort((a, b) => (away[a] ?? 0) - (away[b] ?? 0) || a - b)
  return networkOf(book, near.slice(0, mostNodes), { total: null, found: near.length, isWhole }, locale)
}

/** Reads relations with their parties into the book, until it has `most` parties; how many were read. */
async function readInto(book: PartyBook, where: Prisma.Sql, order: Prisma.Sql, most = Infinity): Promise<number> {
  const [row] = await db.$queryRaw<{ relations: string }[]>(sql.relationsWithParties(where, order, mostRelations))
  const relations = z.array(relationRow).parse(JSON.parse(row?.relations ?? '[]'))
  for (const [id, type, holder, parties] of relations)
    if (!book.add({ id, holder, parties, mark: bitOf(groupOf(type)) }, most)) break
  return relations.length
}

const sortOfKey = (key: string) => (key.startsWith('p') ? 'place' : key.startsWith('c:') ? 'country' : 'actor')

type Facts = Pick<NetworkNode, 'key' | 'slug' | 'kind' | 'name' | 'language' | 'country' | 'territory'>

async function networkOf(
  book: PartyBook,
  nodes: readonly number[],
  told: { total: number | null; found: number; isWhole: boolean },
  locale: string,
): Promise<Network> {
  const keys = nodes.map((node) => book.keys[node] ?? '')
  const [factsOf, { rows: territories }] = await Promise.all([readFacts(keys, locale), findTerritories({}, { locale })])
  const slugs = new Map(territories.map(({ id, slug }) => [id, slug]))
  const facts = keys.map((key) => {
    const known = factsOf(key)
    return { ...known, territory: slugs.get(known.territory ?? '') ?? null }
  })
  const { marks: groups, ...links } = linksAmong(linksOf(book.keys.length, book.seen), nodes)
  const graph = graphOf(nodes.length, links.from, links.to)
  const homes = new Set(facts.map(({ territory }) => territory))
  const isShown = new Set(nodes)
  const drawn = book.seen.filter(
    ({ ends }) => ends.filter((end) => isShown.has(end)).length >= Math.min(2, ends.length),
  )
  const relations = new Map<number, number>()
  for (const { ends } of drawn) for (const end of ends) relations.set(end, (relations.get(end) ?? 0) + 1)
  return {
    relations: { total: told.total ?? drawn.length, drawn: drawn.length },
    found: told.found,
    isWhole: told.isWhole && nodes.length === told.found,
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

/** What is to be known of nodes, by their keys. */
async function readFacts(keys: readonly string[], locale: string): Promise<(key: string) => Facts> {
  const actorIds = keys.filter((key) => sortOfKey(key) === 'actor')
  const placeIds = keys.filter((key) => sortOfKey(key) === 'place').map((key) => Number(key.slice(1)))
  const [[actors], [places]] = await Promise.all([
    db.$queryRaw<{ facts: string }[]>(sql.factsOfActors(actorIds, locale)),
    db.$queryRaw<{ facts: string }[]>(sql.factsOfPlaces(placeIds)),
  ])
  const facts = new Map<string, Facts>()
  for (const [id, slug, kind, country, territory, name, language] of z
    .array(actorFacts)
    .parse(JSON.parse(actors?.facts ?? '[]')))
    facts.set(id, { key: slug, slug, kind, name, language, country, territory })
  const noPage = { slug: null, kind: null, language: null, territory: null }
  for (const [id, name, country] of z.array(placeFacts).parse(JSON.parse(places?.facts ?? '[]')))
    facts.set(`p${id}`, { ...noPage, key: `place:${id}`, name, country })
  return (key) => {
    const known = facts.get(key)
    if (known !== undefined) return known
    // c:ZA, or c:ZA:Polokwane
    const [, country = '', ...rest] = key.split(':')
    const name = rest.join(':')
    return {
      ...noPage,
      key: `country:${country}${name === '' ? '' : `:${name}`}`,
      name: name === '' ? countryName(country, locale) : name,
      country,
    }
  }
}

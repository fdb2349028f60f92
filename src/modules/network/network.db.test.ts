import { UndirectedGraph } from 'graphology'
import { parse } from 'graphology-gexf/node/index.js'
import { beforeEach, expect, test } from 'vitest'
import { anActor, givenActor } from '@tests/builders/actor'
import { givenRelation, party } from '@tests/builders/relation'
import { emptyDatabase } from '@tests/database'
import { systemViewer } from '@/core/viewer'
import { saveActors } from '@/modules/actors/actor.commands'
import { networkToGexf } from '@/modules/network/network.gexf'
import { findNetwork } from '@/modules/network/network.queries'
import { networkAnswer, networkColumns } from '@/modules/network/network.schema'
import { countRelations } from '@/modules/relations/relation.queries'

beforeEach(emptyDatabase)
const asked = { locale: 'en' }
const africa = { country: 'ZA', role: 'partner' as const }
const named = { ...africa, placeName: 'Polokwane' }

/** Names of nodes and of what each is linked with. */
async function picture(...args: Parameters<typeof findNetwork>) {
  const { nodes, links } = await findNetwork(...args)
  const name = (at: number | undefined) => nodes[at ?? -1]?.name ?? '?'
  return {
    nodes: nodes.map((node) => node.name).sort(),
    links: links.from.map((from, at) => [name(from), name(links.to[at])].sort().join(' – ')).sort(),
  }
}

const abroad = { country: 'SE' }

test('nodes are the parties of the relations under the filter, links say how many relations they stand for', async () => {
  const home = await givenActor({ name: 'Home', kind: 'public_authority' })
  const lund = await givenActor({ name: 'Lund', kind: 'university', ...abroad })
  await givenActor({ name: 'Alone' })
  await givenRelation({ parties: [party(home), party(lund)] })
  await givenRelation({ type: 'export', parties: [party(lund), party(home)] })
  await givenRelation({ type: 'twinning', parties: [party(home), named] })
  await givenRelation({ type: 'twinning', parties: [party(home), africa] })
  const network = await findNetwork({}, asked)
  expect(network).toMatchObject({ relations: { total: 4, drawn: 4 }, found: 4, isWhole: true })
  expect(network.relations.total).toBe((await countRelations({})).total)
  const node = (name: string) => network.nodes.find((one) => one.name === name)
  expect(node('Home')).toMatchObject({
    slug: home.slug,
    kind: 'public_authority',
    relations: 4,
    degree: 3,
    countries: 2,
  })
  expect(node('Lund')).toMatchObject({ relations: 2, degree: 1, countries: 1, country: 'SE' })
  expect(node('Polokwane')).toMatchObject({ slug: null, kind: null, country: 'ZA', key: 'country:ZA:Polokwane' })
  expect(node('South Africa')).toMatchObject({ key: 'country:ZA', degree: 1 })
  expect([...network.links.weight].sort()).toEqual([1, 1, 2])
  expect(await picture({ group: ['economic'] }, asked)).toEqual({ nodes: ['Home', 'Lund'], links: ['Home – Lund'] })
  expect(networkAnswer.parse(networkColumns(network)).nodes.key).toHaveLength(4)
})

test('many parties make a star around the holder when it is one of them, else around the first', async () => {
  const actors = await Promise.all(
    ['A', 'B', 'C', 'D', 'E'].map((name) => givenActor({ name, country: name === 'A' ? 'IT' : 'DE' })),
  )
  const holder = actors[2] ?? { id: '' }
  const outside = await givenActor({ name: 'Outside' })
  const parties = actors.map(party)
  await givenRelation({ type: 'eu_project', parties, holderId: holder.id })
  const star = ['A – C', 'B – C', 'C – D', 'C – E']
  expect(await picture({}, asked)).toEqual({ nodes: ['A', 'B', 'C', 'D', 'E'], links: star })
  await emptyDatabase()
  const again = await Promise.all(
    ['A', 'B', 'C', 'D', 'E'].map((name) => givenActor({ name, country: name === 'A' ? 'IT' : 'DE' })),
  )
  void outside
  const other = await givenActor({ name: 'Outside' })
  await givenRelation({ type: 'eu_project', parties: again.map(party), holderId: other.id })
  expect((await picture({}, asked)).links).toEqual(['A – B', 'A – C', 'A – D', 'A – E'])
})

test('the network of an actor ends after its steps; no way leads on through a country', async () => {
  // Home – Lund – Kiel – Gdynia, Home – ZA – Far
  const [home, lund, kiel, gdynia, far] = await Promise.all([
    givenActor({ name: 'Home' }),
    givenActor({ name: 'Lund', ...abroad }),
    givenActor({ name: 'Kiel', country: 'DE' }),
    givenActor({ name: 'Gdynia', country: 'PL' }),
    givenActor({ name: 'Far', country: 'FR' }),
  ])
  await givenRelation({ parties: [party(home), party(lund)] })
  await givenRelation({ parties: [party(lund), party(kiel)] })
  await givenRelation({ parties: [party(kiel), party(gdynia)] })
  await givenRelation({ parties: [party(home), africa] })
  await givenRelation({ parties: [party(far), africa] })
  const around = (steps: number, filter = {}) => picture(filter, { ...asked, actor: home.slug, steps })
  expect((await around(1)).nodes).toEqual(['Home', 'Lund', 'South Africa'])
  expect((await around(2)).nodes).toEqual(['Home', 'Kiel', 'Lund', 'South Africa'])
  expect((await around(3)).nodes).toEqual(['Gdynia', 'Home', 'Kiel', 'Lund', 'South Africa'])
  expect((await around(3, { country: ['SE'] })).nodes).toEqual(['Home', 'Kiel', 'Lund'])
  // What ties those farthest out belongs to it.
  await givenRelation({ parties: [party(lund), africa] })
  expect((await around(1)).links).toContain('Lund – South Africa')
  await expect(findNetwork({}, { ...asked, actor: 'nobody' })).rejects.toMatchObject({ code: 'not-found' })
})

test('no hidden actor, no relation with one, no draft is ever in a network', async () => {
  const home = await givenActor({ name: 'Home' })
  const lund = await givenActor({ name: 'Lund', ...abroad })
  const canary = await givenActor({ name: 'Canary', country: 'NO', visibility: 'territory' })
  await givenRelation({ parties: [party(home), party(lund)] })
  await givenRelation({ parties: [party(home), party(lund), party(canary)] })
  await givenRelation({ parties: [party(home), named], holderId: canary.id })
  await givenRelation({ parties: [party(home), africa], visibility: 'partners' })
  expect(await picture({}, asked)).toEqual({ nodes: ['Home', 'Lund'], links: ['Home – Lund'] })
  expect(await picture({}, { ...asked, actor: home.id, steps: 3 })).toMatchObject({ nodes: ['Home', 'Lund'] })
  await expect(findNetwork({}, { ...asked, actor: canary.slug })).rejects.toMatchObject({ code: 'not-found' })
  // A change of the register is seen at the next request.
  await saveActors(systemViewer, [{ ...lund, actor: anActor({ name: 'Lund', ...abroad, visibility: 'territory' }) }])
  expect(await picture({}, asked)).toEqual({ nodes: [], links: [] })
})

test('GEXF says the same, and another program reads it', async () => {
  const home = await givenActor({ name: 'Höör & "Söner" <AB>', country: 'SE' })
  const polish = await givenActor({ name: 'Łódź', country: 'PL', kind: 'university' })
  await givenRelation({ parties: [party(home), party(polish)] })
  await givenRelation({ type: 'supply', parties: [party(home), party(polish)] })
  await givenRelation({ parties: [party(home), named] })
  const network = await findNetwork({ scope: 'all' }, asked)
  const facts = {
    day: '2026-11-26',
    source: 'https://atlas.example, CC BY 4.0',
    pageOf: (slug: string) => `/x/${slug}`,
  }
  const read = parse(UndirectedGraph, [...networkToGexf(network, facts)].join(''))
  expect([read.order, read.size]).toEqual([network.nodes.length, network.links.from.length])
  for (const node of network.nodes)
    expect(read.getNodeAttributes(node.key)).toMatchObject({
      label: node.name,
      kind: node.kind ?? 'place',
      country: node.country,
      degree: node.degree,
      ...(node.slug !== null && { url: `/x/${node.slug}` }),
    })
  expect(read.getEdgeAttributes(home.slug, polish.slug)).toMatchObject({ weight: 2, groups: 'institutional economic' })
})

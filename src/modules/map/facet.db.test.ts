import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { emptyDatabase } from '@tests/database'
import { countActors } from '@/modules/actors/actor.queries'
import { findFacet } from '@/modules/map/facet.queries'
import { countRelations, type RelationFilter } from '@/modules/relations/relation.queries'
import { facetKeys, isSingle, withoutFacet } from '@/modules/taxonomy/facet.schema'
import { filterSchema } from '@/modules/taxonomy/filter.schema'
import { db } from '@/platform/db'

/** Actors and relations that differ in everything a facet asks for, some of it twice. */
async function givenRegister() {
  await emptyDatabase()
  const region = await givenTerritory({ slug: 'emilia-romagna', name: 'Emilia-Romagna' })
  const province = await givenTerritory({ parentId: region.id })
  const comune = await givenActor({ name: 'Comune', kind: 'public_authority', sectors: ['O84'] })
  const firm = await givenActor({ name: 'Firm', sectors: ['C28', 'C'] })
  const other = await givenActor({ name: 'Other firm', sectors: ['C25', 'C28'] })
  const university = await givenActor({ name: 'University', kind: 'university', country: 'ES', sectors: ['P85'] })
  const chamber = await givenActor({ name: 'Chamber', kind: 'association', country: 'ZA' })
  await db.actor.updateMany({ where: { id: { in: [comune.id, firm.id] } }, data: { homeTerritoryId: province.id } })
  await db.actor.updateMany({ where: { id: other.id }, data: { homeTerritoryId: region.id } })
  await db.actor.updateMany({ where: { id: firm.id }, data: { verifiedAt: new Date() } })
  await db.actor.updateMany({ where: { id: other.id }, data: { verifiedAt: new Date('2019-05-01') } })
  const project = { programme: 'Interreg Europe', themes: ['digital', 'water'], started: '2016' }
  await givenRelation({
    parties: [party(comune), party(university)],
    holderId: comune.id,
    started: '1963',
    state: 'dormant',
  })
  await givenRelation({
    parties: [party(comune), party(chamber), party(university)],
    type: 'memorandum',
    holderId: comune.id,
  })
  await givenRelation({
    parties: [party(firm), party(chamber)],
    type: 'export',
    sectors: ['C28'],
    holderId: firm.id,
    started: '2004',
    ended: '2012',
    state: 'ended',
  })
  await givenRelation({ parties: [party(firm), party(university), party(comune)], type: 'eu_project', ...project })
  await givenRelation({
    parties: [party(other), party(university)],
    type: 'research_cooperation',
    themes: ['water'],
    sectors: ['C25', 'C28'],
  })
  await givenRelation({
    parties: [party(firm), party(other)],
    type: 'supply',
    ...project,
    programme: 'interreg europe',
  })
}

const totals = { actors: countActors, relations: countRelations }

/** Every answer of a facet, chosen in the list: pairs of its number and of the rows there are. */
async function chosenOneByOne(of: keyof typeof totals, facet: (typeof facetKeys)[number], filter: RelationFilter) {
  const { choices } = await findFacet({ of, facet, filter, locale: 'en' })
  return Promise.all(
    choices.map(async ({ value, count }) => {
      const chosen = filterSchema.parse({ [facet]: isSingle(facet) ? value : [value] })
      const { total } = await totals[of]({
        ...withoutFacet(filter, facet),
        ...chosen,
        ...(filter.partyId && { partyId: filter.partyId }),
      })
      return { value, count, total }
    }),
  )
}

beforeEach(givenRegister)

test.each([
  ['nothing', {}],
  ['a kind', { kind: ['enterprise', 'university'] }],
  ['a group', { group: ['knowledge'] }],
  ['a type and a state', { type: ['export', 'twinning'], state: ['dormant', 'ended'] }],
  ['a country', { country: ['IT'] }],
  ['a territory', { territory: 'reggio-emilia' }],
  ['a section', { sector: ['C'] }],
  ['a theme', { theme: ['water'] }],
  ['years', { since: '2010', until: '2015' }],
  ['all ties', { scope: 'all' }],
  ['words', { q: 'firm' }],
  ['a programme', { programme: 'INTERREG europe', scope: 'all' }],
] as const)('beside %s each answer of each facet says how many rows choosing it leaves', async (_name, given) => {
  const filter = filterSchema.parse(given)
  for (const of of ['actors', 'relations'] as const)
    for (const facet of facetKeys)
      for (const { value, count, total } of await chosenOneByOne(of, facet, filter))
        expect({ of, facet, value, count }).toEqual({ of, facet, value, count: total })
})

test('every facet has answers in a register that has all of them', async () => {
  for (const of of ['actors', 'relations'] as const)
    for (const facet of facetKeys) {
      const { choices } = await findFacet({ of, facet, filter: { scope: 'all' }, locale: 'it' })
      expect(choices.filter(({ count }) => (count ?? 0) > 0).length, `${of} ${facet}`).toBeGreaterThan(0)
    }
})

test('the relations of one actor are counted among its own', async () => {
  const comune = await db.actor.findFirstOrThrow({ where: { kind: 'public_authority' } })
  const found = await chosenOneByOne('relations', 'type', { partyId: comune.id })
  expect(found).toEqual([
    { value: 'twinning', count: 1, total: 1 },
    { value: 'memorandum', count: 1, total: 1 },
    { value: 'eu_project', count: 1, total: 1 },
  ])
})

test('answers are told in the language that was asked for', async () => {
  const label = async (facet: 'kind' | 'country') =>
    (await findFacet({ of: 'actors', facet, filter: {}, locale: 'it' })).choices.map((choice) => choice.label)
  expect(await label('kind')).toContain('Imprese')
  expect(await label('country')).toContain('Sudafrica')
})

import { beforeEach, expect, test, vi } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { emptyDatabase } from '@tests/database'
import { fold } from '@/core/fold'
import type { Locale } from '@/core/localized'
import { systemViewer } from '@/core/viewer'
import { archiveActor, restoreActor } from '@/modules/actors/actor.commands'
import { archiveRelation } from '@/modules/relations/relation.commands'
import { search } from '@/modules/search/search.queries'
import type { FoundKind } from '@/modules/search/search.schema'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)

const asked = { locale: 'en', limit: 10 } as const
const label = (value: string, language = 'it') => ({ kind: 'label' as const, language, value })

/** Names found of one kind, in their order. */
async function names(q: string, kind: FoundKind = 'actor', locale: Locale = 'en'): Promise<string[]> {
  const { groups } = await search(q, { ...asked, locale })
  return groups.find((group) => group.kind === kind)?.results.map(({ name }) => name) ?? []
}

async function givenPlace(id: number, name: string, country: string, also: string[] = []) {
  await db.place.create({
    data: { id, name, country, longitude: 10, latitude: 45, population: 60_000, featureCode: 'PPL' },
  })
  await db.placeName.createMany({
    data: [...new Set([name, ...also].map(fold))].map((folded) => ({
      placeId: id,
      folded,
      country,
      population: 60_000,
    })),
  })
}

// A word that was brought in while another save took it out may stand there twice.
const words = async () =>
  (await db.searchWord.findMany({ distinct: 'word', orderBy: { word: 'asc' } })).map(({ word }) => word)

test('an actor is found by each of its names, in any script, without accents, by beginnings in any order', async () => {
  await givenActor({
    originalLanguage: 'el',
    names: [
      label('Δήμος Αθηναίων', 'el'),
      label('Municipality of Athens', 'en'),
      { kind: 'official', language: 'sr', value: 'Град Атина' },
      { kind: 'alias', language: 'pl', value: 'Gmina Ateny' },
      { kind: 'acronym', language: 'en', value: 'C.O.A.' },
    ],
    country: 'GR',
  })
  for (const q of [
    'δημος',
    'Αθηναίων Δήμος',
    'dimos athin',
    'град',
    'municip athens',
    'ateny',
    'coa',
    'C.O.A.',
    'athens municipality',
  ])
    expect(await names(q), q).toEqual(['Municipality of Athens'])
  expect(await names('dimos', 'actor', 'it')).toEqual(['Δήμος Αθηναίων'])
})

test('what matched is said where the name shown does not say it', async () => {
  await givenActor({
    names: [label('Università di Modena e Reggio Emilia'), { kind: 'acronym', language: 'it', value: 'UNIMORE' }],
    identifiers: [
      { scheme: 'pic', value: '999840887' },
      { scheme: 'vat', value: 'IT00427620364' },
    ],
  })
  const matched = async (q: string) => (await search(q, asked)).groups[0]?.results[0]?.matched
  expect(await matched('universita modena')).toBeNull()
  expect(await matched('unimor')).toEqual({ by: 'acronym', value: 'UNIMORE', language: 'it' })
  expect(await matched('PIC 999 840 887')).toEqual({ by: 'identifier', scheme: 'pic', value: '999840887' })
  expect(await matched('00427620364')).toEqual({ by: 'identifier', scheme: 'vat', value: 'IT00427620364' })
})

test('typing errors are forgiven in words of four letters and more, and said', async () => {
  await givenActor({ name: 'Fondazione Collodi' })
  await givenActor({ name: 'Högskolan i Gävle', originalLanguage: 'sv' })
  for (const q of ['fondazoine collodi', 'collodi fondazone', 'colodi', 'ocllodi', 'collodii', 'fondzaione coll'])
    expect(await names(q), q).toEqual(['Fondazione Collodi'])
  expect(await names('hogkolan gavle')).toEqual(['Högskolan i Gävle'])
  expect((await search('fondazoine collodi', asked)).didYouMean).toBe('fondazione collodi')
  expect((await search('fondazione collodi', asked)).didYouMean).toBeNull()
  expect(await names('zzzzzz')).toEqual([])
})

test('exact name, beginning, all words, words around; in each the better connected first', async () => {
  await givenPlace(1, 'Gävle', 'SE')
  const exact = await givenActor({ name: 'Sandvik' })
  const beginning = await givenActor({ name: 'Sandvik Coromant' })
  const connected = await givenActor({ name: 'Sandvik Materials', country: 'SE' })
  const inside = await givenActor({ name: 'Museum of Sandvik' })
  const nearby = await givenActor({ name: 'Iron museum', city: 'Sandvik' })
  await givenRelation({ parties: [party(connected), { country: 'DE', placeName: 'Berlin', role: 'partner' }] })
  const { groups } = await search('sandvik', asked)
  expect(groups.find(({ kind }) => kind === 'actor')?.results.map(({ id }) => id)).toEqual(
    [exact, connected, beginning, inside, nearby].map(({ id }) => id),
  )
  expect(await names('museum sandvik')).toEqual(['Museum of Sandvik', 'Iron museum'])
})

test('cities by any of their names, countries, kinds and types narrow a search', async () => {
  await givenPlace(2711537, 'Göteborg', 'SE', ['Gothenburg', 'Gotemburgo'])
  await givenActor({ name: 'Chalmers', kind: 'university', country: 'SE', city: 'Göteborg', placeId: 2711537 })
  await givenActor({ name: 'Chalmers Italia' })
  for (const q of [
    'chalmers gothenburg',
    'gotemburgo chalm',
    'chalmers sweden',
    'chalmers svezia',
    'chalmers università',
    'chalmers goteborg',
  ])
    expect(await names(q), q).toEqual(['Chalmers'])
})

test('a relation is found by title, project, type, country and who is in it; not by a party that makes it hidden', async () => {
  await givenPlace(3021372, 'Dijon', 'FR', ['Digione'])
  const reggio = await givenActor({ name: 'Comune di Reggio Emilia' })
  const twinning = await givenRelation({
    parties: [party(reggio), { placeId: 3021372, role: 'partner' }],
    title: { original: 'it', texts: { it: { value: 'Gemellaggio borgognone' } } },
  })
  await givenRelation({
    type: 'eu_project',
    title: { original: 'en', texts: { en: { value: 'Water for towns' } } },
    ...{ projectAcronym: 'AQUA-TOWN', projectNumber: '101012345', programme: 'Horizon 2020' },
    parties: [party(reggio), { country: 'DE', placeName: 'Ulm', role: 'partner' }],
  })
  for (const q of [
    'borgognone',
    'digione reggio emilia',
    'twinning dijon',
    'gemellaggio reggio',
    'france reggio',
    'borgonone',
  ])
    expect(await names(q, 'relation'), q).toEqual(['Gemellaggio borgognone'])
  for (const q of [
    'aqua town',
    'aquatown',
    '101012345',
    'horizon water',
    'germania reggio',
    'projekt europejski reggio',
  ])
    expect((await names(q, 'relation'))[0], q).toBe('Water for towns')
  await archiveActor(systemViewer, reggio)
  expect(await names('borgognone', 'relation')).toEqual([])
  expect(await words()).toEqual([])
  await restoreActor(systemViewer, { ...reggio, version: 2 })
  expect(await names('borgognone', 'relation')).toEqual(['Gemellaggio borgognone'])
  await archiveRelation(systemViewer, twinning)
  expect(await names('borgonone', 'relation')).toEqual([])
  expect(await words()).not.toContain('borgognone')
})

test('territories, places, countries and code lists are found in five languages', async () => {
  await givenTerritory()
  await givenPlace(1, 'Zadar', 'HR', ['Zara'])
  expect(await names('regio emilia', 'territory')).toEqual(['Reggio Emilia'])
  expect(await names('zara', 'place')).toEqual(['Zadar'])
  for (const q of ['sydafrika', 'południowa afryka', 'sudafrica', 'ZA', 'suoth africa'])
    expect(await names(q, 'country'), q).toContain('South Africa')
  expect(await names('gemellaggio', 'relation_type')).toEqual(['Twinning'])
  expect(await names('uczeln', 'actor_kind')).toEqual(['University'])
  expect(await names('C28', 'sector')).toEqual(['Manufacture of machinery and equipment n.e.c.'])
  expect(await names('tillverkning', 'sector')).not.toEqual([])
  expect(await names('turismo', 'theme')).not.toEqual([])
  const { groups } = await search('gemellaggio', asked)
  expect(groups[0]).toMatchObject({
    kind: 'relation_type',
    results: [{ path: '/relations?type=twinning', matched: { by: 'name', value: 'Gemellaggio', language: 'it' } }],
  })
})

test('whatever is typed is answered', async () => {
  await givenActor({ name: 'Officine' })
  for (const q of [
    '',
    ' ',
    '\0',
    '%',
    '_',
    '\\',
    "'",
    "':*",
    '!!',
    '(',
    '\u202eofficine',
    '\ud800',
    'a',
    '&|!<->',
    'x'.repeat(5000),
    'parola '.repeat(40),
  ])
    await expect(search(q, asked), q).resolves.toBeDefined()
  expect(await names('\u202eofficine%')).toEqual(['Officine'])
})

test('a misspelt city abroad narrows records, as it does written rightly', async () => {
  await givenPlace(965289, 'Polokwane', 'ZA')
  await givenPlace(3161732, 'Bologna', 'IT')
  const reggio = await givenActor({ names: [label('Comune di Reggio Emilia')] })
  const far = await givenRelation({ parties: [party(reggio), { placeId: 965289, role: 'partner' }] })
  await givenRelation({ parties: [party(reggio), { country: 'DE', placeName: 'Ulm', role: 'partner' }] })
  const relations = async (q: string) =>
    (await search(q, asked)).groups.find(({ kind }) => kind === 'relation')?.results.map(({ id }) => id)
  expect(await relations('reggio polokwane')).toEqual([far.id])
  for (const q of ['reggio polokwene', 'polokwanne reggio', 'polokvane'])
    expect(await relations(q), q).toEqual([far.id])
  expect(await relations('reggio bolonga')).toBeUndefined()
})

test('a question that the database gives up is refused for now, not a fault', async () => {
  const asking = vi.spyOn(db, '$queryRaw')
  asking.mockRejectedValueOnce(
    Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' }),
  )
  await expect(search('reggio emilia', asked)).rejects.toMatchObject({ code: 'unavailable', messageKey: 'searchSlow' })
  asking.mockRestore()
  await expect(search('reggio emilia', asked)).resolves.toMatchObject({ groups: [] })
})

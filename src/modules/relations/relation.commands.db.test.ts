import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { aRelation, givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'
import { systemViewer } from '@/core/viewer'
import { archiveActor, saveActors } from '@/modules/actors/actor.commands'
import { findActors } from '@/modules/actors/actor.queries'
import { getPresentActor } from '@/modules/actors/present-actor.queries'
import { archiveRelation, saveRelations } from '@/modules/relations/relation.commands'
import { getRelation } from '@/modules/relations/relation-detail.queries'
import {
  countRelations,
  countRelationsByCountry,
  findRelations,
  findTiesBetween,
} from '@/modules/relations/relation.queries'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)
const list = { limit: 25, locale: 'pl' }
const bydgoszcz = { placeId: 3102014, role: 'partner' as const }

async function givenPlaces() {
  const place = { featureCode: 'PPLA', population: 1 }
  await db.place.createMany({
    data: [
      { ...place, id: 3102014, name: 'Bydgoszcz', country: 'PL', longitude: 18.0076, latitude: 53.1235 },
      { ...place, id: 3169522, name: "Reggio nell'Emilia", country: 'IT', longitude: 10.63125, latitude: 44.69825 },
    ],
  })
}

test('a relation of two countries is international, of one domestic, and follows its actors when they move', async () => {
  await givenPlaces()
  const [firm, association] = [await givenActor({ name: 'Firm' }), await givenActor({ name: 'Association' })]
  await givenRelation({ type: 'membership', parties: [party(firm), party(association)] })
  await givenRelation({ parties: [party(association), bydgoszcz] })
  expect(await countRelations({})).toMatchObject({ total: 1, byType: { twinning: 1 } })
  expect(await countRelations({ scope: 'domestic' })).toMatchObject({ total: 1, byType: { membership: 1 } })
  const { content, version } = await getPresentActor(systemViewer, association.id)
  await saveActors(systemViewer, [{ id: association.id, version, actor: { ...content, country: 'PL' } }])
  expect(await countRelations({})).toMatchObject({ total: 1, byType: { membership: 1 } })
  expect((await findActors({ sort: 'relations' }, list)).rows.map((actor) => actor.relations)).toEqual([1, 1])
})

test('a relation is hidden with any of its actors, and its figures with it', async () => {
  await givenPlaces()
  const { id, version, slug } = await givenActor({ name: 'Comune' })
  const holder = await givenActor({ name: 'Holder' })
  const relation = await givenRelation({ parties: [party({ id }), bydgoszcz], holderId: holder.id })
  expect(await countRelationsByCountry({})).toEqual([
    { country: 'IT', relations: 1 },
    { country: 'PL', relations: 1 },
  ])
  await archiveActor(systemViewer, holder)
  expect((await findRelations({}, list)).total).toBe(0)
  expect((await findActors({ q: 'comune' }, list)).rows).toMatchObject([{ slug, relations: 0 }])
  await expect(getRelation(null, relation.slug, 'en')).rejects.toMatchObject({ code: 'not-found' })
  expect(version).toBe(1)
})

test('an archived relation that was public is gone, one that never was is not found', async () => {
  await givenPlaces()
  const actor = await givenActor()
  const published = await givenRelation({ parties: [party(actor), bydgoszcz] })
  const [draft] = await saveRelations(systemViewer, [{ relation: aRelation({ parties: [party(actor), bydgoszcz] }) }])
  for (const at of [published, draft]) if (at !== undefined) await archiveRelation(systemViewer, at)
  await expect(getRelation(null, published.slug, 'en')).rejects.toMatchObject({ code: 'gone' })
  await expect(getRelation(null, draft?.slug ?? '', 'en')).rejects.toMatchObject({ code: 'not-found' })
})

test.each([
  [
    'an unknown actor',
    { parties: [{ actorId: '01900000-0000-7000-8000-000000000000', role: 'partner' }] },
    'parties.1',
  ],
  ['an unknown place', { parties: [{ placeId: 999999999, role: 'partner' }] }, 'parties.1'],
  ['an export inside one country', { type: 'export', parties: [{ placeId: 3169522, role: 'receiver' }] }, 'type'],
  ['an unknown holder', { holderId: '01900000-0000-7000-8000-000000000000', parties: [bydgoszcz] }, 'holderId'],
] as const)('%s is refused at its field and nothing is stored', async (_, said, field) => {
  await givenPlaces()
  const actor = await givenActor()
  const relation = aRelation({ ...said, parties: [party(actor), ...said.parties] })
  await expect(saveRelations(systemViewer, [{ relation }])).rejects.toMatchObject({
    code: 'invalid',
    fields: [{ field }],
  })
  expect(await db.relation.count()).toBe(0)
})

test('somebody else’s draft cannot be made a party', async () => {
  const [mine, other] = [await givenTerritory(), await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })]
  const [hidden] = await saveActors(systemViewer, [
    { territoryId: other.id, actor: (await getPresentActor(systemViewer, (await givenActor()).id)).content },
  ])
  const editor = await givenViewer('editor', { territoryId: mine.id })
  const relation = aRelation({ parties: [party(await givenActor({ name: 'Seen' })), party({ id: hidden?.id ?? '' })] })
  await expect(saveRelations(editor, [{ relation }])).rejects.toMatchObject({ fields: [{ field: 'parties.1' }] })
})

test('words find a relation by its title, its parties in any language, and its places', async () => {
  await givenPlaces()
  await db.placeName.create({ data: { placeId: 3102014, folded: 'bromberg', country: 'PL', population: 366452 } })
  const actor = await givenActor({
    name: 'Comune di Reggio Emilia',
    names: [
      { kind: 'label', language: 'it', value: 'Comune di Reggio Emilia' },
      { kind: 'label', language: 'pl', value: 'Miasto Reggio Emilia' },
    ],
  })
  await givenRelation({ parties: [party(actor), bydgoszcz], started: '1962' })
  for (const q of ['reggio', 'MIASTO', 'bydg', 'Bromberg reggio'])
    expect((await findRelations({ q }, list)).total).toBe(1)
  expect((await findRelations({ q: 'reggio nowhere' }, list)).total).toBe(0)
  const [row] = (await findRelations({}, list)).rows
  expect(row?.parties.map((end) => end.name)).toEqual([
    { value: 'Miasto Reggio Emilia', language: 'pl' },
    { value: 'Bydgoszcz', language: null },
  ])
})

test('a relation between the same ends is shown to whoever writes a second one', async () => {
  await givenPlaces()
  const actor = await givenActor()
  const parties = [party(actor), bydgoszcz]
  const first = await givenRelation({ parties })
  expect(await findTiesBetween(parties, { locale: 'en' })).toMatchObject([{ id: first.id }])
  expect(await findTiesBetween(parties, { locale: 'en', exceptId: first.id })).toEqual([])
})

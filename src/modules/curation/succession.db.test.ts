import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'
import { getActor } from '@/modules/actors/actor-detail.queries'
import { takeOverRelations } from '@/modules/curation/succession.commands'
import { getSuccession } from '@/modules/curation/succession.queries'
import { getRelation } from '@/modules/relations/relation-detail.queries'

beforeEach(emptyDatabase)

test('ERVET became ART-ER in 2019: relations stay until the successor takes over what was chosen', async () => {
  const [mine, other] = [(await givenTerritory()).id, (await givenTerritory({ slug: 'gavle', name: 'Gävle' })).id]
  const coordinator = await givenViewer('coordinator', { territoryId: mine })
  const artEr = await givenActor({ name: 'ART-ER' }, mine)
  const merged = { legalStatus: 'merged' as const, legalStatusSince: '2019', successorId: artEr.id }
  const ervet = await givenActor({ name: 'ERVET', ...merged }, mine)
  const partner = await givenActor({ name: 'Agencia', country: 'ES' }, other)
  const tie = (territoryId: string) =>
    givenRelation({ type: 'eu_project', parties: [ervet, partner].map(party), holderId: ervet.id }, territoryId)
  const [taken, left, foreign] = [await tie(mine), await tie(mine), await tie(other)]
  expect(await getActor(null, ervet.slug, 'en')).toMatchObject({
    successor: { name: 'ART-ER' },
    legalStatusSince: '2019',
  })
  expect((await getActor(null, artEr.slug, 'en')).predecessors).toMatchObject([{ name: 'ERVET', since: '2019' }])
  const offered = await getSuccession(coordinator, ervet.id, 'en')
  expect(offered.own.map(({ id }) => id).sort()).toEqual([taken.id, left.id].sort())
  expect(offered.elsewhere.map(({ id }) => id)).toEqual([foreign.id])
  const choose = (id: string) => takeOverRelations(coordinator, { actorId: ervet.id, relations: [id] }, 'en')
  await expect(choose(foreign.id)).rejects.toMatchObject({ code: 'not-found' })
  expect(await choose(taken.id)).toBe(1)
  expect(await getRelation(null, taken.slug, 'en')).toMatchObject({ holder: { id: artEr.id }, version: 2 })
  expect(await getRelation(null, left.slug, 'en')).toMatchObject({ holder: { id: ervet.id }, version: 1 })
  const editor = await givenViewer('editor', { territoryId: mine })
  await expect(getSuccession(editor, ervet.id, 'en')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(getSuccession(coordinator, artEr.id, 'en')).rejects.toMatchObject({ code: 'not-found' })
})

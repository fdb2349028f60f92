import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'
import type { Viewer } from '@/core/viewer'
import { archiveActor, saveActors } from '@/modules/actors/actor.commands'
import { compareAgain, tellApart } from '@/modules/curation/duplicate.commands'
import { findDuplicates, findToldApart } from '@/modules/curation/duplicate.queries'
import { anActor } from '@tests/builders/actor'

let reggio: string
let gavle: string
let here: Viewer
beforeEach(async () => {
  await emptyDatabase()
  reggio = (await givenTerritory()).id
  gavle = (await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })).id
  here = await givenViewer('coordinator', { territoryId: reggio })
})

const found = async () => {
  const { actors, relations } = await findDuplicates(here, reggio, 'it')
  const names = ({ first, second }: { first: { name: string }; second: { name: string } }) =>
    [first.name, second.name].sort().join(' = ')
  return { actors: actors.map(names), relations: relations.map(names), rows: actors }
}
const at = (longitude: number, latitude: number) => ({ longitude, latitude })

test('a shared web domain, names alike nearby and names alike without a point are found, with the reasons', async () => {
  const domain = { identifiers: [{ scheme: 'domain' as const, value: 'esempio.it' }] }
  await givenActor({ name: 'Officine Esempio', ...domain, ...at(10.63, 44.7) }, reggio)
  await givenActor({ name: 'Esempio Officine S.p.A.', ...domain, ...at(10.64, 44.7) }, gavle)
  await givenActor({ name: 'Consorzio Alfa Reggio', ...at(10.63, 44.7) }, reggio)
  await givenActor({ name: 'Consorzio Alfa di Reggio S.r.l.', ...at(10.6301, 44.7001) })
  await givenActor({ name: 'Consorzio Alfa Reggio', ...at(12.5, 41.9) })
  await givenActor({ name: 'Fondazione Beta' }, reggio)
  await givenActor({ name: 'FONDAZIONE BÈTA' })
  await givenActor({ name: 'Fondazione Beta', country: 'SE' })
  const { actors, rows } = await found()
  expect(actors.sort()).toEqual([
    'Consorzio Alfa Reggio = Consorzio Alfa di Reggio S.r.l.',
    'Esempio Officine S.p.A. = Officine Esempio',
    'FONDAZIONE BÈTA = Fondazione Beta',
  ])
  expect(rows.find(({ reasons }) => reasons?.schemes.includes('domain'))).toMatchObject({
    ...{ mayMerge: false, reasons: { schemes: ['domain'], metres: 790 } },
  })
})

test('what the viewer may not see, and what is archived, is never proposed', async () => {
  await givenActor({ name: 'Fondazione Beta' }, reggio)
  await saveActors(await givenViewer('admin'), [{ territoryId: gavle, status: 'draft', actor: anActor({ name: 'Fondazione Beta' }) }]) // prettier-ignore
  const old = await givenActor({ name: 'Fondazione Beta' }, reggio)
  expect((await found()).actors).toHaveLength(1)
  await archiveActor(here, old)
  expect((await found()).actors).toEqual([])
  await expect(findDuplicates(here, gavle, 'it')).rejects.toMatchObject({ code: 'forbidden' })
})

test('told apart they are not proposed again, until somebody compares again', async () => {
  const [one, two] = [
    await givenActor({ name: 'Fondazione Beta' }, reggio),
    await givenActor({ name: 'Fondazione Beta' }, gavle),
  ]
  const pair = { kind: 'actor' as const, firstId: two.id, secondId: one.id }
  const stranger = await givenViewer('coordinator', {
    territoryId: (await givenTerritory({ slug: 'valencia', name: 'Valencia', country: 'ES' })).id,
  })
  await expect(tellApart(stranger, pair)).rejects.toMatchObject({ code: 'forbidden' })
  await tellApart(here, pair)
  await tellApart(here, pair)
  expect((await found()).actors).toEqual([])
  expect(await findToldApart(here, reggio, 'it')).toHaveLength(1)
  await compareAgain(here, pair)
  expect((await found()).actors).toHaveLength(1)
})

test('relations of one type between the same parties with overlapping dates are found, in any order of the parties', async () => {
  const [one, two] = [await givenActor({}, reggio), await givenActor({ name: 'Kommun', country: 'SE' }, gavle)]
  const place = { country: 'ZA', placeName: 'Polokwane', role: 'partner' as const }
  await givenRelation({ parties: [party(one), party(two)], started: '1962' }, reggio)
  await givenRelation({ parties: [party(two), party(one)], started: '1963' }, gavle)
  await givenRelation({ parties: [party(one), party(two)], started: '1950', ended: '1955' }, reggio)
  await givenRelation({ type: 'supply', parties: [party(one), party(two)] }, reggio)
  await givenRelation({ parties: [party(one), party(two), place] }, reggio)
  expect((await found()).relations).toEqual(['Kommun – Officine Esempio = Officine Esempio – Kommun'])
})

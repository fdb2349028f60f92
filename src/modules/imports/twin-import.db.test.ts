import { beforeEach, expect, test } from 'vitest'
import { emptyDatabase } from '@tests/database'
import { givenActor } from '@tests/builders/actor'
import { givenRelation, party } from '@tests/builders/relation'
import { systemViewer } from '@/core/viewer'
import { importFile } from '@/modules/imports/import.commands'
import { countRelations } from '@/modules/relations/relation.queries'
import { db } from '@/platform/db'

const header =
  'origincityLabel\torigincountry\toriginlat\toriginlong\toriginpopulation\tsistercityLabel\tdestinationlat\tdestinationlong\tdestinationpopulation\tdestination_countryLabel\tdist\teu'
const row = (origin: string, partner: string) => `${origin}\t${partner}\t1079\tEU`
const reggio = 'Reggio Emilia\tItaly\t44.7\t10.633333\t171345'
const bydgoszcz = 'Bydgoszcz\t53.1219\t18.0003\t352313\tPoland'
const there = row(reggio, bydgoszcz)
const back = row('Bydgoszcz\tPoland\t53.1219\t18.0003\t352313', 'Reggio Emilia\t44.7\t10.633333\t171345\tItaly')

const request = (rows: readonly string[], said: Partial<Parameters<typeof importFile>[1]> = {}) => ({
  ...{ fileName: 'twins.tsv', text: [header, ...rows].join('\n'), as: 'wikidata-twins' as const, territory: 'auto' },
  ...{ commit: true, skipRefused: false, draft: false, ...said },
})

beforeEach(async () => {
  await emptyDatabase()
  const place = { featureCode: 'PPLA', population: 1 }
  await db.place.createMany({
    data: [
      { ...place, id: 3102014, name: 'Bydgoszcz', country: 'PL', longitude: 18.0076, latitude: 53.1235 },
      { ...place, id: 3169522, name: "Reggio nell'Emilia", country: 'IT', longitude: 10.63125, latitude: 44.69825 },
      { ...place, id: 2620473, name: 'Helsingør', country: 'DK', longitude: 12.59213, latitude: 56.03605 },
    ],
  })
  await db.placeName.createMany({
    data: [
      { placeId: 3102014, folded: 'bydgoszcz', country: 'PL', population: 1 },
      { placeId: 3169522, folded: 'reggio emilia', country: 'IT', population: 1 },
      { placeId: 2620473, folded: 'helsingor', country: 'DK', population: 1 },
    ],
  })
})

test('both directions of a tie are one relation, published, to confirm, with its source; a second run changes nothing', async () => {
  const first = await importFile(systemViewer, request([there, back]))
  expect(first).toMatchObject({ stored: true, problems: [], counts: { relations: { created: 1, refused: 0 } } })
  const [stored] = await db.relation.findMany({ include: { parties: { orderBy: { position: 'asc' } } } })
  expect(stored).toMatchObject({
    ...{ type: 'twinning', status: 'published', verifiedAt: null, sourceLicence: 'CC0-1.0', isInternational: true },
    parties: [{ placeId: 3169522 }, { placeId: 3102014 }],
  })
  expect(await importFile(systemViewer, request([back, there]))).toMatchObject({
    counts: { relations: { created: 0, changed: 0, unchanged: 1 } },
  })
  expect(await db.relation.count()).toBe(1)
  expect(await db.importBatch.findMany({ include: { rows: true } })).toMatchObject([
    {
      state: 'committed',
      rows: [
        { row: 2, outcome: 'created' },
        { row: 3, outcome: 'created' },
      ],
    },
    { state: 'committed', rows: [] },
  ])
})

test('a tie that somebody registered by hand with the municipality is not written again', async () => {
  const comune = await givenActor({ kind: 'public_authority', name: 'Comune di Reggio Emilia', placeId: 3169522 })
  await givenRelation({ parties: [party(comune), { placeId: 3102014, role: 'partner' }] })
  expect(await importFile(systemViewer, request([there]))).toMatchObject({
    counts: { relations: { created: 0, unchanged: 1 } },
  })
  expect(await countRelations({})).toMatchObject({ total: 1 })
})

test('a dry run stores nothing, and refused rows keep the others out unless they may be skipped', async () => {
  const homeless = row('Nowhere\t\t\t\t', bydgoszcz)
  expect(await importFile(systemViewer, request([there], { commit: false }))).toMatchObject({ stored: false })
  expect(await importFile(systemViewer, request([there, homeless]))).toMatchObject({
    stored: false,
    problems: [{ row: 3, field: 'origincountry', severity: 'refused', code: 'countryMissing' }],
  })
  expect(await db.relation.count()).toBe(0)
  expect(await importFile(systemViewer, request([there, homeless], { skipRefused: true }))).toMatchObject({
    stored: true,
    counts: { relations: { created: 1, refused: 1 } },
  })
})

test('a city labelled Sweden that lies in Denmark is Danish, with a warning; a blank point is absent, half a point refused', async () => {
  const helsingor = 'Helsingør\tSweden\t56.033333\t12.616667\t'
  const report = await importFile(
    systemViewer,
    request(
      [row(helsingor, bydgoszcz), row('Lund\tSweden\t\t\t', bydgoszcz), row('Lund\tSweden\t55.7\t\t', bydgoszcz)],
      {
        skipRefused: true,
      },
    ),
  )
  expect(report.problems).toEqual([
    {
      ...{ row: 2, field: 'origincityLabel', severity: 'warning', code: 'countryRepaired' },
      values: { label: 'Helsingør', from: 'Sweden', to: 'DK' },
    },
    { row: 4, field: 'originlong', severity: 'refused', code: 'halfPoint', values: {} },
  ])
  expect(await db.relationParty.findMany({ where: { placeName: 'Lund' } })).toMatchObject([
    { country: 'SE', longitude: null, latitude: null },
  ])
})

test.each([
  ['nothing', '', 'emptyFile'],
  ['a header only', header, 'noRows'],
  ['another format', 'id,name\n1,Reggio', 'wrongColumns'],
  ['a NUL', `${header}\n${there}\0`, 'notText'],
])('a file with %s is refused as a whole', async (_, text, code) => {
  await expect(importFile(systemViewer, { ...request([]), text })).rejects.toMatchObject({
    code,
  })
  expect(await db.importBatch.count()).toBe(0)
})

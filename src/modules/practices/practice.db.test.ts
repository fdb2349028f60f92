import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { aPractice, givenPublishedPractice, text } from '@tests/builders/practice'
import { givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'
import { systemViewer, type Viewer } from '@/core/viewer'
import { archiveActor } from '@/modules/actors/actor.commands'
import { getPractice } from '@/modules/practices/practice-detail.queries'
import { findDeskPractices } from '@/modules/practices/practice-desk.queries'
import { keepPractice } from '@/modules/practices/practice-form.commands'
import { practiceFormSchema, practiceToForm } from '@/modules/practices/practice-form.schema'
import {
  archivePractice,
  discardPractice,
  publishPractice,
  restorePractice,
  savePractices,
  sendBackPractice,
  submitPractice,
} from '@/modules/practices/practice.commands'
import { countPractices, findPractices } from '@/modules/practices/practice.queries'
import { search } from '@/modules/search/search.queries'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)
const list = { limit: 25, locale: 'it' }

async function draftOf(viewer: Viewer, territoryId: string, said: Parameters<typeof aPractice>[0] = {}) {
  const [saved] = await savePractices(viewer, [{ territoryId, practice: aPractice(said) }])
  if (saved === undefined) throw new Error('nothing was saved')
  return saved
}

async function givenHouse() {
  const territory = await givenTerritory()
  const actor = await givenActor({ name: 'Comune' })
  const [editor, coordinator, other] = [
    await givenViewer('editor', { territoryId: territory.id }),
    await givenViewer('coordinator', { territoryId: territory.id }),
    await givenViewer('coordinator', { territoryId: territory.id }),
  ]
  return { territory, actor, editor, coordinator, other }
}

test('an editor writes and submits, a coordinator sends back with a reason, then publishes; the public reads it', async () => {
  const { territory, actor, editor, coordinator } = await givenHouse()
  const draft = await draftOf(editor, territory.id, { inChargeId: actor.id })
  await expect(getPractice(null, draft.slug, 'it')).rejects.toMatchObject({ code: 'not-found' })
  const sent = await submitPractice(editor, draft)
  const back = await sendBackPractice(coordinator, { ...sent, reason: 'Say more' })
  const { rows } = await findDeskPractices(editor, { sentBack: true }, list)
  expect(rows).toMatchObject([{ id: draft.id, sentBackReason: 'Say more', status: 'draft' }])
  await expect(publishPractice(editor, back)).rejects.toMatchObject({ code: 'forbidden' })
  const again = await submitPractice(editor, back)
  await publishPractice(coordinator, again)
  expect(await getPractice(null, draft.slug, 'it')).toMatchObject({ status: 'published', inCharge: { name: 'Comune' } })
  expect((await findPractices({}, list)).rows).toMatchObject([{ id: draft.id }])
})

test('nobody publishes what they wrote themselves, but another coordinator does, and then both may change it', async () => {
  const { territory, actor, coordinator, other } = await givenHouse()
  const draft = await draftOf(coordinator, territory.id, { inChargeId: actor.id })
  await expect(publishPractice(coordinator, draft)).rejects.toMatchObject({ code: 'forbidden' })
  const admin = await givenViewer('admin')
  const own = await draftOf(admin, territory.id, { inChargeId: actor.id })
  await expect(publishPractice(admin, own)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(
    savePractices(coordinator, [{ status: 'published', practice: aPractice({ inChargeId: actor.id }) }]),
  ).rejects.toMatchObject({ code: 'forbidden' })
  const shown = await publishPractice(other, draft)
  const change = { ...shown, practice: aPractice({ inChargeId: actor.id, title: text('Un altro titolo') }) }
  const [changed] = await savePractices(coordinator, [
    { id: change.id, version: change.version, practice: change.practice },
  ])
  const put = await archivePractice(coordinator, { id: shown.id, version: changed?.version ?? 0 })
  expect(await restorePractice(coordinator, put)).toMatchObject({ id: shown.id })
})

test('an archived draft does not come before the public by the back door of the archive', async () => {
  const { territory, actor, coordinator } = await givenHouse()
  const draft = await draftOf(coordinator, territory.id, { inChargeId: actor.id })
  const put = await archivePractice(coordinator, draft)
  await expect(
    savePractices(coordinator, [
      { id: put.id, version: put.version, status: 'published', practice: aPractice({ inChargeId: actor.id }) },
    ]),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await restorePractice(coordinator, put)
  await expect(getPractice(null, draft.slug, 'it')).rejects.toMatchObject({ code: 'not-found' })
})

test('a draft keeps a text that is too long; submitting, publishing and proposing refuse it at its control', async () => {
  const { territory, actor, editor, coordinator } = await givenHouse()
  const long = { inChargeId: actor.id, summary: text('x'.repeat(161)) }
  const draft = await draftOf(editor, territory.id, long)
  const problem = {
    code: 'invalid',
    fields: [{ field: 'summary.texts.it.value', message: 'tooLong', values: { max: 160 } }],
  }
  await expect(submitPractice(editor, draft)).rejects.toMatchObject(problem)
  await expect(publishPractice(coordinator, draft)).rejects.toMatchObject(problem)
  const shown = await givenPublishedPractice({ inChargeId: actor.id }, territory.id)
  await expect(
    savePractices(editor, [{ id: shown.id, version: shown.version, practice: aPractice(long) }], { proposal: true }),
  ).rejects.toMatchObject(problem)
  const form = practiceFormSchema.parse({
    id: draft.id,
    version: '1',
    intent: 'submit',
    ...practiceToForm(aPractice()),
  })
  await expect(keepPractice(editor, form, 'it')).rejects.toMatchObject({
    fields: [{ field: 'inCharge', message: 'required' }],
  })
})

test('an editor proposes a change of what is public, a stale save is answered with the present values', async () => {
  const { territory, actor, editor } = await givenHouse()
  const shown = await givenPublishedPractice({ inChargeId: actor.id }, territory.id)
  const practice = aPractice({ inChargeId: actor.id, title: text('Nuovo') })
  const [proposed] = await savePractices(editor, [{ id: shown.id, version: 1, practice }], { proposal: true })
  expect(proposed?.outcome).toBe('proposed')
  expect(await db.revision.count({ where: { recordId: shown.id, state: 'pending' } })).toBe(1)
  expect((await getPractice(null, shown.slug, 'it')).title.texts.it?.value).toBe('Un tavolo per il Sudafrica')
  await savePractices(systemViewer, [{ id: shown.id, version: 1, practice }])
  await expect(savePractices(systemViewer, [{ id: shown.id, version: 1, practice }])).rejects.toMatchObject({
    code: 'conflict',
  })
  const form = practiceFormSchema.parse({ id: shown.id, version: '1', intent: 'propose', ...practiceToForm(practice) })
  expect(await keepPractice(editor, form, 'it')).toMatchObject({ stale: { version: 2 } })
})

test('names only actors and relations that are public, and forgets who was thrown away', async () => {
  const territory = await givenTerritory()
  const [charge, linked] = [await givenActor({ name: 'Comune' }), await givenActor({ name: 'Fondazione' })]
  const abroad = { country: 'ZA', placeName: 'Gauteng', role: 'partner' as const }
  const relation = await givenRelation({ parties: [party(charge), abroad] })
  const practice = await givenPublishedPractice(
    { inChargeId: charge.id, actors: [linked.id], relations: [relation.id] },
    territory.id,
  )
  const shown = await getPractice(null, practice.slug, 'it')
  expect(shown.actors.map(({ name }) => name.value)).toEqual(['Fondazione'])
  expect(shown.relations.map(({ id }) => id)).toEqual([relation.id])
  expect(await countPractices({ relationId: relation.id })).toBe(1)
  expect(await countPractices({ actorId: linked.id })).toBe(1)
  await archiveActor(systemViewer, charge)
  const after = await getPractice(null, practice.slug, 'it')
  expect(after).toMatchObject({ inCharge: null, relations: [] })
  expect((await findPractices({}, list)).rows).toMatchObject([{ inCharge: null }])
})

test('what it names has to be there, and its place in its country', async () => {
  await db.place.createMany({
    data: [
      { id: 1, name: 'Reggio', country: 'IT', longitude: 10.6, latitude: 44.7, featureCode: 'PPLA', population: 1 },
    ],
  })
  const save = (said: Parameters<typeof aPractice>[0]) => savePractices(systemViewer, [{ practice: aPractice(said) }])
  const nobody = '00000000-0000-7000-8000-0000000000ff'
  await expect(save({ inChargeId: nobody })).rejects.toMatchObject({ fields: [{ field: 'inChargeId' }] })
  await expect(save({ relations: [nobody] })).rejects.toMatchObject({ fields: [{ field: 'relations' }] })
  await expect(save({ placeId: 2 })).rejects.toMatchObject({ fields: [{ field: 'placeId', message: 'placeUnknown' }] })
  await expect(save({ placeId: 1, country: 'PL' })).rejects.toMatchObject({
    fields: [{ field: 'placeId', message: 'countryMismatch' }],
  })
  await expect(save({ nutsCode: 'ITX9' })).rejects.toMatchObject({ fields: [{ field: 'nutsCode' }] })
  const [saved] = await save({ placeId: 1, country: undefined })
  const row = await db.practice.findUniqueOrThrow({ where: { id: saved?.id ?? '' } })
  expect(row).toMatchObject({ country: 'IT', longitude: 10.6, latitude: 44.7, precision: 'city' })
})

test('filters count what the list shows; a territory counts what is at home in it', async () => {
  const region = await givenTerritory({ slug: 'regione' })
  const province = await givenTerritory({ slug: 'provincia', parentId: region.id })
  const actor = await givenActor({ name: 'Università', kind: 'university' })
  await givenPublishedPractice({ inChargeId: actor.id, sectors: ['C28'], themes: ['digital'] }, province.id)
  await givenPublishedPractice({ inChargeId: actor.id, country: 'PL', started: '2010', ended: '2012' }, region.id)
  const count = countPractices
  expect(await count({})).toBe(2)
  expect(await count({ territory: 'regione' })).toBe(2)
  expect(await count({ territory: 'provincia' })).toBe(1)
  expect(await count({ sector: ['C'] })).toBe(1)
  expect(await count({ theme: ['digital'] })).toBe(1)
  expect(await count({ country: ['PL'] })).toBe(1)
  expect(await count({ kind: ['university'] })).toBe(2)
  expect(await count({ kind: ['enterprise'] })).toBe(0)
  expect(await count({ until: 2009 })).toBe(1)
  expect(await count({ since: 2013 })).toBe(1)
  expect(await count({ q: 'tavolo università' })).toBe(2)
  expect(await count({ bbox: [10, 40, 20, 60] })).toBe(2)
  const first = await findPractices({}, { limit: 1, locale: 'it' })
  expect(first).toMatchObject({ total: 2, rows: [{}] })
})

test('is found by its title in every language, with an error, by its keywords and who is in charge', async () => {
  const actor = await givenActor({ name: 'Fondazione Trentacinque' })
  const title = { original: 'it', texts: { it: { value: 'Missione industriale' }, sv: { value: 'Näringsresan' } } }
  const practice = await givenPublishedPractice({ inChargeId: actor.id, title, keywords: ['meccanica'] })
  const found = async (typed: string) =>
    (await search(typed, { locale: 'it', limit: 10, kinds: ['practice'] })).groups.flatMap(({ results }) =>
      results.map(({ id }) => id),
    )
  for (const typed of ['missione', 'missione industrale', 'naringsresan', 'meccanica', 'trentacinque'])
    expect(await found(typed), typed).toEqual([practice.id])
  await archivePractice(systemViewer, practice)
  expect(await found('missione')).toEqual([])
})

test('its author throws a draft away, nobody else; a named actor of it cannot be thrown away before', async () => {
  const { territory, actor, editor, coordinator } = await givenHouse()
  const draft = await draftOf(editor, territory.id, { inChargeId: actor.id })
  await expect(discardPractice(coordinator, draft)).rejects.toMatchObject({ code: 'forbidden' })
  await discardPractice(editor, draft)
  expect(await db.practice.count()).toBe(0)
})

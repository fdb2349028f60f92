import { beforeEach, expect, test } from 'vitest'
import { anActor, givenActor } from '@tests/builders/actor'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'
import { newId } from '@/core/id'
import { systemViewer } from '@/core/viewer'
import { publishActor, saveActors, sendBackActor, submitActor } from '@/modules/actors/actor.commands'
import { getActor } from '@/modules/actors/actor-detail.queries'
import { findDeskActors } from '@/modules/actors/actor-desk.queries'
import { findActors, findLikelyTwins } from '@/modules/actors/actor.queries'
import { getPresentActor } from '@/modules/actors/present-actor.queries'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)
const list = { limit: 25, locale: 'en' }

test('of twenty racing saves one is accepted, nineteen are told, and history holds the one', async () => {
  const { id } = await givenActor({ name: 'Officine Uno' })
  const names = Array.from({ length: 20 }, (_, index) => `Officine ${String(index)}`)
  const races = await Promise.allSettled(
    names.map((name) => saveActors(systemViewer, [{ id, version: 1, actor: anActor({ name }) }])),
  )
  const won = races.flatMap((race, index) => (race.status === 'fulfilled' ? [names[index]] : []))
  const told = races.flatMap((race) => (race.status === 'rejected' ? [race.reason] : []))
  expect(won).toHaveLength(1)
  expect(told).toHaveLength(19)
  for (const reason of told) expect(reason).toMatchObject({ code: 'conflict', messageKey: 'conflict' })
  const present = await getPresentActor(systemViewer, id)
  expect(present).toMatchObject({ version: 2, content: { names: [{ value: won[0] }] } })
  const revisions = await db.revision.findMany({ where: { recordId: id }, orderBy: { version: 'asc' } })
  expect(revisions.map((revision) => revision.changed)).toEqual([expect.arrayContaining(['kind', 'names']), ['names']])
})

test('an editor drafts and submits, a coordinator sends back with a reason and publishes, and then everybody reads it', async () => {
  const { id: territoryId } = await givenTerritory()
  const editor = await givenViewer('editor', { territoryId })
  const coordinator = await givenViewer('coordinator', { territoryId })
  const [draft] = await saveActors(editor, [{ actor: anActor() }])
  if (draft === undefined) throw new Error('no draft')
  await expect(getActor(null, draft.slug, 'en')).rejects.toMatchObject({ code: 'not-found' })
  await expect(publishActor(editor, draft)).rejects.toMatchObject({ code: 'forbidden' })
  const submitted = await submitActor(editor, draft)
  const back = await sendBackActor(coordinator, { ...submitted, reason: 'Say what it makes.' })
  expect((await findDeskActors(editor, { status: ['draft'] }, list)).rows).toMatchObject([
    { id: draft.id, sentBackReason: 'Say what it makes.' },
  ])
  await publishActor(coordinator, await submitActor(editor, back))
  expect(await getActor(null, draft.slug, 'en')).toMatchObject({
    status: 'published',
    version: 5,
    sentBackReason: null,
  })
  const { content, version } = await getPresentActor(editor, draft.id)
  await expect(saveActors(editor, [{ id: draft.id, version, actor: content }])).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect((await db.auditEntry.findMany({ orderBy: { id: 'asc' } })).map((entry) => entry.action)).toEqual([
    'create',
    'submit',
    'send_back',
    'submit',
    'publish',
  ])
})

test('an editor of another territory finds and changes nothing', async () => {
  const [mine, other] = [await givenTerritory(), await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })]
  const stranger = await givenViewer('editor', { territoryId: other.id })
  const [draft] = await saveActors(await givenViewer('editor', { territoryId: mine.id }), [{ actor: anActor() }])
  const id = draft?.id ?? ''
  await expect(getActor(stranger, id, 'en')).rejects.toMatchObject({ code: 'not-found' })
  await expect(getPresentActor(stranger, id)).rejects.toMatchObject({ code: 'not-found' })
  await expect(saveActors(stranger, [{ id, version: 1, actor: anActor() }])).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(saveActors(stranger, [{ territoryId: mine.id, actor: anActor() }])).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(saveActors(null, [{ actor: anActor() }])).rejects.toMatchObject({ code: 'unauthenticated' })
  expect((await findDeskActors(stranger, { status: ['draft'] }, list)).rows).toEqual([])
})

test('two bodies cannot hold one ROR, and nothing of the second is stored', async () => {
  const identifiers = [{ scheme: 'ror' as const, value: 'https://ror.org/02d4c4y02' }]
  await givenActor({ name: 'UNIMORE', identifiers })
  await expect(saveActors(systemViewer, [{ actor: anActor({ name: 'Another', identifiers }) }])).rejects.toMatchObject({
    code: 'invalid',
    fields: [{ field: 'identifiers', message: 'identifierTaken' }],
  })
  expect(await db.actor.count()).toBe(1)
})

test('a save that changes nothing leaves version and history alone', async () => {
  const { id } = await givenActor()
  const { content } = await getPresentActor(systemViewer, id)
  expect(await saveActors(systemViewer, [{ id, version: 1, actor: content }])).toMatchObject([
    { outcome: 'unchanged', version: 1 },
  ])
  expect(await db.revision.count()).toBe(1)
})

test('a file never overwrites what a person wrote: it becomes a proposal', async () => {
  const { id } = await givenActor({ name: 'Officine', website: 'https://old.example' })
  const [changed] = await saveActors(
    systemViewer,
    [{ id, version: 1, actor: anActor({ name: 'Officine', website: 'https://file.example', phone: '+39 0522 1' }) }],
    { writer: 'source:a file' },
  )
  const { content } = await getPresentActor(systemViewer, id)
  expect(changed).toMatchObject({ outcome: 'changed' })
  expect(content).toMatchObject({ website: 'https://old.example' })
  expect(await db.revision.findMany({ where: { state: 'pending' } })).toMatchObject([
    { after: { website: 'https://file.example' } },
  ])
})

test('pages by key walk the whole list without gap or double, whatever the order', async () => {
  for (const name of ['Ähnlich', 'Beta', 'alfa', 'Żaba', 'beta']) await givenActor({ name })
  for (const sort of ['name', '-name', 'relations', 'verified', '-verified'] as const) {
    const seen: string[] = []
    let after: string | null = null
    do {
      const filter = { sort, ...(after !== null && { after: JSON.parse(atob(after)) }) }
      const page = await findActors(filter, { limit: 2, locale: 'en' })
      expect(page.total).toBe(5)
      seen.push(...page.rows.map((row) => row.id))
      after = page.next
    } while (after !== null)
    expect(new Set(seen).size).toBe(5)
    expect(seen).toHaveLength(5)
  }
})

test.each([
  ['OFFICINE ESÉMPIO', 'Officine Esempio S.r.l.'],
  ['Przyklad sp. z o.o.', 'Przykład'],
  ['Exempel', 'AB Exempel'],
  ['Ejemplo SL', 'Ejemplo, S.L.'],
])('typing %s shows %s as a likely twin', async (typed, present) => {
  await givenActor({ name: present })
  await givenActor({ name: 'Something else' })
  const found = await findLikelyTwins(systemViewer, { name: typed, locale: 'en' })
  expect(found.map((actor) => actor.name.value)).toEqual([present])
})

test('a coarsened point leaves the house with two decimals, and is found by its coarse place only', async () => {
  const { slug } = await givenActor({ longitude: 10.63125, latitude: 44.69825, coarsened: true })
  expect(await getActor(null, slug, 'en')).toMatchObject({ longitude: 10.63, latitude: 44.7 })
  expect((await findActors({ bbox: [10.631, 44.69, 10.632, 44.71] }, list)).total).toBe(0)
  expect((await findActors({ bbox: [10.629, 44.69, 10.631, 44.71] }, list)).total).toBe(1)
})

test('an actor and the one that succeeds it can be saved together; nobody succeeds themselves', async () => {
  const [ervet, arter] = [newId(), newId()]
  const merged = anActor({ name: 'ERVET', legalStatus: 'merged', successorId: arter })
  await saveActors(systemViewer, [
    { id: ervet, actor: merged },
    { id: arter, actor: anActor({ name: 'ART-ER' }) },
  ])
  expect((await getPresentActor(systemViewer, ervet)).content.successorId).toBe(arter)
  const itself = saveActors(systemViewer, [
    { id: arter, version: 1, actor: anActor({ name: 'ART-ER', parentId: arter }) },
  ])
  await expect(itself).rejects.toMatchObject({ fields: [{ field: 'parentId', message: 'unknown' }] })
})

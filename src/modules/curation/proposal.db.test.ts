import { beforeEach, expect, test } from 'vitest'
import { anActor, givenActor } from '@tests/builders/actor'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'
import type { FormFields } from '@/core/form-fields'
import { newId } from '@/core/id'
import { systemViewer, type Viewer } from '@/core/viewer'
import { getActor } from '@/modules/actors/actor-detail.queries'
import { keepActor } from '@/modules/actors/actor-form.commands'
import { getActorForm } from '@/modules/actors/actor-form.queries'
import { actorFormSchema } from '@/modules/actors/actor-form.schema'
import { discardActor, archiveActor, restoreActor, saveActors } from '@/modules/actors/actor.commands'
import { findActors, searchActors } from '@/modules/actors/actor.queries'
import { acceptProposal, declineProposal, withdrawProposal } from '@/modules/curation/proposal.commands'
import {
  findOwnProposal,
  findOwnProposals,
  findWaitingProposals,
  getProposalView,
} from '@/modules/curation/proposal.queries'
import { keepRelation } from '@/modules/relations/relation-form.commands'
import { relationFormSchema } from '@/modules/relations/relation-form.schema'
import { countRelations } from '@/modules/relations/relation.queries'
import { db } from '@/platform/db'
import { dataVersion } from '@/platform/list'

beforeEach(emptyDatabase)

const canary = 'Zzpending'
const page = { limit: 10, locale: 'it' }

async function givenDesk() {
  const { id: territoryId } = await givenTerritory()
  const firm = await givenActor({ name: 'Officine', tags: ['meccanica'] }, territoryId)
  return {
    ...{ territoryId, firm },
    editor: await givenViewer('editor', { territoryId }),
    coordinator: await givenViewer('coordinator', { territoryId }),
  }
}

/** The form of an actor as a page opens it, with some fields written anew, sent by one of its buttons. */
async function send(viewer: Viewer, id: string, changes: FormFields, intent: 'save' | 'propose' = 'propose') {
  const { values, version } = await getActorForm(viewer, id, 'it')
  const form = { ...values, ...changes, id, version: String(version), intent }
  return keepActor(viewer, actorFormSchema.parse(form), 'it')
}

const waiting = async (viewer: Viewer) => (await findWaitingProposals(viewer, page))?.rows ?? []
const onlyOne = async (viewer: Viewer) => {
  const [one, ...more] = await waiting(viewer)
  if (one === undefined || more.length > 0) throw new Error('not one proposal')
  return one
}
const noticesOf = async ({ userId }: Viewer) =>
  (await db.notification.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } })).map(({ kind }) => kind)

test('what an editor changes of a published record waits, unseen by the public, one proposal per author', async () => {
  const { editor, coordinator, firm } = await givenDesk()
  const before = await dataVersion()
  await send(editor, firm.id, { name: `${canary} one` })
  expect(await send(editor, firm.id, { name: `${canary} two` })).toMatchObject({
    saved: { outcome: 'proposed', version: 1 },
  })
  expect(await waiting(coordinator)).toMatchObject([{ kind: 'actor', name: 'Officine', author: 'A editor' }])
  expect(await findOwnProposals(editor, page)).toMatchObject({ total: 1, rows: [{ state: 'pending' }] })
  expect(await findOwnProposal(editor, 'actor', firm.id, 'it')).toMatchObject({
    isPending: true,
    values: { name: `${canary} two` },
  })
  const everywhere = [
    await getActor(null, firm.id, 'it'),
    await findActors({}, page),
    await searchActors(editor, 'zzpending', page),
  ]
  expect(JSON.stringify(everywhere)).not.toContain(canary)
  expect(await dataVersion()).toBe(before)
  expect(await noticesOf(coordinator)).toEqual(['proposed', 'proposed'])
})

test('a coordinator takes it: an ordinary save, and the author is told', async () => {
  const { editor, coordinator, firm } = await givenDesk()
  await send(editor, firm.id, { name: 'Officine Nuove', tags: 'meccanica, agricoltura' })
  const { id } = await onlyOne(coordinator)
  expect([...(await getProposalView(coordinator, id, 'it')).states]).toEqual([
    ['names', 'open'],
    ['tags', 'open'],
  ])
  await acceptProposal(coordinator, { id, version: 1, part: { tags: 'now' } })
  expect(await getActor(null, firm.id, 'it')).toMatchObject({
    version: 2,
    names: [{ value: 'Officine Nuove' }],
    tags: ['meccanica'],
  })
  expect(await waiting(coordinator)).toEqual([])
  expect(await noticesOf(editor)).toEqual(['accepted'])
  expect(await findOwnProposals(editor, page)).toMatchObject({ rows: [{ state: 'accepted' }] })
  await expect(acceptProposal(coordinator, { id, version: 2, part: {} })).rejects.toMatchObject({
    messageKey: 'alreadyAnswered',
  })
})

test('where the record moved on the same part has to be chosen, the others go together', async () => {
  const { editor, coordinator, firm } = await givenDesk()
  await send(editor, firm.id, { name: 'Officine Uno', city: 'Reggio' })
  await send(coordinator, firm.id, { name: 'Officine Due', postalCode: '42121' }, 'save')
  const { id } = await onlyOne(coordinator)
  await expect(acceptProposal(coordinator, { id, version: 1, part: {} })).rejects.toMatchObject({
    messageKey: 'recordMoved',
  })
  await expect(acceptProposal(coordinator, { id, version: 2, part: {} })).rejects.toMatchObject({
    fields: [{ field: 'part.names', message: 'choose' }],
  })
  await acceptProposal(coordinator, { id, version: 2, part: { names: 'now' } })
  expect(await getActor(null, firm.id, 'it')).toMatchObject({
    names: [{ value: 'Officine Due' }],
    city: 'Reggio',
    postalCode: '42121',
  })
})

test('declined with a reason, which its author reads; taken back by its author only', async () => {
  const { editor, coordinator, firm, territoryId } = await givenDesk()
  await send(editor, firm.id, { name: 'Officine Uno' })
  const { id } = await onlyOne(coordinator)
  const colleague = await givenViewer('editor', { territoryId })
  await expect(withdrawProposal(colleague, id)).rejects.toMatchObject({ code: 'forbidden' })
  await declineProposal(coordinator, { id, reason: 'Its name did not change.' })
  expect(await findOwnProposal(editor, 'actor', firm.id, 'it')).toMatchObject({
    isPending: false,
    answer: 'Its name did not change.',
  })
  expect(await noticesOf(editor)).toEqual(['declined'])
  await send(editor, firm.id, { name: 'Officine Tre' })
  await withdrawProposal(editor, (await onlyOne(coordinator)).id)
  expect(await waiting(coordinator)).toEqual([])
})

test('what says nothing new takes an earlier proposal back', async () => {
  const { editor, coordinator, firm } = await givenDesk()
  await send(editor, firm.id, { name: 'Officine Uno' })
  expect(await send(editor, firm.id, {})).toMatchObject({ saved: { outcome: 'unchanged' } })
  expect(await waiting(coordinator)).toEqual([])
})

test('an editor decides nothing, and another territory sees nothing', async () => {
  const { editor, coordinator, firm } = await givenDesk()
  await send(editor, firm.id, { name: 'Officine Uno' })
  const { id } = await onlyOne(coordinator)
  await expect(acceptProposal(editor, { id, version: 1, part: {} })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(declineProposal(editor, { id, reason: 'no' })).rejects.toMatchObject({ code: 'forbidden' })
  const stranger = await givenViewer('coordinator', { territoryId: (await givenTerritory({ slug: 'gavle' })).id })
  expect(await waiting(stranger)).toEqual([])
  await expect(acceptProposal(stranger, { id, version: 1, part: {} })).rejects.toMatchObject({ code: 'not-found' })
  await expect(send(editor, firm.id, { name: 'At once' }, 'save')).rejects.toMatchObject({ code: 'forbidden' })
})

test('what a file proposes against a person waits in the same queue', async () => {
  const { coordinator, firm } = await givenDesk()
  await send(coordinator, firm.id, { city: 'Reggio' }, 'save')
  const said = anActor({ name: 'Officine', tags: ['meccanica'], city: 'Modena' })
  await saveActors(systemViewer, [{ id: firm.id, version: 2, actor: said }], { writer: 'source:ROR' })
  expect(await waiting(coordinator)).toMatchObject([{ recordId: firm.id, author: 'System' }])
  await acceptProposal(coordinator, { id: (await onlyOne(coordinator)).id, version: 2, part: {} })
  expect(await getActor(null, firm.id, 'it')).toMatchObject({ city: 'Modena' })
})

test('a proposed party that is no record yet becomes public with the change that names it', async () => {
  const { editor, coordinator, firm } = await givenDesk()
  const id = newId()
  const parties = [
    { actorId: firm.id, role: 'sender' },
    { country: 'ZA', placeName: 'Polokwane', role: 'receiver' },
  ]
  const form = { id, type: 'export', originalLanguage: 'it', parties, holder: firm.id, intent: 'publish' }
  await keepRelation(coordinator, relationFormSchema.parse(form), 'it')
  const born = { id: newId(), name: 'Limpopo Dairies', kind: 'enterprise', country: 'ZA' }
  const change = { ...form, version: '1', intent: 'propose', parties: [parties[0], { new: born, role: 'receiver' }] }
  await keepRelation(editor, relationFormSchema.parse(change), 'it')
  expect(await db.actor.findUnique({ where: { id: born.id } })).toMatchObject({ status: 'submitted' })
  await acceptProposal(coordinator, { id: (await onlyOne(coordinator)).id, version: 1, part: {} })
  expect(await db.actor.findUnique({ where: { id: born.id } })).toMatchObject({ status: 'published' })
  expect(await countRelations({ partyId: born.id })).toMatchObject({ total: 1 })
})

test('an own draft is thrown away by its author only, unless another record names it; the audit log keeps that it was', async () => {
  const { editor, coordinator, firm, territoryId } = await givenDesk()
  const [draft] = await saveActors(editor, [{ territoryId, actor: anActor({ name: 'Bozza' }) }])
  if (draft === undefined) throw new Error('nothing was saved')
  await expect(discardActor(coordinator, draft)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(discardActor(editor, { ...firm })).rejects.toMatchObject({ code: 'forbidden' })
  const [child] = await saveActors(editor, [{ territoryId, actor: anActor({ name: 'Figlia', parentId: draft.id }) }])
  await expect(discardActor(editor, draft)).rejects.toMatchObject({ messageKey: 'stillNamed' })
  if (child !== undefined) await discardActor(editor, child)
  await discardActor(editor, draft)
  expect(await db.actor.count()).toBe(1)
  expect(await db.auditEntry.count({ where: { recordId: draft.id, action: 'discard' } })).toBe(1)
  expect(await db.revision.count({ where: { recordId: draft.id } })).toBe(0)
})

test('an archived record comes back to where it was', async () => {
  const { coordinator, editor, firm } = await givenDesk()
  await archiveActor(coordinator, firm)
  await expect(restoreActor(editor, { id: firm.id, version: 2 })).rejects.toMatchObject({ code: 'forbidden' })
  await restoreActor(coordinator, { id: firm.id, version: 2 })
  expect(await getActor(null, firm.id, 'it')).toMatchObject({ status: 'published', version: 3 })
})

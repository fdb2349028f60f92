import { beforeEach, expect, test } from 'vitest'
import { anActor, givenActor } from '@tests/builders/actor'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'
import { newId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { saveActors } from '@/modules/actors/actor.commands'
import { doToMany, undoBulk } from '@/modules/desk/bulk.commands'
import { findBulkOutcome } from '@/modules/desk/bulk.queries'
import { type BulkDeedName, type BulkRequest, bulkSchema } from '@/modules/desk/bulk.schema'
import { saveRelations } from '@/modules/relations/relation.commands'
import { newRelationSchema } from '@/modules/relations/relation.schema'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)

async function givenDesk() {
  const { id: territoryId } = await givenTerritory()
  const other = await givenTerritory({ slug: 'gavle' })
  const editor = await givenViewer('editor', { territoryId })
  const coordinator = await givenViewer('coordinator', { territoryId })
  const drafts = await saveActors(
    editor,
    ['Uno', 'Due'].map((name) => ({ territoryId, status: 'submitted' as const, actor: anActor({ name }) })),
  )
  const shown = await givenActor({ name: 'Pubblico', tags: ['latte'] }, territoryId)
  const elsewhere = await givenActor({ name: 'Altrove' }, other.id)
  return { territoryId, editor, coordinator, drafts, shown, elsewhere }
}

const request = (deed: BulkDeedName, ids: string[], more: Partial<BulkRequest> = {}): BulkRequest =>
  bulkSchema.parse({ kind: 'actor', deed, ids, ...(deed === 'tag' && { addTag: 'latte' }), ...more })
const outcomeOf = (viewer: Viewer, id: string) => findBulkOutcome(viewer, id, 'it')
const statusOf = async (id: string) => (await db.actor.findUniqueOrThrow({ where: { id } })).status

test('of what is ticked those that may are published, each of the others says why', async () => {
  const { coordinator, editor, drafts, shown, elsewhere } = await givenDesk()
  const ids = [...drafts, shown, elsewhere].map(({ id }) => id)
  const id = await doToMany(coordinator, request('publish', [...ids, newId()]))
  const outcome = await outcomeOf(coordinator, id)
  expect(outcome).toMatchObject({ done: 2 })
  expect(outcome?.refused.map(({ name, why }) => [name, why]).sort()).toEqual([
    ['', 'notFound'],
    ['Altrove', 'forbidden'],
    ['Pubblico', 'notToPublish'],
  ])
  expect(await outcomeOf(editor, id)).toBeNull()
  expect(await db.notification.findMany({ where: { userId: editor.userId }, select: { kind: true } })).toEqual([
    { kind: 'published' },
    { kind: 'published' },
  ])
})

test('an editor publishes nothing that way', async () => {
  const { editor, drafts } = await givenDesk()
  const id = await doToMany(
    editor,
    request(
      'publish',
      drafts.map((draft) => draft.id),
    ),
  )
  expect(await outcomeOf(editor, id)).toMatchObject({ done: 0, refused: [{ why: 'forbidden' }, { why: 'forbidden' }] })
})

test('undone while untouched; what somebody changed since stays and is counted', async () => {
  const { coordinator, drafts } = await givenDesk()
  const [one, two] = drafts
  if (one === undefined || two === undefined) throw new Error('no drafts')
  const id = await doToMany(coordinator, request('publish', [one.id, two.id]))
  await saveActors(coordinator, [{ id: two.id, version: 2, actor: anActor({ name: 'Tre' }) }])
  const stranger = await givenViewer('admin')
  await expect(undoBulk(stranger, id)).rejects.toMatchObject({ code: 'not-found' })
  expect(await undoBulk(coordinator, id)).toEqual({ undone: 1, left: 1 })
  expect([await statusOf(one.id), await statusOf(two.id)]).toEqual(['submitted', 'published'])
  await expect(undoBulk(coordinator, id)).rejects.toMatchObject({ code: 'forbidden' })
})

test('all that match are tagged, but not twice; confirmed and archived too, and each is undone', async () => {
  const { coordinator, shown } = await givenDesk()
  const tagged = await doToMany(coordinator, request('tag', [], { all: '1' }))
  expect(await outcomeOf(coordinator, tagged)).toMatchObject({
    done: 2,
    refused: [{ name: 'Pubblico', why: 'taggedAlready' }],
  })
  await undoBulk(coordinator, tagged)
  expect(await db.actor.count({ where: { tags: { has: 'latte' } } })).toBe(1)
  const verified = await doToMany(coordinator, request('verify', [], { all: '1', list: { status: 'published' } }))
  expect((await db.actor.findUniqueOrThrow({ where: { id: shown.id } })).verifiedAt).not.toBeNull()
  await undoBulk(coordinator, verified)
  expect((await db.actor.findUniqueOrThrow({ where: { id: shown.id } })).verifiedAt).toBeNull()
  const archived = await doToMany(coordinator, request('archive', [shown.id]))
  expect(await statusOf(shown.id)).toBe('archived')
  await undoBulk(coordinator, archived)
  expect(await statusOf(shown.id)).toBe('published')
})

test('relations bring the actors with them that wait for the same coordinator, and take them back', async () => {
  const { coordinator, editor, territoryId, drafts } = await givenDesk()
  const [one] = drafts
  const parties = [
    { actorId: one?.id ?? '', role: 'sender' },
    { country: 'ZA', placeName: 'Polokwane', role: 'receiver' },
  ]
  const relation = newRelationSchema.parse({ type: 'export', originalLanguage: 'it', parties })
  const [saved] = await saveRelations(editor, [{ territoryId, status: 'submitted', relation }])
  const id = await doToMany(coordinator, { ...request('publish', [saved?.id ?? '']), kind: 'relation' })
  expect(await outcomeOf(coordinator, id)).toMatchObject({ done: 1, together: 1 })
  expect(await statusOf(one?.id ?? '')).toBe('published')
  expect(await undoBulk(coordinator, id)).toEqual({ undone: 2, left: 0 })
  expect(await statusOf(one?.id ?? '')).toBe('submitted')
})

test('nothing, and more than a thousand, are refused', () => {
  expect(bulkSchema.safeParse({ kind: 'actor', deed: 'publish' }).success).toBe(false)
  const ids = Array.from({ length: 1001 }, () => newId())
  expect(bulkSchema.safeParse({ kind: 'actor', deed: 'publish', ids }).success).toBe(false)
  expect(bulkSchema.safeParse({ kind: 'actor', deed: 'tag', ids: ids.slice(1) }).success).toBe(false)
  expect(bulkSchema.safeParse({ kind: 'actor', deed: 'verify', ids: { gt: '0' } }).success).toBe(false)
})

import { beforeEach, expect, test } from 'vitest'
import { aRelation, givenRelation, party } from '@tests/builders/relation'
import { givenActor } from '@tests/builders/actor'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { asOwner, emptyDatabase } from '@tests/database'
import type { Viewer } from '@/core/viewer'
import { getActor } from '@/modules/actors/actor-detail.queries'
import { claimRecord, decideTransfer, eraseRecord, moveRecord } from '@/modules/curation/custody.commands'
import { findTransfers } from '@/modules/curation/custody.queries'
import { claimSchema, eraseSchema, moveSchema } from '@/modules/curation/custody.schema'
import { mergeRecords } from '@/modules/curation/merge.commands'
import { mergeFormSchema } from '@/modules/curation/merge.schema'
import { getRelation } from '@/modules/relations/relation-detail.queries'
import { saveRelations } from '@/modules/relations/relation.commands'
import { db } from '@/platform/db'

let reggio: string
let gavle: string
let admin: Viewer
let here: Viewer
let there: Viewer
beforeEach(async () => {
  await emptyDatabase()
  reggio = (await givenTerritory()).id
  gavle = (await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })).id
  admin = await givenViewer('admin')
  here = await givenViewer('coordinator', { territoryId: reggio })
  there = await givenViewer('coordinator', { territoryId: gavle })
})

type At = { id: string; version: number }
const at = (kind: 'actor' | 'relation', { id, version }: At) => ({ kind, id, version: String(version) })
const curatorOf = async (id: string) => (await db.actor.findUniqueOrThrow({ where: { id } })).territoryId
const page = { limit: 10, after: null, locale: 'en' }

test('a coordinator claims from the commons what is at home there, once, and history says so', async () => {
  const actor = await givenActor({ homeTerritoryId: reggio })
  const said = claimSchema.parse({ ...at('actor', actor), territoryId: reggio })
  const foreign = claimSchema.parse({ ...at('actor', actor), territoryId: gavle })
  await expect(claimRecord(there, foreign)).rejects.toMatchObject({ code: 'forbidden' })
  await claimRecord(here, said)
  expect(await curatorOf(actor.id)).toBe(reggio)
  await expect(claimRecord(here, said)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await db.revision.findFirst({ where: { recordId: actor.id, version: 2 } })).toMatchObject({
    ...{ changed: ['territoryId'], territoryId: reggio, authorId: here.userId },
  })
})

test('only an administrator moves a record; what waits about it moves along, both territories hear of it', async () => {
  const actor = await givenActor({}, reggio)
  const request = { id: actor.id, recordKind: 'actor' as const, recordId: actor.id, territoryId: reggio }
  await db.verificationRequest.create({ data: { ...request, round: '2026-H2' } })
  const said = moveSchema.parse({ ...at('actor', actor), territoryId: gavle })
  await expect(moveRecord(here, said)).rejects.toMatchObject({ code: 'forbidden' })
  await moveRecord(admin, said)
  expect(await curatorOf(actor.id)).toBe(gavle)
  expect(await db.verificationRequest.findFirst()).toMatchObject({ territoryId: gavle })
  expect(
    (await db.notification.findMany({ orderBy: { kind: 'asc' } })).map(({ kind, userId }) => [kind, userId]),
  ).toEqual([
    ['recordMovedAway', here.userId],
    ['recordMovedHere', there.userId],
  ])
  await expect(moveRecord(admin, said)).rejects.toMatchObject({ code: 'invalid' })
})

async function heldElsewhere() {
  const [mine, theirs] = [
    await givenActor({ homeTerritoryId: reggio }, reggio),
    await givenActor({ name: 'Kommun', country: 'SE', homeTerritoryId: gavle }, gavle),
  ]
  const parties = [mine, theirs].map(party)
  const saved = await givenRelation({ parties, holderId: mine.id }, reggio)
  const relation = aRelation({ parties, holderId: theirs.id })
  await saveRelations(here, [{ id: saved.id, version: 1, relation }])
  return saved
}

test('a later holder elsewhere opens a transfer, which the other coordinator accepts', async () => {
  const relation = await heldElsewhere()
  const { rows } = await findTransfers(there, page)
  expect(rows).toMatchObject([{ record: { id: relation.id }, to: { slug: 'gavle' } }])
  const [transfer] = rows
  if (transfer === undefined) throw new Error('no transfer')
  await expect(decideTransfer(here, { id: transfer.id, decision: 'accept' })).rejects.toMatchObject({
    code: 'not-found',
  })
  await decideTransfer(there, { id: transfer.id, decision: 'accept' })
  expect((await getRelation(null, relation.slug, 'en')).territory?.slug).toBe('gavle')
  expect((await findTransfers(there, page)).total).toBe(0)
  await expect(decideTransfer(there, { id: transfer.id, decision: 'decline' })).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(await db.notification.findFirst({ where: { userId: here.userId } })).toMatchObject({
    kind: 'transferAccepted',
  })
})

test('declined, the relation stays where it is', async () => {
  const relation = await heldElsewhere()
  const [transfer] = (await findTransfers(there, page)).rows
  await decideTransfer(there, { id: transfer?.id ?? '', decision: 'decline' })
  expect((await getRelation(null, relation.slug, 'en')).territory?.slug).toBe('reggio-emilia')
})

test('erased for good: the record, what became part of it and its history are gone, the log keeps the numbers', async () => {
  const [kept, gone] = [await givenActor({ name: 'Zzuno' }, reggio), await givenActor({ name: 'Zzdue' }, reggio)]
  const form = {
    kind: 'actor',
    firstId: kept.id,
    secondId: gone.id,
    firstVersion: '1',
    secondVersion: '1',
    keep: 'first',
  }
  await mergeRecords(here, mergeFormSchema.parse(form))
  const said = (name: string) => eraseSchema.parse({ ...at('actor', { id: kept.id, version: 2 }), name })
  await expect(eraseRecord(here, said('Zzuno'), 'en')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(eraseRecord(admin, said('Zzdue'), 'en')).rejects.toMatchObject({ fields: [{ message: 'eraseName' }] })
  await eraseRecord(admin, said(' zzuno '), 'en')
  await expect(getActor(admin, kept.slug, 'en')).rejects.toMatchObject({ code: 'not-found' })
  await expect(getActor(admin, gone.id, 'en')).rejects.toMatchObject({ code: 'not-found' })
  const tables = await asOwner<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  )
  for (const { name } of tables) {
    const [found] = await asOwner<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM "${name}" t WHERE to_jsonb(t)::text ILIKE '%zzuno%' OR to_jsonb(t)::text ILIKE '%zzdue%'`,
    )
    expect([name, found?.rows]).toEqual([name, 0])
  }
  expect(await db.auditEntry.count({ where: { action: 'erase' } })).toBe(2)
})

test('an actor that relations name is not erased', async () => {
  const actor = await givenActor({}, reggio)
  const abroad = { country: 'ZA', placeName: 'Polokwane', role: 'partner' as const }
  const relation = await givenRelation({ parties: [party(actor), abroad] }, reggio)
  const said = eraseSchema.parse({ ...at('actor', actor), name: 'Officine Esempio' })
  await expect(eraseRecord(admin, said, 'en')).rejects.toMatchObject({ messageKey: 'eraseTies' })
  const name = 'Officine Esempio – Polokwane'
  await eraseRecord(admin, eraseSchema.parse({ ...at('relation', relation), name }), 'en')
  await eraseRecord(admin, said, 'en')
  expect(await db.actor.count()).toBe(0)
})

import { beforeEach, expect, test } from 'vitest'
import { anActor, givenActor } from '@tests/builders/actor'
import { givenActivity, givenAction, givenPlan, givenPractice } from '@tests/builders/chain'
import { givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { asOwner, emptyDatabase } from '@tests/database'
import { newId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { actorSlugAfter, getActor } from '@/modules/actors/actor-detail.queries'
import { saveActors } from '@/modules/actors/actor.commands'
import { actorRoom, relationRoom } from '@/modules/curation/merge-room.commands'
import { mergeRecords, undoMerge } from '@/modules/curation/merge.commands'
import { mergeFormSchema } from '@/modules/curation/merge.schema'
import { getRelation, relationSlugAfter } from '@/modules/relations/relation-detail.queries'
import { countRelations } from '@/modules/relations/relation.queries'
import { db } from '@/platform/db'

let territoryId: string
let coordinator: Viewer
beforeEach(async () => {
  await emptyDatabase()
  territoryId = (await givenTerritory()).id
  coordinator = await givenViewer('coordinator', { territoryId })
})

type At = { id: string; version: number; slug: string }
const formOf = (first: At, second: At, said: object = {}) =>
  mergeFormSchema.parse({
    ...{ kind: 'actor', firstId: first.id, secondId: second.id, keep: 'first', ...said },
    ...{ firstVersion: String(first.version), secondVersion: String(second.version) },
  })
const abroad = { country: 'ZA', placeName: 'Polokwane', role: 'partner' as const }

test('two actors become one: chosen fields, names and numbers of both, relations moved, old addresses lead on', async () => {
  const kept = await givenActor({ name: 'Officine Esempio', website: 'https://esempio.it', tags: ['a'] }, territoryId)
  const gone = await givenActor(
    {
      ...{
        name: 'Officine Esempio S.r.l.',
        description: { original: 'it', texts: { it: { value: 'Molto di più.' } } },
      },
      ...{ website: 'https://altro.it', tags: ['b'], identifiers: [{ scheme: 'wikidata', value: 'Q42' }] },
    },
    territoryId,
  )
  const relation = await givenRelation({ parties: [party(gone), abroad], holderId: gone.id }, territoryId)
  const child = await givenActor({ name: 'Filiale', parentId: gone.id }, territoryId)
  const before = await countRelations({ partyId: kept.id })
  await mergeRecords(coordinator, formOf(kept, gone, { choose: { description: 'second', website: 'first' } }))
  const shown = await getActor(null, kept.slug, 'it')
  expect(shown).toMatchObject({ version: 2, website: 'https://esempio.it', tags: ['a', 'b'] })
  expect(shown.description?.texts.it?.value).toBe('Molto di più.')
  expect(shown.identifiers).toEqual([{ scheme: 'wikidata', value: 'Q42' }])
  expect(shown.names.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
    'label Officine Esempio',
    'alias Officine Esempio S.r.l.',
  ])
  await expect(getActor(null, gone.slug, 'it')).rejects.toMatchObject({ code: 'gone' })
  expect([await actorSlugAfter(gone.slug), await actorSlugAfter(gone.id)]).toEqual([kept.slug, kept.slug])
  const moved = await getRelation(null, relation.slug, 'it')
  expect(moved).toMatchObject({ version: 2, holder: { id: kept.id }, parties: [{ actor: { id: kept.id } }, {}] })
  expect((await countRelations({ partyId: kept.id })).total).toBe(before.total + 1)
  expect((await db.actor.findUniqueOrThrow({ where: { id: kept.id } })).relationCount).toBe(1)
  expect((await db.actor.findUniqueOrThrow({ where: { id: gone.id } })).relationCount).toBe(0)
  expect((await getActor(null, child.slug, 'it')).parent?.id).toBe(kept.id)
  expect(await db.revision.count({ where: { recordId: { in: [kept.id, gone.id, relation.id] } } })).toBe(6)
})

test('everything that points to a merged record moves on, and comes back when the merge is taken back', async () => {
  const [kept, gone, other] = [
    await givenActor({ name: 'Uno' }, territoryId),
    await givenActor(
      { name: 'Due', identifiers: [{ scheme: 'ror', value: 'https://ror.org/02d4c4y02' }] },
      territoryId,
    ),
    await givenActor({ name: 'Altro', country: 'SE' }, territoryId),
  ]
  const both = await givenRelation({ type: 'eu_project', parties: [gone, kept, other].map(party) }, territoryId)
  const between = await givenRelation({ type: 'supply', parties: [party(gone), party(kept)] }, territoryId)
  const practice = await givenPractice({ territoryId, inChargeId: gone.id, relationIds: [both.id] })
  const { plan } = await givenPlan({ territoryId })
  const action = await givenAction({ planId: plan.id, practiceId: practice.id, relationId: both.id, actorId: gone.id })
  await db.actionActor.create({ data: { actionId: action.id, actorId: kept.id } })
  const ends = { relationId: both.id, practiceId: practice.id, planId: plan.id }
  const activity = await givenActivity({ territoryId, ...ends, actorId: gone.id })
  const person = { name: 'Anna', legalBasis: 'x', retainUntil: new Date('2030-01-01') }
  await db.person.create({ data: { id: newId(), actorId: gone.id, ...person } })
  await db.user.update({ where: { id: coordinator.userId }, data: { organisationId: gone.id } })
  await db.territory.update({ where: { id: territoryId }, data: { partnerOrganisationId: gone.id } })
  const dump = async () => ({
    people: await db.person.findMany(),
    practices: await db.practice.findMany(),
    players: await db.actionActor.findMany({ orderBy: { actorId: 'asc' } }),
    activities: await db.activity.findMany({ include: { participants: true } }),
    parties: await db.relationParty.findMany({ orderBy: [{ relationId: 'asc' }, { position: 'asc' }] }),
    aliases: await db.slugAlias.findMany(),
    identifiers: await db.actorIdentifier.findMany(),
    organisations: [await db.user.findMany({ select: { organisationId: true }, orderBy: { id: 'asc' } })],
    partner: await db.territory.findMany({ select: { partnerOrganisationId: true } }),
    statuses: await db.actor.findMany({
      select: { id: true, status: true, relationCount: true },
      orderBy: { id: 'asc' },
    }),
    ties: await db.relation.findMany({ select: { id: true, status: true }, orderBy: { id: 'asc' } }),
  })
  const before = await dump()
  const merge = await mergeRecords(coordinator, formOf(kept, gone))
  const after = await dump()
  expect(JSON.stringify({ ...after, aliases: [], statuses: [], parties: [] })).not.toContain(gone.id)
  expect(after.parties.filter(({ relationId }) => relationId === both.id)).toHaveLength(2)
  expect(after.ties.find(({ id }) => id === between.id)?.status).toBe('archived')
  expect(activity.hostId).toBe(gone.id)
  await undoMerge(coordinator, merge)
  expect(await dump()).toEqual(before)
  expect((await getActor(null, gone.slug, 'it')).slug).toBe(gone.slug)
  await expect(undoMerge(coordinator, merge)).rejects.toMatchObject({ messageKey: 'mergeUndone' })
})

test('a merge is not taken back over what somebody wrote since', async () => {
  const [kept, gone] = [await givenActor({ name: 'Uno' }, territoryId), await givenActor({ name: 'Due' }, territoryId)]
  const merge = await mergeRecords(coordinator, formOf(kept, gone))
  const actor = anActor({ name: 'Uno e altro' })
  await saveActors(coordinator, [{ id: kept.id, version: 2, actor }])
  await expect(undoMerge(coordinator, merge)).rejects.toMatchObject({ code: 'conflict', messageKey: 'mergeChanged' })
  expect(await db.merge.findUniqueOrThrow({ where: { id: merge } })).toMatchObject({ undoneAt: null })
})

test('two relations become one with the parties and the evidence of both', async () => {
  const [one, two] = [await givenActor({}, territoryId), await givenActor({ name: 'Due', country: 'SE' }, territoryId)]
  const evidence = [{ url: 'https://example.eu/patto' }]
  const kept = await givenRelation({ parties: [party(one), party(two)], started: '1962' }, territoryId)
  const gone = await givenRelation({ parties: [party(two), party(one), abroad], evidence, ended: '1999' }, territoryId)
  for (const { id: relationId } of [kept, gone])
    await db.contest.create({ data: { id: newId(), relationId, territoryId, reason: 'No.' } })
  const merge = await mergeRecords(coordinator, formOf(kept, gone, { kind: 'relation', choose: { ended: 'second' } }))
  const shown = await getRelation(null, kept.slug, 'it')
  expect(shown).toMatchObject({ started: '1962', ended: '1999', evidence: [{ url: 'https://example.eu/patto' }] })
  expect(shown.parties).toHaveLength(3)
  expect(await relationSlugAfter(gone.id)).toBe(kept.slug)
  await undoMerge(coordinator, merge)
  expect((await getRelation(null, gone.slug, 'it')).parties).toHaveLength(3)
  expect((await getRelation(null, kept.slug, 'it')).ended).toBeNull()
  expect(await db.contest.count()).toBe(2)
})

test('stale versions, foreign records and editors are refused, and nothing is stored', async () => {
  const foreign = (await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })).id
  const [mine, theirs] = [await givenActor({ name: 'Uno' }, territoryId), await givenActor({ name: 'Due' }, foreign)]
  const second = await givenActor({ name: 'Tre' }, territoryId)
  const editor = await givenViewer('editor', { territoryId })
  await expect(mergeRecords(coordinator, formOf(mine, theirs))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(mergeRecords(editor, formOf(mine, second))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(mergeRecords(null, formOf(mine, second))).rejects.toMatchObject({ code: 'unauthenticated' })
  const stale = formOf({ ...mine, version: 7 }, second)
  await expect(mergeRecords(coordinator, stale)).rejects.toMatchObject({ code: 'conflict', messageKey: 'mergeStale' })
  expect(await db.merge.count()).toBe(0)
  expect(await db.actor.count({ where: { status: 'archived' } })).toBe(0)
})

test('no column of the database that points to a record is forgotten by a merge', async () => {
  const columns = await asOwner<{ target: string; column: string }>(`
    SELECT c.confrelid::regclass::text AS target, c.conrelid::regclass::text || '.' || a.attname AS column
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid IN ('actor'::regclass, 'relation'::regclass)`)
  const own = {
    // Contents of the records themselves, and what a merge moves by ordinary saves.
    actor: ['actor.parent_id', 'actor.successor_id', 'actor_name.actor_id', 'actor_identifier.actor_id'],
    relation: ['relation_party.relation_id', 'relation_reach.relation_id'],
  }
  // Names records of every kind, so no key of the database says so.
  const unkeyed = 'attachment.record_id'
  const followed = ['relation.holder_id', 'relation_party.actor_id']
  for (const [target, room] of [
    ['actor', actorRoom],
    ['relation', relationRoom],
  ] as const)
    // prettier-ignore
    expect(
      [unkeyed, ...columns.filter((row) => row.target === target).map(({ column }) => column.replaceAll('"', ''))].sort(), // prettier-ignore
    ).toEqual(
      [
        ...own[target],
        ...(target === 'actor' ? followed : []),
        ...room.references.map(({ table, column }) => `${table}.${column}`),
      ].sort(),
    )
})

import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'
import { getActor } from '@/modules/actors/actor-detail.queries'
import { archiveActor } from '@/modules/actors/actor.commands'
import { countActors } from '@/modules/actors/actor.queries'
import { takeBackVerifications, verifyActors, verifyRelations } from '@/modules/curation/verification.commands'
import { getRelation } from '@/modules/relations/relation-detail.queries'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)

test('what an editor confirms counts at once, without a new version, and the log says who', async () => {
  const { id: territoryId } = await givenTerritory()
  const editor = await givenViewer('editor', { territoryId })
  const actor = await givenActor({}, territoryId)
  expect((await countActors({ verified: 'fresh' })).total).toBe(0)
  const [verified] = await verifyActors(editor, [actor.id])
  expect((await countActors({ verified: 'fresh' })).total).toBe(1)
  const shown = await getActor(null, actor.slug, 'en')
  expect(shown).toMatchObject({ version: 1, verifiedAt: verified?.verifiedAt })
  expect(await db.revision.count()).toBe(1)
  expect(await db.auditEntry.findMany({ where: { action: 'verify' } })).toMatchObject([
    { userId: editor.userId, recordKind: 'actor', recordId: actor.id, territoryId, fields: [] },
  ])
})

test('a relation is confirmed with its own record, all of the asked ones or none', async () => {
  const [mine, other] = [await givenTerritory(), await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })]
  const editor = await givenViewer('editor', { territoryId: mine.id })
  const holder = await givenActor()
  const parties = [party(holder), { country: 'ZA', placeName: 'Polokwane', role: 'partner' as const }]
  const own = await givenRelation({ parties, holderId: holder.id }, mine.id)
  const foreign = await givenRelation({ parties }, other.id)
  await expect(verifyRelations(editor, [own.id, foreign.id])).rejects.toMatchObject({ code: 'forbidden' })
  await expect(verifyRelations(null, [own.id])).rejects.toMatchObject({ code: 'unauthenticated' })
  expect((await getRelation(null, own.slug, 'en')).verifiedAt).toBeNull()
  await verifyRelations(editor, [own.id])
  expect((await getRelation(null, own.slug, 'en')).verifiedAt).not.toBeNull()
})

test('a confirmation is taken back unless somebody renewed it; an archived record is not confirmed', async () => {
  const { id: territoryId } = await givenTerritory()
  const editor = await givenViewer('editor', { territoryId })
  const coordinator = await givenViewer('coordinator', { territoryId })
  const [one, two] = [await givenActor({}, territoryId), await givenActor({}, territoryId)]
  const verified = await verifyActors(editor, [one.id, two.id])
  await new Promise((resolve) => setTimeout(resolve, 5))
  await verifyActors(coordinator, [two.id])
  expect(await takeBackVerifications(editor, 'actor', verified)).toEqual([one.id])
  expect((await getActor(null, one.slug, 'en')).verifiedAt).toBeNull()
  await archiveActor(coordinator, one)
  await expect(verifyActors(coordinator, [one.id])).rejects.toMatchObject({ code: 'forbidden' })
})

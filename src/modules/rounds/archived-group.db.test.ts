import { expect, test } from 'vitest'
import { newId } from '@/core/id'
import { systemViewer } from '@/core/viewer'
import { archiveGroup } from '@/modules/groups/group.commands'
import { getGroup } from '@/modules/groups/group.queries'
import { savePractices } from '@/modules/practices/practice.commands'
import { openRound, previewRound } from '@/modules/rounds/open-round.commands'
import { db } from '@/platform/db'
import { givenActor } from '@tests/builders/actor'
import { aPractice } from '@tests/builders/practice'
import { aRound, givenRound } from '@tests/builders/round'
import { givenTerritory } from '@tests/builders/territory'
import { emptyDatabase } from '@tests/database'

test('of opening a round and archiving its group at once, one happens', async () => {
  await emptyDatabase()
  const territoryId = (await givenTerritory()).id
  const { id, coordinator, reviewers, group } = await givenRound(territoryId, { practices: 1, reviewers: 3 })
  const practice = aPractice({ inChargeId: (await givenActor({ name: 'Altro ente' })).id })
  const [saved] = await savePractices(systemViewer, [{ territoryId, status: 'published', practice }])
  const practiceId = saved?.id ?? ''
  const form = aRound({ groupId: group.id, practices: [practiceId] })
  const cells = reviewers.map(({ userId }) => ({ practiceId, reviewerId: userId }))
  const { version } = await getGroup(coordinator, group.slug)
  const archive = (at: number) => archiveGroup(coordinator, { id: group.id, version: at, reason: 'Finito' })
  await expect(archive(version)).rejects.toMatchObject({ messageKey: 'groupHasRound' })
  await db.reviewRound.update({ where: { id }, data: { closedAt: new Date() } })
  const both = await Promise.allSettled([openRound(coordinator, { ...form, cells }), archive(version)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const open = await db.reviewRound.count({ where: { groupId: group.id, closedAt: null } })
  const { archivedAt } = await getGroup(coordinator, group.slug)
  expect(open).toBe(archivedAt === null ? 1 : 0)
  await db.reviewRound.updateMany({ where: { closedAt: null }, data: { closedAt: new Date() } })
  if (archivedAt === null) await archive(version)
  const again = { ...form, id: newId(), cells }
  for (const deed of [() => openRound(coordinator, again), () => previewRound(coordinator, again)])
    await expect(deed()).rejects.toMatchObject({ messageKey: 'groupArchived' })
})

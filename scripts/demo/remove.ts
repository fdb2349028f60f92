import { z } from 'zod'
import { idSchema } from '@/core/id'
import { systemUserId } from '@/core/viewer'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { touchData, writeAudit } from '@/platform/history'

const removedSchema = z.array(z.object({ id: idSchema, territoryId: idSchema.nullable() }))

type Removed = { practices: number; relations: number; actors: number; territories: number; accounts: number }

/**
 * Takes away what only the demonstration touched: its accounts, and its records that are still version 1, unconfirmed,
 * without a proposal by anybody, and on which nothing of others depends. What people worked on stays.
 */
export async function removeDemo(): Promise<Removed> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = 0`
      const accounts = await tx.user.deleteMany({ where: { demo: true } })
      // Rounds in which nobody but the demonstration's own took part; their reviews have lost their writers by now.
      const rounds = await tx.reviewRound.findMany({
        where: {
          ...{ demo: true, createdById: systemUserId, annulledAt: null, decisions: { none: {} } },
          reviews: { every: { reviewerId: null } },
        },
        select: { id: true },
      })
      const ofRounds = { roundId: { in: rounds.map(({ id }) => id) } }
      await tx.review.deleteMany({ where: ofRounds })
      await tx.reviewRound.deleteMany({ where: { id: ofRounds.roundId } })
      // The demonstration has no papers: those of a group or a meeting are somebody's.
      const papers = await tx.attachment.findMany({
        where: { recordKind: { in: ['group', 'meeting'] } },
        select: { recordId: true },
      })
      const isBare = { id: { notIn: papers.map(({ recordId }) => recordId) } }
      await tx.group.deleteMany({
        where: {
          ...isBare,
          ...{ demo: true, version: 1, memberships: { none: {} }, members: { none: {} }, rounds: { none: {} } },
          meetings: { every: { ...untouchedMeeting, ...isBare } },
        },
      })
      await tx.practiceTransfer.deleteMany({ where: { demo: true, version: 1 } })
      const practices = await removePractices(tx)
      const relations = await removeRelations(tx)
      const actors = await removeActors(tx)
      const territories = await removeTerritories(tx)
      await touchData(tx)
      return { practices, relations, actors, territories, accounts: accounts.count }
    },
    { maxWait: 10_000, timeout: 300_000 },
  )
}

// Planned by the system, its minutes written by it or by nobody, and every decision too.
const untouchedMeeting = {
  createdById: systemUserId,
  OR: [
    { version: 1, minutesById: null },
    { version: 2, minutesById: systemUserId },
  ],
  decisions: { every: { recordedById: systemUserId } },
}

async function removePractices(tx: Transaction): Promise<number> {
  const removed = removedSchema.parse(
    await tx.$queryRaw`
    SELECT p.id, p.territory_id AS "territoryId" FROM practice p
    WHERE p.demo AND p.version = 1 AND p.verified_at IS NULL
      AND NOT EXISTS (SELECT FROM revision v WHERE v.record_kind = 'practice' AND v.record_id = p.id
        AND v.author_id IS DISTINCT FROM ${systemUserId}::uuid)
      AND NOT EXISTS (SELECT FROM practice_transfer x WHERE x.practice_id = p.id)
      AND NOT EXISTS (SELECT FROM round_practice x WHERE x.practice_id = p.id)
      AND NOT EXISTS (SELECT FROM review x WHERE x.practice_id = p.id)
      AND NOT EXISTS (SELECT FROM group_decision x WHERE x.practice_id = p.id)
      AND NOT EXISTS (SELECT FROM action_lesson x WHERE x.practice_id = p.id)
      AND NOT EXISTS (SELECT FROM activity_practice x WHERE x.practice_id = p.id)
      AND NOT EXISTS (SELECT FROM attachment x WHERE x.record_id = p.id)
    FOR UPDATE`,
  )
  await tx.practice.deleteMany({ where: { id: { in: removed.map(({ id }) => id) } } })
  await writeAudit(tx, 'practice', systemUserId, removed.map(asRemoved))
  return removed.length
}

async function removeRelations(tx: Transaction): Promise<number> {
  const removed = removedSchema.parse(
    await tx.$queryRaw`
    SELECT r.id, r.territory_id AS "territoryId" FROM relation r
    WHERE r.demo AND r.version = 1 AND r.verified_at IS NULL
      AND NOT EXISTS (SELECT FROM revision v WHERE v.record_kind = 'relation' AND v.record_id = r.id
        AND v.author_id IS DISTINCT FROM ${systemUserId}::uuid)
      AND NOT EXISTS (SELECT FROM practice_relation x WHERE x.relation_id = r.id)
      AND NOT EXISTS (SELECT FROM activity_relation x WHERE x.relation_id = r.id)
      AND NOT EXISTS (SELECT FROM action_lesson x WHERE x.relation_id = r.id)
      AND NOT EXISTS (SELECT FROM introduction_step x WHERE x.relation_id = r.id)
      AND NOT EXISTS (SELECT FROM attachment x WHERE x.record_id = r.id)
    FOR UPDATE`,
  )
  const ids = removed.map(({ id }) => id)
  const parties = await tx.relationParty.findMany({
    where: { relationId: { in: ids }, actorId: { not: null } },
    select: { actorId: true },
  })
  await tx.relation.deleteMany({ where: { id: { in: ids } } })
  const actorIds = [...new Set(parties.flatMap(({ actorId }) => actorId ?? []))]
  await tx.$executeRaw`SELECT refresh_actor_relation_counts(${actorIds}::uuid[])`
  await writeAudit(tx, 'relation', systemUserId, removed.map(asRemoved))
  return removed.length
}

async function removeActors(tx: Transaction): Promise<number> {
  const removed = removedSchema.parse(
    await tx.$queryRaw`
    SELECT a.id, a.territory_id AS "territoryId" FROM actor a
    WHERE a.demo AND a.version = 1 AND a.verified_at IS NULL
      AND NOT EXISTS (SELECT FROM revision v WHERE v.record_kind = 'actor' AND v.record_id = a.id
        AND v.author_id IS DISTINCT FROM ${systemUserId}::uuid)
      AND NOT EXISTS (SELECT FROM relation_party x WHERE x.actor_id = a.id)
      AND NOT EXISTS (SELECT FROM relation x WHERE x.holder_id = a.id)
      AND NOT EXISTS (SELECT FROM actor x WHERE a.id IN (x.parent_id, x.successor_id) AND (NOT x.demo OR x.version > 1))
      AND NOT EXISTS (SELECT FROM person x WHERE x.actor_id = a.id)
      AND NOT EXISTS (SELECT FROM practice x WHERE x.in_charge_id = a.id)
      AND NOT EXISTS (SELECT FROM practice_actor x WHERE x.actor_id = a.id)
      AND NOT EXISTS (SELECT FROM action_actor x WHERE x.actor_id = a.id)
      AND NOT EXISTS (SELECT FROM activity x WHERE x.host_id = a.id)
      AND NOT EXISTS (SELECT FROM activity_participant x WHERE x.actor_id = a.id)
      AND NOT EXISTS (SELECT FROM introduction_step x WHERE x.actor_id = a.id)
      AND NOT EXISTS (SELECT FROM attachment x WHERE x.record_id = a.id)
      AND NOT EXISTS (SELECT FROM group_member x WHERE x.stands_for_id = a.id)
      AND NOT EXISTS (SELECT FROM "user" x WHERE x.organisation_id = a.id)
      AND NOT EXISTS (SELECT FROM territory x WHERE x.partner_organisation_id = a.id AND (NOT x.demo OR x.version > 1))
    FOR UPDATE`,
  )
  await tx.actor.deleteMany({ where: { id: { in: removed.map(({ id }) => id) } } })
  await writeAudit(tx, 'actor', systemUserId, removed.map(asRemoved))
  return removed.length
}

/** Innermost first: a territory goes when nothing is curated by it, nobody works for it and none lies within it. */
async function removeTerritories(tx: Transaction): Promise<number> {
  const found = await tx.territory.findMany({
    where: {
      demo: true,
      version: 1,
      children: { none: {} },
      curatedActors: { none: {} },
      relations: { none: {} },
      memberships: { none: {} },
      groups: { none: {} },
      practices: { none: {} },
      plans: { none: {} },
      activities: { none: {} },
      instruments: { every: { plans: { none: {} }, rounds: { none: {} } } },
      transfers: { none: {} },
      sharedActions: { none: {} },
    },
    select: { id: true },
  })
  if (found.length === 0) return 0
  await tx.territory.deleteMany({ where: { id: { in: found.map(({ id }) => id) } } })
  await writeAudit(
    tx,
    'territory',
    systemUserId,
    found.map(({ id }) => asRemoved({ id, territoryId: null })),
  )
  return found.length + (await removeTerritories(tx))
}

const asRemoved = ({ id, territoryId }: { id: string; territoryId: string | null }) => ({
  recordId: id,
  territoryId,
  action: 'remove-demonstration',
  changed: [],
})

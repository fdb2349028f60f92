import { z } from 'zod'
import { isoDay } from '@/core/blank'
import { recordStatus, visibility } from '@/core/curated'
import { idSchema } from '@/core/id'
import { type Localized, localized } from '@/core/localized'
import type { Prisma } from '@/generated/prisma/client'
import type { GroupSummary } from '@/modules/groups/group.schema'
import { findServing } from '@/modules/groups/member.queries'
import { exclusionOf } from '@/modules/rounds/round.policy'
import * as sql from '@/modules/rounds/round.sql'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'

// Who could judge what. The group itself was judged by who asks.

/** A member whose term holds today, with what excludes them from judging. */
export type Reviewer = {
  userId: string
  name: string
  email: string
  locale: string
  organisationId: string | null
  standsForId: string | null
  /** Last day of the term, `'2026-12-31'`. */
  until: string | null
}

/** The members of a group whose term holds today, by name. */
export async function findReviewers(
  group: Pick<GroupSummary, 'id' | 'territory'>,
  client: Transaction = db,
): Promise<Reviewer[]> {
  const serving = await findServing(group, client)
  const ids = serving.map(({ id }) => id)
  const [users, seats] = await Promise.all([
    client.user.findMany({ where: { id: { in: ids } }, select: { id: true, organisationId: true } }),
    client.groupMember.findMany({ where: { groupId: group.id, userId: { in: ids } } }),
  ])
  const organisation = new Map(users.map(({ id, organisationId }) => [id, organisationId]))
  const until = new Map(seats.map((seat) => [seat.userId, seat.until]))
  return serving
    .map(({ id, ...one }) => {
      const last = until.get(id) ?? null
      return { ...one, userId: id, organisationId: organisation.get(id) ?? null, until: last && isoDay(last) }
    })
    .sort((a, b) => a.name.localeCompare(b.name) || (a.userId < b.userId ? -1 : 1))
}

export type Ties = { authorIds: Set<string>; actorIds: Set<string> }
const noTies: Ties = { authorIds: new Set(), actorIds: new Set() }

/** A revision that only moves a practice along its life makes nobody its author. */
const isContent = (changed: readonly string[]) => changed.some((field) => field !== 'status' && field !== 'visibility')

/** Of each practice who wrote it (first, or a change since) and which organisations it names. */
export async function findTies(practiceIds: readonly string[], client: Transaction = db): Promise<Map<string, Ties>> {
  const ids = [...practiceIds]
  const [practices, revisions] = await Promise.all([
    client.practice.findMany({
      where: { id: { in: ids } },
      select: { id: true, createdById: true, inChargeId: true, actors: { select: { actorId: true } } },
    }),
    client.revision.findMany({
      where: { recordKind: 'practice', recordId: { in: ids }, state: { not: 'declined' }, authorId: { not: null } },
      select: { recordId: true, authorId: true, changed: true },
    }),
  ])
  return new Map(
    practices.map(({ id, createdById, inChargeId, actors }) => {
      const writers = revisions.filter(({ recordId, changed }) => recordId === id && isContent(changed))
      const authorIds = [createdById, ...writers.map(({ authorId }) => authorId)].filter((one) => one !== null)
      const actorIds = [inChargeId, ...actors.map(({ actorId }) => actorId)].filter((one) => one !== null)
      return [id, { authorIds: new Set(authorIds), actorIds: new Set(actorIds) }]
    }),
  )
}

/** Why somebody may not judge a practice, null where nothing speaks against it. Unknown practices tie nobody. */
export const exclusionIn = (
  ties: ReadonlyMap<string, Ties>,
  reviewer: Pick<Reviewer, 'userId' | 'organisationId' | 'standsForId'>,
  practiceId: string,
) => exclusionOf(reviewer, ties.get(practiceId) ?? noTies)

/** A practice that may be put before a group. */
export type Candidate = {
  id: string
  title: Localized
  isOwn: boolean
  isSubmitted: boolean
  territoryName: Localized | null
}

const mostCandidates = 400

/**
 * Practices a group may judge: those handed in here or offered to it first, then what is published anywhere, the last
 * changed first; 400 at most, and how many there are.
 */
export async function findCandidatePractices(
  group: Pick<GroupSummary, 'id' | 'territory'>,
): Promise<{ rows: Candidate[]; total: number }> {
  const territoryId = group.territory.id
  const where: Prisma.PracticeWhereInput = {
    OR: [
      { status: 'submitted', OR: [{ territoryId }, { offers: { some: { groupId: group.id } } }] },
      { status: 'published', visibility: { not: 'territory' } },
    ],
  }
  const [rows, total] = await Promise.all([
    db.practice.findMany({
      where,
      select: { id: true, title: true, status: true, territoryId: true, territory: { select: { name: true } } },
      orderBy: [{ status: 'asc' }, { updatedAt: 'desc' }, { id: 'asc' }],
      take: mostCandidates,
    }),
    db.practice.count({ where }),
  ])
  return {
    rows: rows.map(({ id, title, status, territory, ...row }) => ({
      id,
      title: localized(20_000).parse(title),
      isOwn: row.territoryId === territoryId,
      isSubmitted: status === 'submitted',
      territoryName: territory === null ? null : localized(200).parse(territory.name),
    })),
    total,
  }
}

/** Instruments of a territory against which relevance may be judged. */
export async function findInstruments(territoryId: string): Promise<{ id: string; name: Localized }[]> {
  const rows = await db.policyInstrument.findMany({
    where: { territoryId },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
    take: 100,
  })
  return rows.map(({ id, name }) => ({ id, name: localized(300).parse(name) }))
}

const heldSchema = z.array(
  z.object({
    id: idSchema,
    version: z.number().int(),
    status: recordStatus,
    visibility,
    territoryId: idSchema.nullable(),
    isOffered: z.boolean(),
  }),
)

/** Practices as they stand, kept from moving along their life until the transaction ends. */
export const holdPractices = async (tx: Transaction, ids: readonly string[], groupId: string) =>
  heldSchema.parse(await tx.$queryRaw(sql.holdPractices(ids, groupId)))

/** Waits until nobody else opens a round of this group. */
export const takeGroup = async (tx: Transaction, id: string): Promise<void> => {
  await tx.$queryRaw(sql.takeGroup(id))
}

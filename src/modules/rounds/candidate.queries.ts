import { z } from 'zod'
import { requireThat } from '@/core/app-error'
import { isoDay } from '@/core/blank'
import { recordStatus, visibility } from '@/core/curated'
import { idSchema } from '@/core/id'
import { inLanguage, type Localized, localized } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { getGroup } from '@/modules/groups/group.queries'
import type { GroupSummary } from '@/modules/groups/group.schema'
import { findServing } from '@/modules/groups/member.queries'
import { type Candidates, type CandidatesAsked, mostCandidates } from '@/modules/rounds/candidate.schema'
import { canKeepRound, exclusionOf } from '@/modules/rounds/round.policy'
import * as sql from '@/modules/rounds/round.sql'
import { foldedWords } from '@/modules/taxonomy/filter.schema'
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
  const users = await client.user.findMany({ where: { id: { in: ids } }, select: { id: true, organisationId: true } })
  const seats = await client.groupMember.findMany({ where: { groupId: group.id, userId: { in: ids } } })
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
  const practices = await client.practice.findMany({
    where: { id: { in: ids } },
    select: { id: true, createdById: true, inChargeId: true, actors: { select: { actorId: true } } },
  })
  const revisions = await client.revision.findMany({
    where: { recordKind: 'practice', recordId: { in: ids }, state: { not: 'declined' }, authorId: { not: null } },
    select: { recordId: true, authorId: true, changed: true },
  })
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

const candidates = z.array(
  z.object({
    id: idSchema,
    title: localized(20_000),
    isSubmitted: z.boolean(),
    territoryName: localized(200).nullable(),
    total: z.number().int(),
  }),
)

/**
 * Practices a group may judge: those handed in here or offered to it first, then what is published anywhere, the last
 * changed first; a screenful, and how many more there are. With `q` those that carry its words; `ids` are those alone.
 * Throws `not-found`, `forbidden`.
 */
export async function findCandidatePractices(
  viewer: Viewer | null,
  key: string,
  { q = '', ids = null, locale }: CandidatesAsked,
): Promise<Candidates> {
  const group = await getGroup(viewer, key)
  requireThat(canKeepRound(viewer, { territoryId: group.territory.id }), viewer)
  const place = { id: group.id, territoryId: group.territory.id }
  const asked = { words: foldedWords(q), ids, limit: mostCandidates }
  const found = candidates.parse(await db.$queryRaw(sql.candidates(place, asked)))
  return {
    rows: found.map(({ id, title, isSubmitted, territoryName }) => ({
      value: id,
      label: inLanguage(title, locale).value,
      territory: territoryName && inLanguage(territoryName, locale).value,
      isHandedIn: isSubmitted,
    })),
    left: (found[0]?.total ?? 0) - found.length,
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

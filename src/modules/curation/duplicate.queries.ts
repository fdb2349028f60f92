import { AppError, requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { canReadActor } from '@/modules/actors/actor.policy'
import { findCuratedRecords } from '@/modules/curation/curated-record.queries'
import {
  type ActorPair,
  actorPairSchema,
  type CuratedRecord,
  type Duplicate,
  type MergeableKind,
  type RelationPair,
  relationPairSchema,
} from '@/modules/curation/duplicate.schema'
import * as sql from '@/modules/curation/duplicate.sql'
import { canMerge, canSeekDuplicates, canTellApart } from '@/modules/curation/merge.policy'
import { canReadRelation } from '@/modules/relations/relation.policy'
import { db } from '@/platform/db'

/** Most pairs a page lists: once these are decided, the next ones come. */
export const duplicateLimit = 100

/**
 * Likely duplicates of the records of one territory (null = the commons), likeliest first, actors before relations.
 * Throws `forbidden` for whoever does not coordinate it.
 */
export async function findDuplicates(
  viewer: Viewer,
  territoryId: string | null,
  locale: string,
): Promise<{ actors: Duplicate[]; relations: Duplicate[] }> {
  requireThat(canSeekDuplicates(viewer) && viewer.can('coordinator', territoryId), viewer)
  const { isAdmin: seesAll, territoryIds } = viewer
  const scope = { territoryId, seesAll, territoryIds, limit: duplicateLimit }
  // The commons may be as large as the register: more time than a page has.
  const [actors, relations] = await db.$transaction(
    async (tx) => {
      await tx.$executeRaw(sql.roomForDuplicates)
      return [
        await tx.$queryRaw<unknown[]>(sql.likelyDuplicateActors(scope)),
        await tx.$queryRaw<unknown[]>(sql.likelyDuplicateRelations(scope)),
      ] as const
    },
    { timeout: 60_000 },
  )
  const asked = { viewer, locale }
  return {
    actors: await shown(asked, 'actor', actors.map((row) => actorPairSchema.parse(row))), // prettier-ignore
    relations: await shown(asked, 'relation', relations.map((row) => relationPairSchema.parse(row))), // prettier-ignore
  }
}

async function shown(
  { viewer, locale }: { viewer: Viewer; locale: string },
  kind: MergeableKind,
  pairs: readonly (ActorPair | RelationPair)[],
): Promise<Duplicate[]> {
  const records = await findCuratedRecords(kind, pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]), locale) // prettier-ignore
  return pairs.flatMap((pair) => {
    const [first, second] = [records.get(pair.firstId), records.get(pair.secondId)]
    if (!first || !second) return []
    return [{ kind, first, second, mayMerge: canMerge(viewer, first, second), reasons: 'alike' in pair ? pair : null }]
  })
}

const canRead = { actor: canReadActor, relation: canReadRelation }

/** Two records side by side. Throws `not-found` when one may not be seen, `forbidden` for whoever may not decide. */
export async function getPair(
  viewer: Viewer | null,
  { kind, firstId, secondId }: { kind: MergeableKind; firstId: string; secondId: string },
  locale: string,
): Promise<{ first: CuratedRecord; second: CuratedRecord; mayMerge: boolean }> {
  const records = await findCuratedRecords(kind, [firstId, secondId], locale)
  const [first, second] = [records.get(firstId), records.get(secondId)]
  if (!first || !second || !canRead[kind](viewer, first) || !canRead[kind](viewer, second))
    throw new AppError('not-found', 'notFound')
  requireThat(canTellApart(viewer, first, second), viewer)
  return { first, second, mayMerge: canMerge(viewer, first, second) }
}

/** Pairs of relations that say the same once actor `to` stands for `from` too. */
export async function findMeetingRelations(
  ids: sql.MeetingOf,
  locale: string,
): Promise<{ first: CuratedRecord; second: CuratedRecord }[]> {
  const pairs = (await db.$queryRaw<unknown[]>(sql.relationsThatMeet(ids))).map((row) => relationPairSchema.parse(row))
  const records = await findCuratedRecords('relation', pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]), locale) // prettier-ignore
  return pairs.flatMap((pair) => {
    const [first, second] = [records.get(pair.firstId), records.get(pair.secondId)]
    return first && second ? [{ first, second }] : []
  })
}

/** Pairs of this territory that somebody told apart, last first. */
export async function findToldApart(
  viewer: Viewer,
  territoryId: string | null,
  locale: string,
): Promise<Omit<Duplicate, 'reasons'>[]> {
  requireThat(viewer.can('coordinator', territoryId), viewer)
  const rows = await db.notDuplicate.findMany({ orderBy: { decidedAt: 'desc' }, take: 500 })
  const lists = await Promise.all(
    (['actor', 'relation'] as const).map(async (kind) => {
      const own = rows.filter(({ recordKind }) => recordKind === kind)
      return shown({ viewer, locale }, kind, own)
    }),
  )
  return lists
    .flat()
    .filter(({ kind, first, second }) => canRead[kind](viewer, first) && canRead[kind](viewer, second))
    .filter(({ first, second }) => first.territoryId === territoryId || second.territoryId === territoryId)
    .slice(0, 50)
}

import { AppError, requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { canReadActor } from '@/modules/actors/actor.policy'
import { canVerify } from '@/modules/curation/verification.policy'
import { canReadRelation } from '@/modules/relations/relation.policy'
import type { Transaction } from '@/platform/bulk'
import { inTransaction } from '@/platform/curated'
import { touchData, writeAudit } from '@/platform/history'

export type VerifiedKind = 'actor' | 'relation'

/** A confirmed record, with what stood there before: enough to take it back. */
export type Verified = { id: string; verifiedAt: Date; before: { at: Date | null; byId: string | null } }

const wanted = {
  id: true,
  territoryId: true,
  status: true,
  visibility: true,
  verifiedAt: true,
  verifiedById: true,
} as const

/** The two tables behind one shape: what is confirmed, and how. */
const tables = {
  actor: {
    canRead: canReadActor,
    find: (tx: Transaction, ids: string[]) => tx.actor.findMany({ where: { id: { in: ids } }, select: wanted }),
    // A record that left the public meanwhile stays as it is.
    set: (tx: Transaction, where: { id: { in: string[] } | string; verifiedAt?: Date }, data: Confirmation) =>
      tx.actor.updateMany({ where: { ...where, status: 'published' }, data }),
  },
  relation: {
    canRead: canReadRelation,
    find: (tx: Transaction, ids: string[]) => tx.relation.findMany({ where: { id: { in: ids } }, select: wanted }),
    set: (tx: Transaction, where: { id: { in: string[] } | string; verifiedAt?: Date }, data: Confirmation) =>
      tx.relation.updateMany({ where: { ...where, status: 'published' }, data }),
  },
}
type Confirmation = { verifiedAt: Date | null; verifiedById: string | null }

/** Actors are as their records say, today. Throws `not-found`, `forbidden`, `conflict` (not public any more): all or none. */
export const verifyActors = (viewer: Viewer | null, ids: readonly string[], options: { tx?: Transaction } = {}) =>
  verify(viewer, 'actor', ids, options)

export const verifyRelations = (viewer: Viewer | null, ids: readonly string[], options: { tx?: Transaction } = {}) =>
  verify(viewer, 'relation', ids, options)

/** No content changes, so there is no revision and no new version; the audit log says who and when. */
async function verify(
  viewer: Viewer | null,
  kind: VerifiedKind,
  ids: readonly string[],
  options: { tx?: Transaction },
): Promise<Verified[]> {
  return inTransaction(options, async (tx) => {
    const unique = [...new Set(ids)]
    const found = await tables[kind].find(tx, unique)
    if (found.length < unique.length || !found.every((record) => tables[kind].canRead(viewer, record)))
      throw new AppError('not-found', 'notFound')
    requireThat(viewer !== null && found.every((record) => canVerify(viewer, record)), viewer)
    return writeVerified(tx, kind, found, viewer.userId)
  })
}

type Found = { id: string; territoryId: string | null; verifiedAt: Date | null; verifiedById: string | null }

/** `userId` null: the holder, by a mailed link. */
async function writeVerified(
  tx: Transaction,
  kind: VerifiedKind,
  found: readonly Found[],
  userId: string | null,
): Promise<Verified[]> {
  const verifiedAt = new Date()
  const ids = found.map(({ id }) => id)
  const { count } = await tables[kind].set(tx, { id: { in: ids } }, { verifiedAt, verifiedById: userId })
  if (count < ids.length) throw new AppError('conflict', 'conflict')
  await writeAudit(
    tx,
    kind,
    userId,
    found.map(({ id, territoryId }) => ({ recordId: id, territoryId, action: 'verify', changed: [] })),
  )
  await touchData(tx)
  return found.map(({ id, verifiedAt: at, verifiedById: byId }) => ({ id, verifiedAt, before: { at, byId } }))
}

/**
 * Takes confirmations back, those that nobody renewed since. Answers the ids that were taken back. Throws `not-found`,
 * `forbidden`.
 */
export async function takeBackVerifications(
  viewer: Viewer | null,
  kind: VerifiedKind,
  verified: readonly Verified[],
  options: { tx?: Transaction } = {},
): Promise<string[]> {
  return inTransaction(options, async (tx) => {
    const found = await tables[kind].find(
      tx,
      verified.map(({ id }) => id),
    )
    requireThat(viewer !== null && found.every((record) => canVerify(viewer, record)), viewer)
    const taken: typeof found = []
    for (const record of found) {
      const given = verified.find(({ id }) => id === record.id)
      if (given === undefined) continue
      const { id, verifiedAt, before } = given
      const { count } = await tables[kind].set(
        tx,
        { id, verifiedAt },
        { verifiedAt: before.at, verifiedById: before.byId },
      )
      if (count > 0) taken.push(record)
    }
    await writeAudit(
      tx,
      kind,
      viewer.userId,
      taken.map(({ id, territoryId }) => ({ recordId: id, territoryId, action: 'undo_verify', changed: [] })),
    )
    if (taken.length > 0) await touchData(tx)
    return taken.map(({ id }) => id)
  })
}

import { AppError, requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { canReadActor } from '@/modules/actors/actor.policy'
import { stillTrueMail } from '@/modules/curation/verification.mail'
import { canVerify } from '@/modules/curation/verification.policy'
import { findAsked } from '@/modules/curation/verification.queries'
import type { VerifiedKind } from '@/modules/curation/verification.schema'
import { canReadPractice } from '@/modules/practices/practice.policy'
import { canReadRelation } from '@/modules/relations/relation.policy'
import type { Transaction } from '@/platform/bulk'
import { inTransaction } from '@/platform/curated'
import { db } from '@/platform/db'
import { touchData, writeAudit } from '@/platform/history'
import { takeFrom } from '@/platform/limits'
import { queueMails } from '@/platform/mail'
import { findToken, spendToken } from '@/platform/mailed-token'

/** A confirmed record, with what stood there before: enough to take it back. */
type Verified = { id: string; slug: string; verifiedAt: Date; before: { at: Date | null; byId: string | null } }

const wanted = {
  id: true,
  slug: true,
  territoryId: true,
  status: true,
  visibility: true,
  verifiedAt: true,
  verifiedById: true,
} as const

/** The tables behind one shape: what is confirmed, and how. */
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
  practice: {
    canRead: canReadPractice,
    find: (tx: Transaction, ids: string[]) => tx.practice.findMany({ where: { id: { in: ids } }, select: wanted }),
    set: (tx: Transaction, where: { id: { in: string[] } | string; verifiedAt?: Date }, data: Confirmation) =>
      tx.practice.updateMany({ where: { ...where, status: 'published' }, data }),
  },
}
type Confirmation = { verifiedAt: Date | null; verifiedById: string | null }

/** Actors are as their records say, today. Throws `not-found`, `forbidden`, `conflict` (not public any more): all or none. */
export const verifyActors = (viewer: Viewer | null, ids: readonly string[], options: { tx?: Transaction } = {}) =>
  verify(viewer, 'actor', ids, options)

export const verifyRelations = (viewer: Viewer | null, ids: readonly string[], options: { tx?: Transaction } = {}) =>
  verify(viewer, 'relation', ids, options)

/** One record, from its page or a list. Returns its slug. Throws as the others. */
export async function verifyRecord(viewer: Viewer | null, at: { kind: VerifiedKind; id: string }): Promise<string> {
  const [verified] = await verify(viewer, at.kind, [at.id], {})
  if (verified === undefined) throw new AppError('not-found', 'notFound')
  return verified.slug
}

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

type Found = {
  id: string
  slug: string
  territoryId: string | null
  verifiedAt: Date | null
  verifiedById: string | null
}

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
  // Whoever was asked about it in a round need not answer any more.
  await tx.verificationRequest.updateMany({
    where: { recordId: { in: ids }, answeredAt: null },
    data: { answeredAt: verifiedAt, confirmed: true },
  })
  await touchData(tx)
  return found.map(({ id, slug, verifiedAt: at, verifiedById: byId }) => ({
    id,
    slug,
    verifiedAt,
    before: { at, byId },
  }))
}

/**
 * Takes confirmations back, those that nobody renewed since. Answers the ids that were taken back. Throws `not-found`,
 * `forbidden`.
 */
export async function takeBackVerifications(
  viewer: Viewer | null,
  kind: VerifiedKind,
  verified: readonly Omit<Verified, 'slug'>[],
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
      if (count === 0) continue
      taken.push(record)
      await tx.verificationRequest.updateMany({
        where: { recordId: id, answeredAt: verifiedAt, confirmed: true },
        data: { answeredAt: null, confirmed: null },
      })
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

const purpose = 'verify'

/**
 * The holder's one click, without an account: the link is the right, for one record and once. Throws `gone` for a link
 * that is spent, too old or not ours, and when everyone can see the record no more.
 */
export async function confirmByLink(token: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const { subject } = await spendToken(tx, token, purpose)
    const asked = await findAsked(subject, tx)
    if (asked === null || asked.record === null) throw new AppError('gone', 'gone')
    const { kind, id } = asked.record
    await writeVerified(tx, kind, await tables[kind].find(tx, [id]), null)
    await tx.verificationRequest.update({
      where: { id: asked.request.id },
      data: { answeredAt: new Date(), confirmed: true, note: null },
    })
  })
}

/** A new link to the same address, for one that is spent or too old. Throws `gone` for what was none of ours, `limited`. */
export async function renewVerificationLink(token: string): Promise<void> {
  const found = await findToken(token, purpose)
  if (found === null) throw new AppError('gone', 'linkGone')
  await takeFrom([{ deed: 'verify-link', subject: found.email.toLowerCase(), max: 3, minutes: 60 }])
  const asked = await findAsked(found.subject)
  if (asked === null || asked.record === null) throw new AppError('gone', 'gone')
  const mail = await stillTrueMail(asked.record, { requestId: asked.request.id, to: found.email })
  await db.$transaction((tx) => queueMails(tx, [mail]))
}
